import type { Code } from '../../core/codes.ts';
import { isJsonObject, type Json, type JsonObject } from '../../core/json.ts';
import { toDotted, type Path } from '../../core/pointer.ts';
import type { Finding, Walk } from '../schema/finding.ts';
import type { SchemaNode } from '../schema/node.ts';
import { structChecks } from './all.ts';
import type { Conflict, Server } from './conflict.ts';
import { withoutOpaque } from './opaque.ts';

/** What is known besides the object. */
export interface ConflictContext {
  readonly opaque: Walk['opaque'];
  readonly server: Server;
  /** Whether a rule over the whole tree is on, which tells some conflicts in better words. */
  readonly isOn: (rule: Code) => boolean;
}

/**
 * What API servers refuse though the schema has nothing against it: fields that exclude or need each other, amounts that
 * contradict each other. A value that is not known yet is refused for nothing.
 */
export function checkConflicts(
  node: SchemaNode,
  object: JsonObject,
  { opaque, server, isOn }: ConflictContext,
): Finding[] {
  const walk: Place = { path: [], findings: [], server, isOn };
  visit(walk, node, withoutOpaque(object, opaque));
  return walk.findings;
}

interface Place {
  readonly path: (string | number)[];
  readonly findings: Finding[];
  readonly server: Server;
  readonly isOn: (rule: Code) => boolean;
}

function visit(walk: Place, node: SchemaNode, value: Json): void {
  const { items, values, struct, fields } = node;
  if (Array.isArray(value)) {
    if (items === undefined || items.type === 'string') return;
    for (const [index, item] of value.entries()) visitAt(walk, items, { key: index, item });
    return;
  }
  if (!isJsonObject(value) || (fields === undefined && values === undefined)) return;
  for (const check of structChecks(walk.server.minor).get(struct ?? '') ?? []) {
    for (const conflict of check(value, node, walk.server))
      if (conflict.toldBy === undefined || !walk.isOn(conflict.toldBy))
        walk.findings.push(findingOf(conflict, walk.path));
  }
  for (const key in value) {
    const item = value[key];
    if (typeof item !== 'object' || key === 'status') continue;
    const child = fields?.get(key) ?? values;
    if (child !== undefined) visitAt(walk, child, { key, item });
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
