import type { Diagnostic } from '../../core/diagnostic.ts';
import { placeOf, sentenceOf } from './place.ts';

const COMMANDS = { error: 'error', warning: 'warning', info: 'notice' } as const;

/** Workflow commands that GitHub shows beside the lines of a pull request. */
export function githubReport(diagnostics: readonly Diagnostic[]): string {
  return diagnostics.map(command).join('');
}

function command(found: Diagnostic): string {
  const place = placeOf(found);
  const properties = [
    ...(place === undefined ? [] : [`file=${property(place.file)}`]),
    ...(place?.line === undefined ? [] : [`line=${place.line}`]),
    ...(place?.column === undefined ? [] : [`col=${place.column}`]),
    `title=${property(found.code)}`,
  ];
  const help = found.help === undefined ? '' : `\n${found.help}`;
  return `::${COMMANDS[found.severity]} ${properties.join(',')}::${data(sentenceOf(found) + help)}\n`;
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
