import { isJsonObject, type Json } from '../../core/json.ts';
import { duplicateItem, type Walk } from './finding.ts';
import type { SchemaNode } from './node.ts';

/**
 * Finds items that a list's keys do not tell apart. Ports are left to a rule of their own: what servers assume for a
 * missing protocol belongs to their keys.
 */
export function checkKeys(
  walk: Walk,
  { keys = [], nullable, unique }: SchemaNode,
  value: readonly Json[],
): void {
  if (keys.some((key) => key === 'port' || key === 'containerPort')) return;
  // API servers refuse duplicates in custom resources; in most lists of built-in kinds server-side apply alone does.
  const isRefused = nullable !== undefined || unique === true;
  const seen = new Set<string>();
  for (const [index, item] of value.entries()) {
    const identity = identityOf(item, keys);
    if (identity === undefined) continue;
    if (seen.has(identity)) {
      const place = keys.length === 1 ? [index, ...keys] : [index];
      walk.path.push(...place);
      duplicateItem(walk, keys, isRefused);
      walk.path.length -= place.length;
    }
    seen.add(identity);
  }
}

/** Finds items that have the same values in some fields, where no schema says so; what is left out counts as empty. */
export function checkDistinct(walk: Walk, fields: readonly string[], value: readonly Json[]): void {
  const seen = new Set<string>();
  for (const [index, item] of value.entries()) {
    if (!isJsonObject(item)) continue;
    const values = fields.map((field) => item[field] ?? '');
    if (values.every((each) => each === '')) continue;
    const identity = JSON.stringify(values);
    if (seen.has(identity)) {
      const place = fields.length === 1 ? [index, ...fields] : [index];
      walk.path.push(...place);
      duplicateItem(walk, fields, true);
      walk.path.length -= place.length;
    }
    seen.add(identity);
  }
}

function identityOf(item: Json, keys: readonly string[]): string | undefined {
  if (!isJsonObject(item)) return undefined;
  const values = keys.map((key) => item[key]);
  return values.every((value) => typeof value === 'string' || typeof value === 'number')
    ? JSON.stringify(values)
    : undefined;
}
