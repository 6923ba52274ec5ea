import { expect, test } from 'vitest';
import type { ManifestFile } from '../../../src/core/manifest-file.ts';
import { describeObject } from '../../../src/core/object.ts';
import { toPointer } from '../../../src/core/pointer.ts';
import { registryOf } from '../registry.ts';
import { alarms } from './alarms.ts';
import { cluster, withObject } from './cluster.ts';
import { mutationsOf, type Fault, type Mutation } from './fault.ts';
import { CONFLICT_FAULTS } from './faults/conflicts.ts';
import { METADATA_FAULTS } from './faults/metadata.ts';
import { REFERENCE_FAULTS } from './faults/references.ts';
import { SCHEMA_FAULTS } from './faults/schema.ts';
import { TREE_FAULTS } from './faults/tree.ts';
import { Random } from './random.ts';

const WHOLE = 36;
// GANTRY_SLOW=1 makes every fault in a dozen places of the whole cluster. GANTRY_SEED chooses another one.
const [size, most] = process.env['GANTRY_SLOW'] === undefined ? [8, 1] : [WHOLE, 12];
const seed = Number(process.env['GANTRY_SEED'] ?? 1);
const files = cluster(seed, size);
const registry = await registryOf('1.33', objectsOf(files));

test(`seed ${seed}: a cluster of more than 500 objects raises no alarm`, () => {
  const whole = cluster(seed, WHOLE);
  expect(objectsOf(whole).length).toBeGreaterThan(500);
  expect(alarms(whole, registry)).toEqual([]);
});

const FAULTS = [
  ...SCHEMA_FAULTS,
  ...CONFLICT_FAULTS,
  ...METADATA_FAULTS,
  ...REFERENCE_FAULTS,
  ...TREE_FAULTS,
];

test.each(FAULTS)(`seed ${seed}: $name is found where it is, and nothing else`, (fault) => {
  const places = placesOf(fault);
  expect(places).not.toEqual([]);
  for (const { file, index, mutation } of new Random(seed).sample(places, most)) {
    const mutated = files.map((each) =>
      each === file ? withObject(file, index, mutation.object) : each,
    );
    const object = describeObject(mutation.object);
    const found = alarms(mutated, registry).filter((alarm) => !isEcho(alarm, fault));
    expect(found).toEqual([`${fault.code} ${object} ${toPointer(mutation.found)}`]);
  }
});

function objectsOf(tree: readonly ManifestFile[]) {
  return tree.flatMap(({ objects }) => objects);
}

function isEcho(alarm: string, { echoes = [] }: Fault): boolean {
  return echoes.some((code) => alarm.startsWith(`${code} `));
}

function placesOf(fault: Fault) {
  return files.flatMap((file) =>
    file.objects.flatMap((object, index) =>
      mutationsOf(fault, object).map((mutation: Mutation) => ({ file, index, mutation })),
    ),
  );
}
