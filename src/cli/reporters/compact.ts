import type { Diagnostic } from '../../core/diagnostic.ts';
import { placeOf, sentenceOf } from './place.ts';

/** One line per finding, as editors and grep read it: `file:line:column: severity[code] sentence`. */
export function compactReport(diagnostics: readonly Diagnostic[]): string {
  return diagnostics.map((found) => `${prefix(found)}${sentenceOf(found)}\n`).join('');
}

function prefix(found: Diagnostic): string {
  const place = placeOf(found);
  const position = [place?.file, place?.line, place?.column].filter((part) => part !== undefined);
  const head = `${found.severity}[${found.code}] `;
  return position.length === 0 ? head : `${position.join(':')}: ${head}`;
}
