import type { Diagnostic, Severity } from '../../core/diagnostic.ts';
import { giveJson } from '../output.ts';
import { groupFindings, type Group } from './group.ts';

/** Writes one JSON document to stdout. */
export function printJson(
  diagnostics: readonly Diagnostic[],
  members: Readonly<Record<string, unknown>>,
): void {
  giveJson(jsonDocument(diagnostics, members), 2);
}

/**
 * The document: every finding, the findings of one cause together, how many of each severity, and what a command adds.
 */
export function jsonDocument(
  diagnostics: readonly Diagnostic[],
  { summary: more, ...members }: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const count = (severity: Severity) =>
    diagnostics.filter((found) => found.severity === severity).length;
  const counts = { errors: count('error'), warnings: count('warning'), infos: count('info') };
  const causes = causesOf(diagnostics);
  return { ...members, diagnostics, causes, summary: { ...counts, ...(more as object) } };
}

/** Findings by cause, as documents hold them. */
export function causesOf(diagnostics: readonly Diagnostic[]) {
  return groupFindings(diagnostics).map(causeOf);
}

/** A cause with its places: `{ code, severity, message, help?, places: [{ file?, object?, pointer?, origin? }] }`. */
function causeOf({ code, severity, message, help, found }: Group) {
  const places = found.map(({ file, object, pointer, origin }) => ({
    file,
    object,
    pointer,
    origin,
  }));
  return { code, severity, message, help, places };
}
