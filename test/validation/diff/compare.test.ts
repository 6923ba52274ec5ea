import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toDotted } from '../../../src/core/pointer.ts';
import { compareViews } from '../../../src/validation/diff/compare.ts';
import { Sealed, type View } from '../../../src/validation/diff/view.ts';
import type { SchemaNode } from '../../../src/validation/schema/node.ts';
import { registryOf } from '../registry.ts';
import { applyChanges } from './apply.ts';

// GANTRY_SLOW=1 tries twenty times as many.
const numRuns = process.env['GANTRY_SLOW'] === undefined ? 400 : 8000;

const { view } = fc.letrec<{ view: View; item: View }>((tie) => ({
  view: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom<View>(null, true, 0, 1, 'a', 'b', 'c\nd'),
    fc.array(tie('item'), { maxLength: 5 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'list', 'x'), tie('view'), { noNullPrototype: true }),
  ),
  item: fc.oneof(
    tie('view'),
    fc.record(
      { name: fc.constantFrom('a', 'b', 'c', 'd'), port: fc.nat(3), list: tie('view') },
      { requiredKeys: ['name'], noNullPrototype: true },
    ),
  ),
}));

const NODE: SchemaNode = {
  type: 'object',
  fields: new Map([
    ['list', { type: 'array', keys: ['port'], items: { type: 'any' } } satisfies SchemaNode],
  ]),
};

test('a version does not differ from itself', () => {
  fc.assert(
    fc.property(view, (value) => {
      expect(compareViews(value, structuredClone(value), NODE)).toEqual([]);
    }),
    { numRuns },
  );
});

test('the old version and its changes give the new one', () => {
  fc.assert(
    fc.property(view, view, (before, after) => {
      expect(applyChanges(before, compareViews(before, after, NODE))).toEqual(after);
    }),
    { numRuns },
  );
});

describe('list items', async () => {
  const registry = await registryOf('1.36');
  const differences = (kind: string, before: View, after: View) =>
    compareViews(before, after, registry.find('v1', kind)?.node).map(
      ({ op, named, before: old, after: now }) =>
        [op, toDotted(named), ...[old, now].filter((value) => value !== undefined).map(print)].join(
          ' ',
        ),
    );
  const print = (value: View) => JSON.stringify(value);
  const pod = (...containers: View[]): View => ({ spec: { containers } });
  const service = (...ports: View[]): View => ({ spec: { ports } });

  test('one that is put in is one addition', () => {
    const [a, b] = [
      { name: 'a', image: 'x' },
      { name: 'b', image: 'y' },
    ];
    expect(differences('Pod', pod(b), pod(a, b))).toEqual([
      'add spec.containers.a {"name":"a","image":"x"}',
    ]);
  });

  test('fields of one are told by its name, whatever its place', () => {
    const image = (tag: string) => ({ name: 'b', image: tag });
    expect(differences('Pod', pod({ name: 'a' }, image('1')), pod(image('2')))).toEqual([
      'remove spec.containers.a {"name":"a"}',
      'replace spec.containers.b.image "1" "2"',
    ]);
  });

  test('one that changed places is told once', () => {
    const [a, b, c] = ['a', 'b', 'c'].map((name) => ({ name }));
    expect(
      differences('Pod', pod(a ?? {}, b ?? {}, c ?? {}), pod(c ?? {}, a ?? {}, b ?? {})),
    ).toEqual(['move spec.containers.c']);
  });

  test('ports without names go by number and protocol, TCP where they name none', () => {
    expect(
      differences(
        'Service',
        service({ port: 53, protocol: 'UDP' }, { port: 53 }),
        service({ port: 53, protocol: 'TCP', targetPort: 1 }, { port: 53, protocol: 'UDP' }),
      ),
    ).toEqual([
      'move spec.ports["53/TCP"]',
      'add spec.ports["53/TCP"].protocol "TCP"',
      'add spec.ports["53/TCP"].targetPort 1',
    ]);
  });

  test('a port that is renamed and one that gets another number are the same ones still', () => {
    expect(
      differences(
        'Service',
        service({ name: 'http', port: 80 }, { name: 'old', port: 81 }),
        service({ name: 'http', port: 8080 }, { name: 'new', port: 81 }),
      ),
    ).toEqual(['replace spec.ports.http.port 80 8080', 'replace spec.ports.new.name "old" "new"']);
  });

  test('words go by content', () => {
    const args = (...words: string[]) => pod({ name: 'a', args: words });
    expect(differences('Pod', args('x', 'y', 'z'), args('w', 'x', 'z'))).toEqual([
      'remove spec.containers.a.args[1] "y"',
      'add spec.containers.a.args[0] "w"',
    ]);
  });
});

test('sealed values are compared and never shown', () => {
  const before = { same: new Sealed('x'), other: new Sealed('x'), written: new Sealed('x') };
  const after = { same: new Sealed('x'), other: new Sealed('y'), written: new Sealed(undefined) };
  expect(
    compareViews({ ...before, clear: 'secret' }, { ...after, clear: new Sealed('z') }),
  ).toMatchObject([
    { named: ['clear'], sealed: 'sealed' },
    { named: ['other'], sealed: 'changed' },
    { named: ['written'], sealed: 'unknown' },
  ]);
  expect(JSON.stringify(compareViews({ a: 'secret' }, { a: new Sealed('z') }))).not.toContain(
    'secret',
  );
});
