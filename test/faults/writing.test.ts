import fc from 'fast-check';
import type * as crypto from 'node:crypto';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Fault } from './file-faults.ts';
import { Harness } from './harness.ts';
import { SCENES } from './scenes.ts';

/*
 * Every call of the file layer fails in three ways, and the process dies there. GANTRY_FAULTS=all takes every call of
 * every scene (thousands of points, some minutes, best with TMPDIR in memory); otherwise a sample by GANTRY_SEED.
 */
const ALL_POINTS = process.env['GANTRY_FAULTS'] === 'all';
const SEED = Number(process.env['GANTRY_SEED'] ?? Date.now() % 2 ** 31);

const faults = await vi.hoisted(async () => {
  const { FileFaults } = await import('./file-faults.ts');
  return new FileFaults();
});

vi.mock('node:fs/promises', async (importOriginal) => faults.wrap(await importOriginal()));
vi.mock('node:fs', async (importOriginal) => faults.wrapSync(await importOriginal()));

// One sequence of random bytes for all: equal input then gives equal files, and "old or new" is a matter of bytes.
vi.mock('node:crypto', async (importOriginal) => {
  const original = await importOriginal<typeof crypto>();
  const pair = await promisify(original.generateKeyPair)('x25519', {
    publicKeyEncoding: { format: 'jwk' },
  });
  return {
    ...original,
    randomBytes: (size: number) => Buffer.alloc(size, 7),
    generateKeyPair: Object.assign(() => pair, {
      [promisify.custom]: () => Promise.resolve(pair),
    }),
  };
});

describe.each(SCENES)('$title', (scene) => {
  let harness: Harness;

  beforeAll(async () => {
    harness = await Harness.create(scene, faults);
  });

  afterAll(() => {
    harness.dispose();
  });

  test(`survives ${ALL_POINTS ? 'every fault' : `faults by GANTRY_SEED=${String(SEED)}`}`, async () => {
    const points = harness.points();
    expect(points.length).toBeGreaterThan(100);
    for (const point of ALL_POINTS ? points : sampleOf(points, scene.sample)) {
      await harness.survive(point);
    }
    if (ALL_POINTS) process.stdout.write(`${scene.title}: ${String(points.length)} points\n`);
  }, 3_600_000);
});

function sampleOf(points: readonly Fault[], size: number): Fault[] {
  return fc.sample(fc.constantFrom(...points), { seed: SEED, numRuns: size });
}
