import type { Diagnostic } from '../../src/core/diagnostic.ts';
import type { Json } from '../../src/core/json.ts';
import { validateObjects } from '../../src/validation/objects.ts';
import type { SchemaRegistry } from '../../src/validation/schema/registry.ts';
import { treeEntries } from '../../src/validation/schema/tree-object.ts';

/** What validation finds in files of objects; placeholders are texts that start with `ref+`. */
export function findingsIn(
  registry: SchemaRegistry,
  files: Readonly<Record<string, readonly Json[]>>,
): Diagnostic[] {
  const opaque = (text: string) => (text.startsWith('ref+') ? ('value' as const) : undefined);
  const trees = Object.entries(files).map(([path, objects]) => ({
    ...{ path, objects, hide: false, opaque },
  }));
  const settings = { rules: {}, external: {} };
  return validateObjects(treeEntries(trees), { registry, settings });
}

/** `code pointer` of each finding. */
export function brief(found: readonly Diagnostic[]): string[] {
  return found.map(({ code, pointer }) => (pointer === undefined ? code : `${code} ${pointer}`));
}
