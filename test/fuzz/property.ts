import fc from 'fast-check';
import { test } from 'vitest';

/** Seconds for each property of a long run; without it a run is short. */
const SECONDS = Number(process.env['GANTRY_FUZZ'] ?? 0);
const SEED = Number(process.env['GANTRY_FUZZ_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
const SHORT_RUNS = 150;

/** A test that must hold for whatever the arbitrary makes. Its title has the seed; a failure prints path and case too. */
export function fuzz<T>(
  title: string,
  arbitrary: fc.Arbitrary<T>,
  holds: (value: T) => void | Promise<void>,
): void {
  const limits =
    SECONDS === 0
      ? { numRuns: SHORT_RUNS }
      : { numRuns: 2 ** 31, interruptAfterTimeLimit: SECONDS * 1000 };
  test(
    `${title} (GANTRY_FUZZ_SEED=${SEED})`,
    async () => {
      await fc.assert(
        fc.asyncProperty(arbitrary, async (value) => holds(value)),
        {
          ...limits,
          seed: SEED,
        },
      );
    },
    SECONDS * 2000 + 60_000,
  );
}
