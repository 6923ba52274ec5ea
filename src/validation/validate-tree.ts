import type { Diagnostic } from '../core/diagnostic.ts';
import { checkData } from './metadata/check-data.ts';
import { checkMetadata } from './metadata/check-metadata.ts';
import { checkDuplicates } from './metadata/identities.ts';
import { checkNamespaces } from './metadata/namespaces.ts';
import { checkSchemas, diagnosticOf } from './schema/check-schemas.ts';
import type { SchemaRegistry } from './schema/registry.ts';
import { treeEntries, type TreeFile } from './schema/tree-object.ts';
import { applySettings, type RuleSettings } from './settings.ts';

/** What validation has to know of a project. */
export interface ValidationContext {
  readonly registry: SchemaRegistry;
  readonly settings: RuleSettings & {
    readonly external: Readonly<Record<string, readonly string[]>>;
  };
}

/** Checks all objects of a tree, wherever it was read from: schemas, names, identities. Sorted by file. */
export function validateTree(
  files: readonly TreeFile[],
  { registry, settings }: ValidationContext,
): Diagnostic[] {
  const entries = treeEntries(files);
  const found = [
    ...checkSchemas(entries, registry),
    ...entries.flatMap((entry) =>
      [...checkMetadata(entry), ...checkData(entry)].map((finding) =>
        diagnosticOf(entry, { ...finding, path: [...entry.path, ...finding.path] }),
      ),
    ),
    ...checkDuplicates(entries, registry),
    ...checkNamespaces(entries, registry, settings.external['namespaces'] ?? []),
  ];
  const order = new Map(files.map(({ path }, index) => [path, index]));
  const rank = ({ file }: Diagnostic) => order.get(file ?? '') ?? files.length;
  return applySettings(found, settings, entries).sort((a, b) => rank(a) - rank(b));
}
