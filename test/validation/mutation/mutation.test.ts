import { expect, test } from 'vitest';
import { describeObject } from '../../../src/core/object.ts';
import { toPointer } from '../../../src/core/pointer.ts';
import { registryOf } from '../registry.ts';
import { alarms } from './alarms.ts';
import { cluster, withObject } from './cluster.ts';
import { mutationsOf, type Fault, type Mutation } from './fault.ts';
import { METADATA_FAULTS } from './faults/metadata.ts';
import { REFERENCE_FAULTS } from './faults/references.ts';
import { SCHEMA_FAULTS } from './faults/schema.ts';
import { Random } from './random.ts';

// GANTRY_SLOW=1 makes every fault at every place where it can be made. GANTRY_SEED chooses another cluster.
const PLACES = process.env['GANTRY_SLOW'] === undefined ? 1 : Infinity;
const seed = Number(process.env['GANTRY_SEED'] ?? 1);
const files = cluster(seed);
const objects = files.flatMap((file) => file.objects);
const registry = await registryOf('1.33', objects);

test(`seed ${seed}: a cluster of more than 500 objects raises no alarm`, () => {
  expect(objects.length).toBeGreaterThan(500);
  expect(alarms(files, registry)).toEqual([]);
});

const FAULTS = [...SCHEMA_FAULTS, ...METADATA_FAULTS, ...REFERENCE_FAULTS];

test.each(FAULTS)(`seed ${seed}: $name is found where it is, and nothing else`, (fault) => {
  const places = placesOf(fault);
  expect(places).not.toEqual([]);
  for (const { file, index, mutation } of new Random(seed).sample(places, PLACES)) {
    const mutated = files.map((each) =>
      each === file ? withObject(file, index, mutation.object) : each,
    );
    const object = describeObject(mutation.object);
    const found = alarms(mutated, registry).filter(
      (alarm) => alarm.includes(` ${object} `) || !isEcho(alarm, fault),
    );
    expect(found).toEqual([`${fault.code} ${object} ${toPointer(mutation.found)}`]);
  }
});

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
