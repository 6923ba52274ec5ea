import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { printManifest } from '../../../src/yaml/print.ts';
import { cases, fixtures, gantryGolden, type Golden } from '../../support/kubenix-fixtures.ts';
import { evaluate, hasNix } from '../support/nix-eval.ts';

const compat = fileURLToPath(new URL('../../compat', import.meta.url));

describe.skipIf(!hasNix)('modules that cover the hazards of real repositories', () => {
  let objects: Record<string, Golden> = {};
  beforeAll(() => {
    objects = evaluate(
      `import ${compat}/fixtures.nix { folder = ${fixtures}; gantry = import nix; builtIn = true; }`,
    ) as typeof objects;
  });

  test.each(cases)('%s: the objects are those of hall/kubenix', (name) => {
    expect(objects[name]).toEqual(gantryGolden(name));
  });

  test('manifest-text: the file is that of yq-go, byte for byte', () => {
    const golden = readFileSync(join(fixtures, 'manifest-text', 'golden.yaml'), 'utf8');
    expect(printManifest(objects['manifest-text']?.['texts.nix'] ?? [])).toBe(golden);
  });
});
