import type { Limits, Range, SchemaNode } from '../schema/node.ts';

const MOST_PORT = 65535;

/** Words of the tables that stand for more than a format. */
const WORDS: Readonly<Record<string, Partial<SchemaNode>>> = {
  unique: { unique: true },
  distinct: { limits: { uniqueItems: true } },
  port: { format: 'port-name', limits: { value: { least: 1, most: MOST_PORT } } },
  'port-or-none': { format: 'port-name', limits: { value: { least: 0, most: MOST_PORT } } },
  positive: { format: 'positive', limits: { value: { least: 0, leastExcluded: true } } },
  'not-negative': { format: 'not-negative', limits: { value: { least: 0 } } },
  amount: { format: 'amount', limits: { value: { least: 0 } } },
  share: { format: 'share', limits: { value: { least: 0 } } },
  filled: { limits: { length: { least: 1 } } },
  // A selector that is for others than the server, who have rules of their own.
  foreign: { type: 'any', struct: undefined, open: true },
};

/** A node with what the rules of one line of a table (table.ts) say of it. */
export function refine(node: SchemaNode, rules: readonly string[]): SchemaNode {
  return rules.map((rule) => refinement(rule, node)).reduce<SchemaNode>(merge, node);
}

function refinement(rule: string, { type }: SchemaNode): Partial<SchemaNode> {
  const [, mark, least, most] = /^([#~]?)(-?\d*)\.\.(\d*)$/.exec(rule) ?? [];
  if (mark !== undefined) {
    const range: Range = {
      ...(least === '' || least === undefined ? {} : { least: Number(least) }),
      ...(most === '' || most === undefined ? {} : { most: Number(most) }),
    };
    if (mark === '~') return { limits: { length: range } };
    if (mark === '#')
      return { limits: type === 'array' ? { items: range } : { properties: range } };
    return { limits: { value: range } };
  }
  if (rule.includes('|')) return { limits: { enum: rule.split('|'), isEmptyNone: true } };
  if (rule.startsWith('=')) return { limits: { enum: [rule.slice(1)], isEmptyNone: true } };
  if (rule.startsWith('keys=')) return { names: rule.slice('keys='.length) };
  if (rule.startsWith('by=')) return { distinctBy: rule.slice('by='.length).split(',') };
  return WORDS[rule] ?? { format: rule };
}

function merge(node: SchemaNode, more: Partial<SchemaNode>): SchemaNode {
  const limits = more.limits === undefined ? node.limits : mergeLimits(node.limits, more.limits);
  return { ...node, ...more, ...(limits === undefined ? {} : { limits }) };
}

function mergeLimits(limits: Limits | undefined, more: Limits): Limits {
  const range = (name: 'length' | 'value' | 'items' | 'properties'): Range | undefined =>
    limits?.[name] === undefined ? more[name] : { ...limits[name], ...more[name] };
  return { ...limits, ...more, length: range('length'), value: range('value') };
}
