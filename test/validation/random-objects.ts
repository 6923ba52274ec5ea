import fc from 'fast-check';
import type { Json, JsonObject } from '../../src/core/json.ts';
import type { SchemaNode } from '../../src/validation/schema/node.ts';
import type { SchemaRegistry } from '../../src/validation/schema/registry.ts';

const LEAVES: Readonly<Record<string, fc.Arbitrary<Json>>> = {
  string: fc.constantFrom('a', 'b-c', ''),
  byte: fc.constantFrom('', 'YWJj', 'YQ=='),
  'date-time': fc.constantFrom('2026-01-31T12:00:00Z', '2026-01-31T12:00:00.5+01:00'),
  'dns-label': fc.constantFrom('a', 'b-1'),
  'dns-subdomain': fc.constantFrom('a', 'b.c'),
  'qualified-name': fc.constantFrom('a', 'a.org/B'),
  'label-value': fc.constantFrom('', 'A_b.c'),
  'data-key': fc.constantFrom('a', 'A_b.c'),
  'port-name': fc.constantFrom('http', 'a-1'),
  variable: fc.constantFrom('A', 'a.b'),
  'pod-field': fc.constantFrom('metadata.name', "metadata.labels['a']"),
  'inner-path': fc.constantFrom('a', 'a/b'),
  'absolute-path': fc.constantFrom('/', '/a'),
  host: fc.constantFrom('a.org', '*.a.org'),
  'time-zone': fc.constantFrom('Europe/Lisbon', 'UTC'),
  'cluster-address': fc.constantFrom('None', '10.0.0.1'),
  'domain-path': fc.constantFrom('a.org/b'),
  address: fc.constantFrom('10.0.0.1', 'fd00::1'),
  cidr: fc.constantFrom('10.0.0.0/8', 'fd00::/8'),
  schedule: fc.constantFrom('*/5 0 * * MON', '@daily'),
  amount: fc.constantFrom<Json>(1, '25%'),
  boolean: fc.boolean(),
  number: fc.constantFrom(0, 1.5, -2),
  integer: fc.integer({ min: -1000, max: 1000 }),
  quantity: fc.constantFrom<Json>('100m', '1Gi', 2, 0.5),
  'int-or-string': fc.constantFrom<Json>(80, 'web', '25%'),
  any: fc.constantFrom<Json>({}, 1, 'x', [null]),
};

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
  const key = Object.hasOwn(LEAVES, node.format ?? '') ? (node.format ?? '') : node.type;
  return LEAVES[key] ?? fc.constant('x');
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
