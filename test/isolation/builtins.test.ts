import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { evaluate } from '../../src/nix/evaluate.ts';
import { evaluatorOf, type Evaluator } from '../../src/nix/evaluator.ts';
import { libraryFolder } from '../../src/nix/library.ts';
import { ATTACKS, type Attack } from './attacks.ts';
import { nixesAtHand } from './nixes.ts';
import { CANARIES, commit, makeScene, type Scene } from './scene.ts';

let scene: Scene;
const inherited = { ...process.env };

/** What works, so that an attack fails for a reason of its own. */
const CONTROL: Attack = {
  name: 'a file of the project',
  uses: 'readFile',
  expression: () => 'builtins.readFile ./public.txt',
};
const EVERYTHING = [CONTROL, ...ATTACKS];

beforeAll(() => {
  scene = makeScene();
  Object.assign(process.env, scene.environment);
  const { places, write } = scene;
  for (const folder of ['', 'modules/']) write(`${folder}public.txt`, 'what everybody may read');
  EVERYTHING.forEach(({ expression }, index) => {
    const value = expression(places);
    write(`modules/${index}.nix`, `{ kubernetes.resources.configMaps.a.data.value = ${value}; }`);
  });
  const values = EVERYTHING.map(({ expression }) => `(${expression(places)})`).join('\n');
  const chosen = '{ only, ... }: { value = builtins.elemAt attacks (fromModule only); }';
  write(
    'flake.nix',
    `{ outputs = _: let
      fromModule = only: builtins.fromJSON (builtins.head (builtins.match "([0-9]+).*" (builtins.head only)));
      attacks = [ ${values} ];
    in { gantry.settings = { }; gantry.evaluate = ${chosen}; }; }`,
  );
  commit(places.project);
});

afterAll(() => {
  process.env = inherited;
  scene.remove();
});

/** All that the evaluation of one attack says: its value, or every word of its diagnostics. */
async function said(evaluator: Evaluator, attack: Attack): Promise<string> {
  const result = await evaluate({
    ...{ projectRoot: scene.places.project, library: libraryFolder(), inFlake: false },
    ...{ evaluator, part: 'everything', only: [`${EVERYTHING.indexOf(attack)}.nix`] },
  });
  return JSON.stringify(result.ok ? result.value : result.diagnostics);
}

const canaries = new RegExp(
  [...Object.values(CANARIES), 'root:x:0'].map((text) => text.replace(/\W/g, '\\$&')).join('|'),
  'i',
);

/** Files below a folder that hold a canary. */
function found(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return paths.filter((path) => canaries.test(readFileSync(path, 'latin1')));
}

/** With `GANTRY_SLOW` all of them with every Nix; else those beside the first are asked for one of each kind. */
function attacksFor(isFirst: boolean): readonly Attack[] {
  if (isFirst || process.env['GANTRY_SLOW'] !== undefined) return ATTACKS;
  return ATTACKS.filter(
    ({ uses }, index) => ATTACKS.findIndex((attack) => attack.uses === uses) === index,
  );
}

const NIXES = nixesAtHand().map((nix, index) => ({ ...nix, attacks: attacksFor(index === 0) }));

describe.each(NIXES)('with Nix $version', ({ version, use, attacks }) => {
  // Flakes are fetched into the store of the machine: each Nix has an empty one here.
  beforeAll(() => {
    process.env['NIX_REMOTE'] = `local?root=${scene.home}/machine-${version}`;
  });

  describe.each(['file', 'flake'] as const)('a module evaluated as a %s', (mode) => {
    let evaluator: Evaluator;

    beforeAll(async () => {
      const flake = mode === 'flake' ? { flake: '.' } : {};
      const root = scene.places.project;
      const made = await use(() =>
        evaluatorOf({ root, ...flake, environment: process.env, keyFiles: [] }),
      );
      if (!made.ok) throw new Error(JSON.stringify(made.diagnostics));
      evaluator = made.value;
    });

    test('reads a file of the project', async () => {
      const text = await use(() => said(evaluator, CONTROL));
      expect(text).toContain('what everybody may read');
    });

    test.each(attacks)('does not get at $name ($uses)', async (attack) => {
      expect(await use(() => said(evaluator, attack))).not.toMatch(canaries);
    });
  });
});

test('no evaluation left anything of it in a cache or a store', () => {
  // The flake's own source holds the expressions, which name the canary of no file.
  expect(found(scene.home)).toEqual([]);
});

test('a store of a project is for its user alone', () => {
  const stores = join(scene.home, '.cache/gantry/stores');
  const modes = readdirSync(stores).map((name) => statSync(join(stores, name)).mode & 0o777);
  expect(new Set(modes)).toEqual(new Set([0o700]));
});
