import type { NodeType, SchemaNode } from './node.ts';

const LONGEST = 60;

/** A value as messages show it: `the string "1"`, `a list`. Hidden ones are shown by their type alone. */
export function describeValue(value: unknown, hide: boolean): string {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a mapping';
  const type = typeof value === 'number' && Number.isInteger(value) ? 'integer' : typeof value;
  const article = type === 'integer' ? 'an' : 'a';
  return hide ? `${article} ${type}` : `the ${type} ${shorten(JSON.stringify(value))}`;
}

function shorten(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`;
}

const WANTED: Readonly<Record<NodeType, string>> = {
  any: 'anything',
  string: 'a string',
  boolean: 'a boolean',
  number: 'a number',
  integer: 'an integer',
  quantity: 'a quantity such as 100m or 1Gi',
  'int-or-string': 'an integer or a string',
  object: 'a mapping',
  array: 'a list',
};

/** What a node wants: `an integer`, `a list`. */
export function describeWanted(node: SchemaNode): string {
  return WANTED[node.type];
}
