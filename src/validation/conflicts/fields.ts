import type { JsonObject } from '../../core/json.ts';
import type { SchemaNode } from '../schema/node.ts';
import { SERVER_TABLES } from '../server/groups/all.ts';
import { rulesOf, type ServerRule } from '../server/table.ts';
import { missing, says, type Conflict, type StructCheck } from './conflict.ts';

/** How the tables relate the fields of a struct, as checks by its name. */
export function fieldChecks(minor: number): (readonly [string, StructCheck])[] {
  return rulesOf(SERVER_TABLES, minor)
    .filter(({ field }) => field === undefined)
    .map(({ struct, words }) => [struct, checkOf(words)]);
}

function checkOf([how, ...fields]: ServerRule['words']): StructCheck {
  if (how === 'some') return (struct) => someOf(struct, fields);
  if (how === 'all') return (struct, node) => allOf(struct, node, fields);
  const isNeeded = how === 'one';
  const [first, ...others] = fields;
  if (first !== '*') return (struct) => oneOf(struct, fields, isNeeded);
  const sources = (struct: JsonObject, { fields: known }: SchemaNode) =>
    Object.keys(struct).filter((field) => known?.has(field) === true && !others.includes(field));
  return (struct, node) => oneOf(struct, sources(struct, node), isNeeded);
}

/** The schema tells of fields that it requires and that are not there at all; of fields that it lacks nobody does. */
function allOf(
  struct: JsonObject,
  { required, title, fields: known }: SchemaNode,
  fields: readonly string[],
): Conflict[] {
  return fields
    .filter((field) => known?.has(field) === true && !says(struct, field))
    .filter((field) => !Array.isArray(struct[field]) || known?.get(field)?.type === 'array')
    .filter((field) => (struct[field] ?? null) !== null || required?.includes(field) !== true)
    .map((field) => missing([field], `it is required in every ${title ?? 'object'}`));
}

function someOf(struct: JsonObject, fields: readonly string[]): Conflict[] {
  if (fields.some((field) => says(struct, field))) return [];
  return [missing([], `it needs ${wordsFor(fields)}`)];
}

function oneOf(struct: JsonObject, fields: readonly string[], isNeeded: boolean): Conflict[] {
  const [first, ...more] = fields.filter((field) => says(struct, field));
  if (first === undefined) return isNeeded ? someOf(struct, fields) : [];
  return more.map((field) => ({ path: [field], must: `must not stand beside ${first}` }));
}

function wordsFor(fields: readonly string[]): string {
  return fields.length === 0 ? 'a source' : `one of ${fields.join(', ')}`;
}
