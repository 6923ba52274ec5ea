import { isJsonObject, type Json } from '../../core/json.ts';
import { wellKnown } from './well-known.ts';

const DOCUMENTATION = new Set([
  'description',
  'title',
  'default',
  'example',
  'externalDocs',
  'x-kubernetes-group-version-kind',
  'x-kubernetes-list-type',
  'x-kubernetes-map-type',
  'x-kubernetes-patch-merge-key',
  'x-kubernetes-patch-strategy',
  'x-kubernetes-unions',
]);

/** True for members of a schema that change nothing about what it accepts. */
export function isDocumentation(key: string): boolean {
  return DOCUMENTATION.has(key);
}

/** A schema without documentation, its references by short name. */
export function trim(schema: Json, names: (name: string) => string): Json {
  if (Array.isArray(schema)) return schema.map((item) => trim(item, names));
  if (!isJsonObject(schema)) return schema;
  const entries = Object.entries(schema)
    .filter(([key]) => !isDocumentation(key))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]): [string, Json] => {
      if (key === '$ref' && typeof value === 'string') return [key, reference(value, names)];
      if (key !== 'properties' || !isJsonObject(value)) return [key, trim(value, names)];
      // Names of fields, which may be called `description`.
      const fields = Object.entries(value).map(
        ([name, item]) => [name, trim(item, names)] as const,
      );
      return [key, Object.fromEntries(fields.sort(([a], [b]) => (a < b ? -1 : 1)))];
    });
  return Object.fromEntries(entries);
}

/** `#NAME` of a definition, or the text of a type as rows have it. */
function reference(value: string, names: (name: string) => string): string {
  const name = value.replace('#/definitions/', '');
  return wellKnown(name) ?? `#${names(name)}`;
}
