import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mapParallel } from '../../src/core/parallel.ts';

test('results stand in the order of the items, and no more than the limit are under way', async () => {
  const cases = fc.tuple(fc.array(fc.integer({ min: 1, max: 5 })), fc.integer({ min: 1, max: 4 }));
  await fc.assert(
    fc.asyncProperty(cases, async ([items, limit]) => {
      let running = 0;
      let most = 0;
      const results = await mapParallel(items, limit, async (turns) => {
        most = Math.max(most, ++running);
        for (let turn = 0; turn < turns; turn++) await Promise.resolve();
        running -= 1;
        return turns * 2;
      });
      expect(results).toEqual(items.map((turns) => turns * 2));
      expect(most).toBeLessThanOrEqual(limit);
      expect(most).toBe(Math.min(limit, items.length));
    }),
  );
});
