import { isJsonObject, type Json, type JsonObject } from '../../src/core/json.ts';
import { toPointer, type Path } from '../../src/core/pointer.ts';
import type { SchemaNode } from '../../src/validation/schema/node.ts';

/** A single fault put into an object: what must be found, and where. */
export interface Fault {
  readonly object: JsonObject;
  readonly code: string;
  readonly pointer: string;
}

/** Every single fault that an object can have: an unknown field, a missing one, a value of a wrong type. */
export function faultsOf(object: JsonObject, node: SchemaNode): Fault[] {
  return places(object, node, []).flatMap(({ path, value, schema }) => {
    const faults: Fault[] = [];
    const put = (code: string, at: Path, next: Json | undefined) => {
      faults.push({
        object: replaced(object, at, next) as JsonObject,
        code,
        pointer: toPointer(at),
      });
    };
    if (schema.type !== 'any' && path.length > 0) put('schema/type', path, wrongFor(schema));
    if (schema.type !== 'object' || !isJsonObject(value)) return faults;
    if (schema.values === undefined) put('schema/unknown-field', [...path, 'unheardOf'], 1);
    // Servers ignore a status that comes with an object.
    if (path[0] === 'status') return faults;
    for (const field of schema.required ?? []) put('schema/required', [...path, field], undefined);
    return faults;
  });
}

interface Place {
  readonly path: Path;
  readonly value: Json;
  readonly schema: SchemaNode;
}

function places(value: Json, schema: SchemaNode, path: Path): Place[] {
  const here = { path, value, schema };
  if (Array.isArray(value) && schema.items !== undefined) {
    const { items } = schema;
    return [here, ...value.flatMap((item, index) => places(item, items, [...path, index]))];
  }
  if (!isJsonObject(value) || schema.type !== 'object') return [here];
  return [
    here,
    ...Object.entries(value).flatMap(([key, item]) => {
      const child = schema.fields?.get(key) ?? schema.values;
      return child === undefined ? [] : places(item, child, [...path, key]);
    }),
  ];
}

function wrongFor({ type }: SchemaNode): Json {
  if (type === 'string') return 1;
  if (type === 'object' || type === 'array') return 'x';
  return { wrong: true };
}

function replaced(value: Json, path: Path, next: Json | undefined): Json {
  const [part, ...rest] = path;
  if (part === undefined) return next ?? null;
  if (Array.isArray(value))
    return value.map((item, index) => (index === part ? replaced(item, rest, next) : item));
  const { [part]: old, ...others } = value as JsonObject;
  if (rest.length === 0 && next === undefined) return others;
  return { ...others, [part]: replaced(old ?? null, rest, next) };
}
