import type { Diagnostic, Severity } from '../../core/diagnostic.ts';

/** Writes one JSON document to stdout. */
export function printJson(
  diagnostics: readonly Diagnostic[],
  members: Readonly<Record<string, unknown>>,
): void {
  process.stdout.write(`${JSON.stringify(jsonDocument(diagnostics, members), null, 2)}\n`);
}

/** The document: diagnostics, how many of each severity, and what a command adds. */
export function jsonDocument(
  diagnostics: readonly Diagnostic[],
  { summary: more, ...members }: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const count = (severity: Severity) =>
    diagnostics.filter((found) => found.severity === severity).length;
  const counts = { errors: count('error'), warnings: count('warning'), infos: count('info') };
  return { ...members, diagnostics, summary: { ...counts, ...(more as object) } };
}
