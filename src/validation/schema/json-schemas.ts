import { isJsonObject, type Json, type JsonObject } from '../../core/json.ts';
import type { CustomKind } from './custom-kinds.ts';

/** A kind of objects whose schema is looked for. */
export interface WantedKind {
  readonly apiVersion: string;
  readonly kind: string;
}

/**
 * Whether a file is named as the JSON Schema of a kind: `GROUP/KIND_VERSION.json`, as the CRDs-catalog has them, or
 * `KIND-GROUP-VERSION.json` with the first word of the group, as kubeconform looks for them by default. Names of kinds are
 * in lower case there.
 *
 * @param path absolute
 */
export function isSchemaOf(path: string, { apiVersion, kind }: WantedKind): boolean {
  const [group = '', version = ''] = apiVersion.split('/');
  const [file = '', folder] = path.toLowerCase().split('/').reverse();
  const name = kind.toLowerCase();
  return (
    (folder === group && file === `${name}_${version}.json`) ||
    file === `${name}-${group.split('.', 1)[0] ?? ''}-${version}.json`
  );
}

/** The kind with its JSON Schema; nothing when the document is none. */
export function kindOfSchema(document: Json, { apiVersion, kind }: WantedKind): CustomKind[] {
  if (!isJsonObject(document) || !isJsonObject(document['properties'])) return [];
  // The converters leave the top open; the server does not.
  const schema = structural({ additionalProperties: false, ...document });
  const unknown = { namespaced: null, deprecated: false, deprecationWarning: undefined };
  return [{ apiVersion, kind, schema: isJsonObject(schema) ? schema : undefined, ...unknown }];
}

/** Members that hold schemas by name, a list of schemas, or one schema. */
const BY_NAME = ['properties'];
const LISTS = ['allOf', 'anyOf', 'oneOf'];
const SINGLE = ['items', 'additionalProperties', 'not'];

/**
 * The schema as a definition would have it. The converters write a type or null as a list of two, an integer or text as
 * `oneOf`, and refuse unknown fields by `additionalProperties`, where a definition says what it keeps instead.
 */
function structural(schema: Json): Json {
  if (!isJsonObject(schema)) return schema;
  if ('$ref' in schema) return {};
  const { additionalProperties, ...rest } = withPlainType(schema);
  const given = { ...rest, ...fieldsBeside(additionalProperties) };
  return Object.fromEntries(
    Object.entries(given).map(([keyword, value]) => [keyword, inner(keyword, value)]),
  );
}

/** What may stand beside the fields that are named: everything, where the schema says nothing of it. */
function fieldsBeside(additionalProperties: Json | undefined): JsonObject {
  if (additionalProperties === undefined) return { 'x-kubernetes-preserve-unknown-fields': true };
  return additionalProperties === false ? {} : { additionalProperties };
}

function inner(keyword: string, value: Json): Json {
  if (SINGLE.includes(keyword)) return structural(value);
  if (LISTS.includes(keyword) && Array.isArray(value)) return value.map(structural);
  if (!BY_NAME.includes(keyword) || !isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, property]) => [name, structural(property)]),
  );
}

function withPlainType(schema: JsonObject): JsonObject {
  const { type, oneOf, ...rest } = schema;
  const types = Array.isArray(type) ? type : [type];
  const plain = types.filter((each) => each !== 'null' && each !== undefined);
  const nullable = types.includes('null') ? { nullable: true } : {};
  const isIntOrString =
    isEither(plain) ||
    (Array.isArray(oneOf) &&
      isEither(oneOf.map((each) => (isJsonObject(each) ? each['type'] : undefined))));
  if (isIntOrString) return { ...rest, ...nullable, 'x-kubernetes-int-or-string': true };
  const [only, ...more] = plain;
  return {
    ...rest,
    ...nullable,
    ...(oneOf === undefined ? {} : { oneOf }),
    ...(only === undefined || more.length > 0 ? {} : { type: only }),
  };
}

/** An integer or text, in either order. */
function isEither(types: readonly (Json | undefined)[]): boolean {
  return types.length === 2 && types.includes('string') && types.includes('integer');
}
