import type { Diagnostic } from '../core/diagnostic.ts';
import { checkData } from './metadata/check-data.ts';
import { checkMetadata } from './metadata/check-metadata.ts';
import { checkDuplicates } from './metadata/identities.ts';
import { checkNamespaces } from './metadata/namespaces.ts';
import { checkSchemas } from './schema/check-schemas.ts';
import { diagnosticOf } from './schema/finding-diagnostic.ts';
import type { SchemaRegistry } from './schema/registry.ts';
import type { TreeEntry } from './schema/tree-object.ts';
import { isOn, type RuleSettings } from './settings.ts';

/** What validation has to know of a project. */
export interface ValidationContext {
  readonly registry: SchemaRegistry;
  readonly settings: RuleSettings & {
    readonly external: Readonly<Record<string, readonly string[]>>;
  };
}

/** Checks objects, wherever they were read from: schemas, names, sizes, identities. Severities are the checks' own. */
export function validateObjects(
  entries: readonly TreeEntry[],
  { registry, settings }: ValidationContext,
): Diagnostic[] {
  return [
    ...checkSchemas(entries, registry, (code) => isOn({ code, severity: 'error' }, settings)),
    ...entries.flatMap((entry) =>
      [...checkMetadata(entry, registry), ...checkData(entry)].map((finding) =>
        diagnosticOf(entry, { ...finding, path: [...entry.path, ...finding.path] }),
      ),
    ),
    ...checkDuplicates(entries, registry),
    ...checkNamespaces(entries, registry, settings.external['namespaces'] ?? []),
  ];
}
