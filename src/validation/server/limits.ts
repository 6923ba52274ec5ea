import type { SchemaNode } from '../schema/node.ts';
import { SERVER_TABLES } from './groups/all.ts';
import { refine } from './rules.ts';
import { rulesOf, type ServerRule } from './table.ts';

/** What servers of one version check in a field, by `core.Container.name`. */
export type ServerLimits = ReadonlyMap<string, readonly ServerRule[]>;

const known = new Map<number, ServerLimits>();

/** The limits of a minor version of Kubernetes 1. */
export function serverLimits(minor: number): ServerLimits {
  const made = known.get(minor) ?? makeLimits(minor);
  known.set(minor, made);
  return made;
}

/** The node of a field with what servers check besides; the node itself where they check nothing. */
export function withServerLimits(
  limits: ServerLimits,
  place: string,
  node: SchemaNode,
): SchemaNode {
  return (limits.get(place) ?? []).reduce(withRule, node);
}

function makeLimits(minor: number): ServerLimits {
  const limits = new Map<string, ServerRule[]>();
  for (const rule of rulesOf(SERVER_TABLES, minor)) {
    if (rule.field === undefined) continue;
    const place = `${rule.struct}.${rule.field}`;
    limits.set(place, [...(limits.get(place) ?? []), rule]);
  }
  return limits;
}

function withRule(node: SchemaNode, { part, words }: ServerRule): SchemaNode {
  if (part === 'value') return refine(node, words);
  const inner = node[part];
  return inner === undefined ? node : { ...node, [part]: refine(inner, words) };
}
