import type { Diagnostic, Severity } from '../../core/diagnostic.ts';

/** Writes one JSON document to stdout: diagnostics, how many of each severity, and what a command adds. */
export function printJson(
  diagnostics: readonly Diagnostic[],
  { summary: more, ...members }: Readonly<Record<string, unknown>>,
): void {
  const count = (severity: Severity) =>
    diagnostics.filter((found) => found.severity === severity).length;
  const counts = { errors: count('error'), warnings: count('warning'), infos: count('info') };
  const document = { ...members, diagnostics, summary: { ...counts, ...(more as object) } };
  process.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
}
