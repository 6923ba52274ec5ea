import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkValue } from '../../src/validation/schema/check.ts';
import { toPointer } from '../../src/core/pointer.ts';
import type { JsonObject } from '../../src/core/json.ts';
import { faultsOf } from './faults.ts';
import { randomObject } from './random-objects.ts';
import { registryOf } from './registry.ts';

// GANTRY_SLOW=1 tries twenty times as many objects.
const numRuns = process.env['GANTRY_SLOW'] === undefined ? 60 : 1200;
const SERVER_DEFAULT = 'schema/server-default';

test.each(['1.28', '1.32', '1.36'])(
  'Kubernetes %s: what the schema allows passes, every single fault in it is found at its place',
  async (version) => {
    const registry = await registryOf(version);
    const found = (object: JsonObject) => {
      const node = registry.find(object['apiVersion'] as string, object['kind'] as string)?.node;
      if (node === undefined) throw new Error('an unknown kind');
      const findings = checkValue(node, object).map(
        ({ code, path }) => `${code} ${toPointer(path)}`,
      );
      return { node, findings };
    };
    fc.assert(
      fc.property(randomObject(registry), (object) => {
        const { node, findings } = found(object);
        expect(findings).toEqual([]);
        for (const fault of faultsOf(object, node)) {
          if (['/apiVersion', '/kind'].includes(fault.pointer)) continue;
          const expected = `${fault.code} ${fault.pointer}`;
          const [first, ...more] = found(fault.object).findings;
          expect(more, expected).toEqual([]);
          expect(first?.replace(SERVER_DEFAULT, 'schema/required')).toBe(expected);
        }
      }),
      { numRuns },
    );
  },
);
