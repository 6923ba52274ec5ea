import { isJsonObject, type Json, type JsonObject } from '../../core/json.ts';
import { toDotted, type Path } from '../../core/pointer.ts';
import type { Finding, Walk } from '../schema/finding.ts';
import type { SchemaNode } from '../schema/node.ts';
import { STRUCT_CHECKS } from './all.ts';
import type { Conflict } from './conflict.ts';

/**
 * What API servers refuse though the schema has nothing against it: fields that exclude or need each other, amounts that
 * contradict each other. A value that is not known yet is refused for nothing.
 */
export function checkConflicts(
  node: SchemaNode,
  object: JsonObject,
  opaque: Walk['opaque'],
): Finding[] {
  return [...visit(node, object, [])].filter(({ path }) => !isOpaque(object, path, opaque));
}

function visit(node: SchemaNode, value: Json, path: Path): Finding[] {
  if (Array.isArray(value)) {
    const { items } = node;
    if (items === undefined) return [];
    return value.flatMap((item, index) => visit(items, item, [...path, index]));
  }
  const { title, fields } = node;
  if (!isJsonObject(value) || fields === undefined) return [];
  const checks = title === undefined ? undefined : STRUCT_CHECKS.get(title);
  return [
    ...(checks ?? [])
      .flatMap((check) => check(value, node))
      .map((conflict) => findingOf(conflict, path)),
    ...Object.entries(value).flatMap(([field, item]) => {
      const child = typeof item === 'object' ? fields.get(field) : undefined;
      return child === undefined || field === 'status' ? [] : visit(child, item, [...path, field]);
    }),
  ];
}

function findingOf({ code, path, must, severity }: Conflict, at: Path): Finding {
  const place = [...at, ...path];
  const message = `${place.length === 0 ? 'the object' : toDotted(place)} ${must}`;
  return {
    ...{ code: code ?? 'schema/conflict', path: place, message },
    ...(severity === undefined ? {} : { severity }),
  };
}

function isOpaque(object: JsonObject, path: Path, opaque: Walk['opaque']): boolean {
  let value: Json | undefined = object;
  for (const part of path)
    value = (value as Record<string | number, Json> | null | undefined)?.[part];
  return typeof value === 'string' && opaque(value) !== undefined;
}
