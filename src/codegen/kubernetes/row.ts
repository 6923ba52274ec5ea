import { isJsonObject, type Json, type JsonObject } from '../../core/json.ts';
import type { SchemaRow } from '../../core/schema-table.ts';
import { isDocumentation } from './trim.ts';
import { wellKnown } from './well-known.ts';

/** A struct that a row can say in full, one that needs a schema, or a type that is written where it is used. */
export type Row =
  | { readonly kind: 'row'; readonly row: SchemaRow }
  | { readonly kind: 'more' }
  | { readonly kind: 'inline'; readonly text: string };

/** How a definition stands in a table. */
export function rowOf(
  definition: JsonObject,
  definitions: JsonObject,
  names: (name: string) => string,
): Row {
  const text = leafOf(definition);
  if (text !== undefined) return { kind: 'inline', text };
  const { properties, required, ...rest } = definition;
  const isPlain = Object.keys(rest).every((key) => key === 'type' || isDocumentation(key));
  if (!isPlain || !isJsonObject(properties)) return { kind: 'more' };
  const wanted = new Set(texts(required));
  const row: Record<string, string> = {};
  for (const field of Object.keys(properties).sort()) {
    const type = typeOf(properties[field], definitions, names);
    if (type === undefined) return { kind: 'more' };
    row[field] = wanted.has(field) ? `${type}!` : type;
  }
  const isComplete = [...wanted].every((field) => Object.hasOwn(row, field));
  return isComplete ? { kind: 'row', row } : { kind: 'more' };
}

/** The text of a type; undefined when it has limits or fields of its own. */
function typeOf(
  schema: Json | undefined,
  definitions: JsonObject,
  names: (name: string) => string,
): string | undefined {
  if (!isJsonObject(schema)) return undefined;
  const { $ref: reference } = schema;
  if (typeof reference === 'string') {
    const name = reference.replace('#/definitions/', '');
    const known = wellKnown(name);
    if (known !== undefined) return known;
    const target = definitions[name];
    const leaf = isJsonObject(target) ? leafOf(target) : undefined;
    return leaf ?? `#${names(name)}`;
  }
  const keys = Object.keys(schema).filter((key) => !isDocumentation(key));
  if (schema['type'] === 'array' && keys.every((key) => LIST_KEYS.has(key))) {
    const item = typeOf(schema['items'], definitions, names);
    return item === undefined ? undefined : `[${listKeys(schema)}]${item}`;
  }
  if (isJsonObject(schema['additionalProperties']) && keys.length === 2) {
    const value = typeOf(schema['additionalProperties'], definitions, names);
    return value === undefined ? undefined : `{}${value}`;
  }
  return leafOf(schema);
}

const LIST_KEYS = new Set(['type', 'items', 'x-kubernetes-list-map-keys']);

function listKeys(schema: JsonObject): string {
  return texts(schema['x-kubernetes-list-map-keys']).join(',');
}

function texts(list: Json | undefined): string[] {
  return Array.isArray(list) ? list.filter((item) => typeof item === 'string') : [];
}

const LEAVES: Readonly<Record<string, string>> = {
  'string/': 'string',
  'string/byte': 'byte',
  'string/date-time': 'date-time',
  'boolean/': 'boolean',
  'integer/': 'integer',
  'integer/int32': 'int32',
  'integer/int64': 'int64',
  'number/': 'number',
  'number/double': 'number',
  'object/': 'object',
};

function leafOf(schema: JsonObject): string | undefined {
  if (schema['x-kubernetes-int-or-string'] === true && !('pattern' in schema))
    return 'int-or-string';
  if (schema['format'] === 'quantity') return 'quantity';
  const keys = Object.keys(schema).filter((key) => !isDocumentation(key));
  if (keys.length === 1 && schema['x-kubernetes-preserve-unknown-fields'] === true) return 'any';
  if (!keys.every((key) => key === 'type' || key === 'format')) return undefined;
  if (schema['format'] === 'int-or-string') return 'int-or-string';
  const [type, format] = [schema['type'], schema['format']].map((text) =>
    typeof text === 'string' ? text : '',
  );
  return keys.length === 0 ? 'any' : LEAVES[`${type ?? ''}/${format ?? ''}`];
}
