import { isJsonObject, type Json, type JsonObject } from '../../core/json.ts';
import type { Path } from '../../core/pointer.ts';
import { conflictIf, says, type Conflict } from './conflict.ts';
import { lists } from './definition-lists.ts';
import { patterns, rules } from './definition-rules.ts';
import { isEmptyMap, isFilled, isThere, structural, type Place } from './definition-structure.ts';

/** What servers refuse in the schema of a custom resource: what is not structural, and what they have no use for. */
export function schemaConflicts(schema: JsonObject, path: Path): Conflict[] {
  return visit(schema, { path, level: 'root' });
}

function visit(schema: JsonObject, place: Place): Conflict[] {
  return [
    ...unsupported(schema, place),
    ...(place.level === 'nested' ? nested(schema, place) : structural(schema, place)),
    ...lists(schema, place.path),
    ...patterns(schema, place.path),
    ...rules(schema, place.path),
    ...children(schema, place),
  ];
}

const UNSUPPORTED = [
  ...['id', 'additionalItems', 'patternProperties', 'definitions', 'dependencies', '$ref'],
];

const TYPES: readonly string[] = ['string', 'number', 'integer', 'boolean', 'array', 'object'];

function unsupported(schema: JsonObject, { path }: Place): Conflict[] {
  const { type } = schema;
  return [
    ...UNSUPPORTED.filter((field) => isThere(schema[field]) && !isEmptyMap(schema[field])).map(
      (field) => ({ path: [...path, field], must: 'is not supported in definitions' }),
    ),
    ...conflictIf(
      typeof type === 'string' && type !== '' && !TYPES.includes(type),
      [...path, 'type'],
      `must be one of ${TYPES.join(', ')}`,
    ),
    ...conflictIf(
      schema['uniqueItems'] === true,
      [...path, 'uniqueItems'],
      'must not be true: write x-kubernetes-list-type: set',
    ),
    ...conflictIf(Array.isArray(schema['items']), [...path, 'items'], 'must be one schema'),
    ...conflictIf(
      isThere(schema['additionalProperties']) &&
        typeof schema['additionalProperties'] !== 'boolean' &&
        !isJsonObject(schema['additionalProperties']),
      [...path, 'additionalProperties'],
      'must be a schema, true or false',
    ),
    ...conflictIf(
      schema['x-kubernetes-preserve-unknown-fields'] === false,
      [...path, 'x-kubernetes-preserve-unknown-fields'],
      'must be true, or left out',
    ),
    ...conflictIf(
      isFilled(schema['properties']) &&
        isThere(schema['additionalProperties']) &&
        schema['additionalProperties'] !== true,
      [...path, 'additionalProperties'],
      'must not stand beside properties',
    ),
  ];
}

/** What only limits values says nothing of their shape. */
const SHAPES = [
  ...['type', 'default', 'title', 'description', 'nullable', 'additionalProperties'],
  ...['x-kubernetes-preserve-unknown-fields', 'x-kubernetes-embedded-resource'],
  ...['x-kubernetes-int-or-string', 'x-kubernetes-list-map-keys', 'x-kubernetes-list-type'],
  ...['x-kubernetes-map-type', 'x-kubernetes-validations'],
];

function nested(schema: JsonObject, { path }: Place): Conflict[] {
  return SHAPES.filter((field) => says(schema, field) && schema[field] !== false).map((field) => ({
    path: [...path, field],
    must: 'must not stand below allOf, anyOf, oneOf and not',
  }));
}

const INT_OR_STRING = JSON.stringify([{ type: 'integer' }, { type: 'string' }]);

function children(schema: JsonObject, { path, level, inMetadata }: Place): Conflict[] {
  const { items, properties, additionalProperties, not } = schema;
  const isNested = level === 'nested';
  const isMetadata = level === 'root' || schema['x-kubernetes-embedded-resource'] === true;
  const deeper = (value: Json | undefined, place: Place) =>
    isJsonObject(value) ? visit(value, place) : [];
  const known = isJsonObject(properties) ? Object.entries(properties) : [];
  return [
    ...known.flatMap(([name, value]) =>
      level === 'root' && name === 'metadata'
        ? []
        : deeper(value, {
            path: [...path, 'properties', name],
            level: isNested ? 'nested' : 'field',
            inMetadata: inMetadata === true || (isMetadata && name === 'metadata'),
          }),
    ),
    ...deeper(items, { path: [...path, 'items'], level: isNested ? 'nested' : 'item' }),
    ...deeper(additionalProperties, {
      path: [...path, 'additionalProperties'],
      level: isNested ? 'nested' : 'field',
    }),
    ...deeper(not, { path: [...path, 'not'], level: 'nested' }),
    ...(['allOf', 'anyOf', 'oneOf'] as const).flatMap((field) => {
      const list = schema[field];
      if (!Array.isArray(list) || (field === 'anyOf' && JSON.stringify(list) === INT_OR_STRING))
        return [];
      return list.flatMap((value, index) => {
        const isPair =
          field === 'allOf' &&
          index === 0 &&
          isJsonObject(value) &&
          JSON.stringify(value['anyOf']) === INT_OR_STRING;
        return isPair ? [] : deeper(value, { path: [...path, field, index], level: 'nested' });
      });
    }),
  ];
}
