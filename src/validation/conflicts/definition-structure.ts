import { isJsonObject, type Json, type JsonObject } from '../../core/json.ts';
import type { Path } from '../../core/pointer.ts';
import { checkValue } from '../schema/check.ts';
import { structuralNode } from '../schema/structural.ts';
import { conflictIf, missing, says, type Conflict } from './conflict.ts';

export type Level = 'root' | 'field' | 'item' | 'nested';

/** Where a schema stands in a definition. */
export interface Place {
  readonly path: Path;
  readonly level: Level;
  /** Inside the metadata of an object that is embedded. */
  readonly inMetadata?: boolean;
}

const EMBEDDED = 'x-kubernetes-embedded-resource';
const KEEPS = 'x-kubernetes-preserve-unknown-fields';

const PLACES: Readonly<Record<Exclude<Level, 'nested'>, string>> = {
  root: 'the root needs it',
  field: 'every field needs it',
  item: 'items need it',
};

/** What a schema has to say where it is not below allOf and its like. */
export function structural(schema: JsonObject, place: Place): Conflict[] {
  const { path, level, inMetadata } = place;
  const { properties } = schema;
  const isEmbedded = schema[EMBEDDED] === true;
  const isIntOrString = schema['x-kubernetes-int-or-string'] === true;
  const keeps = schema[KEEPS] === true;
  const isMetadata = level === 'root' || isEmbedded;
  const wrong: [boolean, string, string][] = [
    [isIntOrString && keeps, KEEPS, 'must not stand beside x-kubernetes-int-or-string'],
    [isIntOrString && isEmbedded, EMBEDDED, 'must not stand beside x-kubernetes-int-or-string'],
    [inMetadata === true && isEmbedded, EMBEDDED, 'must not stand in metadata'],
    [level === 'root' && schema['nullable'] === true, 'nullable', 'must not be true at the root'],
    [
      isThere(schema['additionalProperties']) && isMetadata,
      'additionalProperties',
      level === 'root' ? 'must not stand at the root' : 'must not stand in an embedded resource',
    ],
  ];
  return [
    ...typed(schema, place),
    ...wrong.flatMap(([isWrong, field, must]) => conflictIf(isWrong, [...path, field], must)),
    ...(isEmbedded && !keeps && !isFilled(properties)
      ? [missing([...path, 'properties'], `an embedded resource needs it, or ${KEEPS}`)]
      : []),
    ...(isMetadata && isJsonObject(properties) ? metadata(properties, { path, level }) : []),
    ...defaults(schema, path, inMetadata === true),
  ];
}

function typed(schema: JsonObject, { path, level }: Place): Conflict[] {
  const { type } = schema;
  const isEmbedded = schema[EMBEDDED] === true;
  const isOpen = schema['x-kubernetes-int-or-string'] === true || schema[KEEPS] === true;
  const isOther = says(schema, 'type') && type !== 'object';
  return [
    ...(!says(schema, 'type') && !(isOpen && !isEmbedded) && level !== 'nested'
      ? [missing([...path, 'type'], PLACES[level])]
      : []),
    ...conflictIf(
      isOther && (level === 'root' || isEmbedded),
      [...path, 'type'],
      `must be object ${level === 'root' ? 'at the root' : 'for an embedded resource'}`,
    ),
    ...(type === 'array' && !isThere(schema['items'])
      ? [missing([...path, 'items'], 'an array needs it')]
      : []),
  ];
}

/** What every object has is not said anew. */
function metadata(properties: JsonObject, { path, level }: Place): Conflict[] {
  const own = properties['metadata'];
  const others = ['apiVersion', 'kind'].flatMap((name) => {
    const property = properties[name];
    return conflictIf(
      isJsonObject(property) && property['type'] !== 'string',
      [...path, 'properties', name, 'type'],
      'must be string',
    );
  });
  if (!isJsonObject(own)) return others;
  const place = [...path, 'properties', 'metadata'];
  const known = Object.keys(isJsonObject(own['properties']) ? own['properties'] : {});
  const isMore =
    Object.keys(own).some((field) => !['type', 'properties', 'description'].includes(field)) ||
    known.some((field) => field !== 'name' && field !== 'generateName');
  return [
    ...others,
    ...conflictIf(own['type'] !== 'object', [...place, 'type'], 'must be object'),
    ...conflictIf(level === 'root' && isMore, place, 'must say nothing but name and generateName'),
  ];
}

/** A default is what the schema takes, without fields that it does not know. */
function defaults(schema: JsonObject, path: Path, inMetadata: boolean): Conflict[] {
  const value = schema['default'];
  if (value === undefined || inMetadata) return [];
  const context = { resolve: () => ({ type: 'any' as const }), skipped: { cel: 0, patterns: 0 } };
  const isNull = value === null && schema['nullable'] !== true;
  const [first] = isNull ? [] : checkValue(structuralNode(schema, context), value);
  if (first === undefined) return [];
  return [{ path: [...path, 'default'], must: 'must fit the schema that it is the default of' }];
}

/** True for what is neither absent nor empty text. */
export function isThere(value: Json | undefined): boolean {
  return value !== undefined && value !== null && value !== '';
}

/** True for a mapping without keys. */
export function isEmptyMap(value: Json | undefined): boolean {
  return isJsonObject(value) && Object.keys(value).length === 0;
}

/** True for a mapping with keys. */
export function isFilled(value: Json | undefined): boolean {
  return isJsonObject(value) && Object.keys(value).length > 0;
}
