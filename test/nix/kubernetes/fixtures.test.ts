import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { evaluate, hasNix } from '../support/nix-eval.ts';

const compat = fileURLToPath(new URL('../../compat', import.meta.url));
const fixtures = fileURLToPath(new URL('../../fixtures/kubenix', import.meta.url));

describe.skipIf(!hasNix)('modules that cover the hazards of real repositories', () => {
  let objects: Record<string, unknown> = {};
  beforeAll(() => {
    objects = evaluate(
      `import ${compat}/fixtures.nix { folder = ${fixtures}; gantry = import nix; }`,
    ) as typeof objects;
  });

  test.each(readdirSync(fixtures))('%s: the objects are those of hall/kubenix', (name) => {
    const golden: unknown = JSON.parse(readFileSync(join(fixtures, name, 'golden.json'), 'utf8'));
    expect(objects[name]).toEqual(golden);
  });
});
