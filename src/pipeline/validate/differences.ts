import type { DiagnosticCode } from '../../core/codes.ts';
import type { Diagnostic, Severity } from '../../core/diagnostic.ts';
import { toDotted, type Path } from '../../core/pointer.ts';
import { diagnosticOf } from '../../validation/schema/finding-diagnostic.ts';
import { nodeAt } from '../../validation/schema/node-at.ts';
import type { SchemaRegistry } from '../../validation/schema/registry.ts';
import type { TreeEntry } from '../../validation/schema/tree-object.ts';
import type { Difference, ManifestReader } from '../../yaml/differences.ts';

/** What is known of those who read the files. */
export interface Readers {
  readonly registry: SchemaRegistry;
  /** Who applies the files: kustomize, and Flux with it, where one of them is told to. */
  readonly reader: ManifestReader;
  /** The differences of a file, by the index of the document. */
  readonly differences: ReadonlyMap<string, readonly (Difference & { readonly index: number })[]>;
}

/**
 * Findings for the places of objects that kubectl and kustomize read differently (code `yaml/ambiguous`) or both refuse
 * (`yaml/syntax`): errors where whoever applies the files is refused, or where the schema refuses what it reads.
 */
export function differenceFindings(entries: readonly TreeEntry[], readers: Readers): Diagnostic[] {
  return entries.flatMap((entry) => {
    const own = (readers.differences.get(entry.file) ?? []).filter(
      ({ index, path }) => index === entry.index && isWithin(path, entry),
    );
    return own.map((difference) => {
      const { path, message, help, refusedBy } = difference;
      const code = refusedBy.length > 1 ? 'yaml/syntax' : 'yaml/ambiguous';
      const severity = severityOf(difference, entry, readers);
      const place = path.length === 0 ? '' : `${toDotted(path)}: `;
      return diagnosticOf(entry, { code, severity, path, message: place + message, help });
    });
  });
}

/** What is about a whole document is told with its first object, which is an item where that is a list. */
function isWithin(path: Path, { path: start }: TreeEntry): boolean {
  if (path.length === 0) return start.every((part) => part === 'items' || part === 0);
  return start.every((part, at) => path[at] === part);
}

function severityOf(
  { path, refusedBy, isBoolean }: Difference,
  { object, path: start }: TreeEntry,
  { registry, reader }: Readers,
): Severity {
  if (refusedBy.includes(reader)) return 'error';
  if (isBoolean !== true) return 'warning';
  const type = nodeAt(registry, object, path.slice(start.length))?.type;
  const isRefused = type === 'boolean' || (type === 'string' && reader === 'kubectl');
  return isRefused ? 'error' : 'warning';
}

const CONSEQUENCES: ReadonlySet<DiagnosticCode> = new Set(['schema/type']);

/**
 * The findings without those about a type that have the same cause as an error about what is read there.
 *
 * @param ambiguous what `differenceFindings` found
 */
export function withoutConsequences(
  diagnostics: readonly Diagnostic[],
  ambiguous: readonly Diagnostic[],
): Diagnostic[] {
  const told = new Set(ambiguous.map(placeOf));
  return diagnostics.filter((found) => !CONSEQUENCES.has(found.code) || !told.has(placeOf(found)));
}

function placeOf({ file, object, pointer }: Diagnostic): string {
  return JSON.stringify([file, object, pointer]);
}
