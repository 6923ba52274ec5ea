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
  const walk = { path: [], findings: [] };
  visit(walk, node, object);
  return walk.findings.filter(({ path }) => !isOpaque(object, path, opaque));
}

type Place = Pick<Walk, 'path' | 'findings'>;

function visit(walk: Place, node: SchemaNode, value: Json): void {
  const { items, title, fields } = node;
  if (Array.isArray(value)) {
    if (items === undefined || items.type === 'string') return;
    for (const [index, item] of value.entries()) visitAt(walk, items, { key: index, item });
    return;
  }
  if (!isJsonObject(value) || fields === undefined) return;
  for (const check of STRUCT_CHECKS.get(title ?? '') ?? []) {
    for (const conflict of check(value, node)) walk.findings.push(findingOf(conflict, walk.path));
  }
  for (const key in value) {
    const item = value[key];
    const child = typeof item === 'object' && key !== 'status' ? fields.get(key) : undefined;
    if (child !== undefined && item !== undefined) visitAt(walk, child, { key, item });
  }
}

function visitAt(
  walk: Place,
  node: SchemaNode,
  { key, item }: { readonly key: string | number; readonly item: Json },
): void {
  walk.path.push(key);
  visit(walk, node, item);
  walk.path.pop();
}

function findingOf({ code, path, must, severity, help }: Conflict, at: Path): Finding {
  const place: Path = [...at, ...path];
  const message = `${place.length === 0 ? 'the object' : toDotted(place)} ${must}`;
  return {
    ...{ code: code ?? 'schema/conflict', path: place, message },
    ...(severity === undefined ? {} : { severity }),
    ...(help === undefined ? {} : { help }),
  };
}

function isOpaque(object: JsonObject, path: Path, opaque: Walk['opaque']): boolean {
  let value: Json | undefined = object;
  for (const part of path)
    value = (value as Record<string | number, Json> | null | undefined)?.[part];
  return typeof value === 'string' && opaque(value) !== undefined;
}
