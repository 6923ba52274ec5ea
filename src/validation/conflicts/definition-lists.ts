import { isJsonObject, type Json, type JsonObject } from '../../core/json.ts';
import type { Path } from '../../core/pointer.ts';
import { conflictIf, missing, type Conflict } from './conflict.ts';

const LIST = 'x-kubernetes-list-type';
const MAP = 'x-kubernetes-map-type';
const KEYS = 'x-kubernetes-list-map-keys';

/** What a schema says of merging lists and mappings holds together. */
export function lists(schema: JsonObject, path: Path): Conflict[] {
  const { type } = schema;
  const [list, map, keys] = [schema[LIST], schema[MAP], schema[KEYS]];
  return [
    ...known(map, ['atomic', 'granular'], [...path, MAP]),
    ...known(list, ['atomic', 'set', 'map'], [...path, LIST]),
    ...conflictIf(
      isThere(map) && type !== 'object',
      [...path, 'type'],
      `must be object for ${MAP}`,
    ),
    ...conflictIf(
      isThere(list) && type !== 'array',
      [...path, 'type'],
      `must be array for ${LIST}`,
    ),
    ...conflictIf(
      Array.isArray(keys) && keys.length > 0 && list !== 'map',
      [...path, LIST],
      `must be map for ${KEYS}`,
    ),
    ...(list === 'map' ? keyed(schema, path) : []),
    ...(list === 'set' ? ofSet(schema['items'], [...path, 'items']) : []),
    ...conflictIf(
      (list === 'map' || list === 'set') &&
        isJsonObject(schema['items']) &&
        schema['items']['nullable'] === true,
      [...path, 'items', 'nullable'],
      `must not be true in a list of type ${list === 'map' ? 'map' : 'set'}`,
    ),
  ];
}

function known(value: Json | undefined, allowed: readonly string[], path: Path): Conflict[] {
  return conflictIf(
    typeof value === 'string' && !allowed.includes(value),
    path,
    `must be one of ${allowed.join(', ')}`,
  );
}

function ofSet(items: Json | undefined, path: Path): Conflict[] {
  if (!isJsonObject(items)) return [];
  const isOpenList = items['type'] === 'array' && isThere(items[LIST]) && items[LIST] !== 'atomic';
  return [
    ...conflictIf(isOpenList, [...path, LIST], 'must be atomic in a set'),
    ...conflictIf(
      items['type'] === 'object' && items[MAP] !== 'atomic',
      [...path, MAP],
      'must be atomic in a set',
    ),
  ];
}

function keyed(schema: JsonObject, path: Path): Conflict[] {
  const { items } = schema;
  const keys = schema[KEYS];
  if (!Array.isArray(keys) || keys.length === 0)
    return [missing([...path, KEYS], 'a list of type map needs at least one')];
  if (!isJsonObject(items)) return [missing([...path, 'items'], 'a list of type map needs it')];
  if (items['type'] !== 'object')
    return [{ path: [...path, 'items', 'type'], must: 'must be object in a list of type map' }];
  const properties = isJsonObject(items['properties']) ? items['properties'] : {};
  const required = Array.isArray(items['required']) ? items['required'] : [];
  const names = keys.filter((key) => typeof key === 'string');
  return [
    ...conflictIf(new Set(names).size < names.length, [...path, KEYS], 'must not name a key twice'),
    ...names.flatMap((key) => {
      const property = Object.hasOwn(properties, key) ? properties[key] : undefined;
      const place = [...path, 'items', 'properties', key];
      if (!isJsonObject(property))
        return [{ path: [...path, KEYS], must: 'must name fields of the items' }];
      const isScalar = property['type'] !== 'array' && property['type'] !== 'object';
      return [
        ...conflictIf(!isScalar, [...place, 'type'], 'must be a scalar: it is a key of the list'),
        ...conflictIf(
          property['nullable'] === true,
          [...place, 'nullable'],
          'must not be true: it is a key of the list',
        ),
        ...(!required.includes(key) && (property['default'] ?? null) === null
          ? [missing([...place, 'default'], 'a key of a list has a default or is required')]
          : []),
      ];
    }),
  ];
}

function isThere(value: Json | undefined): boolean {
  return value !== undefined && value !== null;
}
