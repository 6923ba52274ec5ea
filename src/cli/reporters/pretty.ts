import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic, Origin, Severity } from '../../core/diagnostic.ts';
import { styled } from '../style.ts';

const COLOURS = { error: 'red', warning: 'yellow', info: 'cyan' } as const satisfies Record<
  Severity,
  string
>;

/** True in most projects and seldom news: such infos are in documents and reports, and not on every screen. */
const QUIET: ReadonlySet<string> = new Set(['secret/sealed-literal']);

/** Writes diagnostics for people to stderr: what, where, what to write instead. */
export function printDiagnostics(
  diagnostics: readonly Diagnostic[],
  root: string | undefined,
): void {
  for (const diagnostic of diagnostics) {
    if (diagnostic.severity === 'info' && QUIET.has(diagnostic.code)) continue;
    process.stderr.write(`${formatDiagnostic(diagnostic, root)}\n`);
  }
}

function formatDiagnostic(diagnostic: Diagnostic, root: string | undefined): string {
  const { severity, code, object, message, help } = diagnostic;
  const head = styled(process.stderr, ['bold', COLOURS[severity]], `${severity}[${code}]`);
  const subject = object === undefined ? '' : `${object}: `;
  const place = formatPlace(diagnostic, root);
  return [
    `${head} ${subject}${indented(message)}`,
    ...(place === undefined ? [] : [`  ${place}`]),
    ...(help === undefined ? [] : [`  ${styled(process.stderr, 'green', indented(help))}`]),
  ].join('\n');
}

/** The origin, else the file unless the message names it already. */
function formatPlace(
  { origin, file, message }: Diagnostic,
  root: string | undefined,
): string | undefined {
  if (origin !== undefined) return formatOrigin(origin, root);
  return file === undefined || message.includes(file) ? undefined : file;
}

function formatOrigin(origin: Origin, root: string | undefined): string {
  const position = [origin.file, origin.line, origin.column]
    .filter((part) => part !== undefined)
    .join(':');
  const snippet = origin.snippet ?? sourceLine(origin, root);
  return snippet === undefined ? position : `${position}   ${snippet}`;
}

const LONGEST_SNIPPET = 120;

/** The line itself, as a code frame of one line; nothing when the file cannot be read. */
function sourceLine({ file, line }: Origin, root: string | undefined): string | undefined {
  if (line === undefined || root === undefined) return undefined;
  const text = linesOf(join(root, file))[line - 1]?.trim();
  return text === '' ? undefined : text?.slice(0, LONGEST_SNIPPET);
}

let latest: { readonly path: string; readonly lines: readonly string[] } | undefined;

/** Findings of one file mostly follow each other: it is read once for all of them. */
function linesOf(path: string): readonly string[] {
  if (latest?.path !== path) latest = { path, lines: readLines(path) };
  return latest.lines;
}

function readLines(path: string): string[] {
  try {
    return readFileSync(path, 'utf8').split('\n');
  } catch {
    return [];
  }
}

function indented(text: string): string {
  return text.replaceAll('\n', '\n  ');
}
