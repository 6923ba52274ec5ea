import fc from 'fast-check';
import type { Json, JsonObject } from '../../src/core/json.ts';
import { FORMATS } from '../../src/validation/schema/formats.ts';
import type { SchemaNode } from '../../src/validation/schema/node.ts';
import type { SchemaRegistry } from '../../src/validation/schema/registry.ts';

/** Texts of which every format takes at least one. */
const TEXTS: readonly string[] = [
  ...[
    '',
    'a',
    'b-1',
    'A_b.c',
    'a.b.c',
    'a.org/B',
    '/a',
    '/a/b',
    'a/b',
    '*.a.org',
    '.spec.a',
    '.status.a',
  ],
  ...['10.0.0.1', 'fd00::1', '10.0.0.0/8', 'fd00::/8', 'None', 'a.org:80', 'https://a.org/b'],
  ...['2026-01-31T12:00:00Z', '2026-01-31T12:00:00.5+01:00', 'YWJj', 'Europe/Lisbon', '@daily'],
  ...['*/5 0 * * MON', 'metadata.name', "metadata.labels['a']", 'limits.cpu', 'client auth'],
  ...[
    'iqn.2001-04.com.example:storage',
    'Container',
    'OldestEmulationVersion',
    '1.33.0',
    'B',
    'a/v1',
  ],
  ...['1', '25%'],
];

const LEAVES: Readonly<Record<string, fc.Arbitrary<Json>>> = {
  boolean: fc.boolean(),
  number: fc.constantFrom(0, 1.5, -2),
  integer: fc.integer({ min: -1000, max: 1000 }),
  quantity: fc.constantFrom<Json>('100m', '1Gi', 2, 0.5),
  'int-or-string': fc.constantFrom<Json>(80, 'web', '25%'),
  any: fc.constantFrom<Json>({}, 1, 'x', [null]),
};

function textOf({ format, limits }: SchemaNode): fc.Arbitrary<Json> {
  const { least = 0, most = Infinity } = limits?.length ?? {};
  const wanted = FORMATS.get(format ?? '');
  const fitting = TEXTS.filter(
    (text) => text.length >= least && text.length <= most && wanted?.test(text) !== false,
  );
  if (fitting.length === 0) throw new Error(`no text for ${format ?? 'a text'}`);
  return fc.constantFrom(...fitting);
}

/** An object of a built-in kind that its schema accepts. */
export function randomObject(registry: SchemaRegistry): fc.Arbitrary<JsonObject> {
  // Lists, statuses and the like have other metadata.
  const kinds = registry
    .builtInKinds()
    .filter(
      ([version, kind]) =>
        registry.find(version, kind)?.node.fields?.get('metadata')?.title === 'ObjectMeta',
    );
  return fc.constantFrom(...kinds).chain(([apiVersion, kind]) => {
    const node = registry.find(apiVersion, kind)?.node;
    if (node === undefined) throw new Error(`no ${kind}`);
    return valueOf(node, 7).map((value) => ({
      ...(value as JsonObject),
      apiVersion,
      kind,
      metadata: { name: 'x' },
    }));
  });
}

function valueOf(node: SchemaNode, depth: number): fc.Arbitrary<Json> {
  if (node.type === 'object') return structOf(node, depth);
  if (node.type === 'array') {
    // One item, since items of keyed lists must differ.
    const item =
      depth <= 0 || node.items === undefined ? undefined : valueOf(node.items, depth - 1);
    return item === undefined ? fc.constant([]) : item.map((value) => [value]);
  }
  const { enum: values, value } = node.limits ?? {};
  if (values !== undefined) return fc.constantFrom(...values);
  if (node.type === 'integer' && value !== undefined)
    return fc.integer({ min: value.least ?? 0, max: value.most ?? 1000 });
  if (node.type === 'string') return textOf(node);
  if (node.type === 'quantity' && node.format !== undefined) return fc.constantFrom<Json>('1Gi', 2);
  if (node.type === 'int-or-string' && node.format !== undefined)
    return fc.constantFrom<Json>(80, node.format === 'port-name' ? 'web' : '25%');
  return LEAVES[node.type] ?? fc.constant('x');
}

function structOf(
  { fields, values, required = [] }: SchemaNode,
  depth: number,
): fc.Arbitrary<Json> {
  if (values !== undefined && depth > 0)
    return valueOf(values, depth - 1).map((value) => ({ key: value }));
  const names = [...(fields?.keys() ?? [])].filter((name) => name !== 'status');
  const optional = names.filter((name) => !required.includes(name));
  const chosen =
    depth <= 0 || optional.length === 0
      ? fc.constant([])
      : fc.subarray(optional, { maxLength: Math.min(4, optional.length) });
  return chosen.chain((some) => {
    const entries = [...required, ...some].map((name) => {
      const field = fields?.get(name);
      return [name, field === undefined ? fc.constant(1) : valueOf(field, depth - 1)] as const;
    });
    return fc.record(Object.fromEntries(entries));
  });
}
