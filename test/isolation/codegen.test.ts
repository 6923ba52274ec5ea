import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { codegen, writeGenerated } from '../../src/pipeline/codegen/codegen.ts';
import type { CodegenRequest } from '../../src/pipeline/codegen/request.ts';
import { CANARIES, commit, makeScene, type Scene } from './scene.ts';

let scene: Scene;
const inherited = { ...process.env };

beforeAll(() => {
  scene = makeScene();
  Object.assign(process.env, scene.environment);
  process.env['NIX_REMOTE'] = `local?root=${scene.home}/machine`;
});

afterAll(() => {
  process.env = inherited;
  scene.remove();
});

/** What codegen says of a source whose option has a default, or all of what it would write. */
async function said(source: CodegenRequest['source']): Promise<string> {
  const { project: cwd } = scene.places;
  const result = await codegen({ cwd, environment: process.env, source });
  return JSON.stringify(result.ok ? result.value : result.diagnostics);
}

const option = (value: string): string =>
  `{ _type = "option"; type = { name = "str"; description = "string"; check = _: true; }; default = ${value}; description = ${value}; }`;

describe('an option tree reaches nothing outside of its repository', () => {
  const attacks: readonly (readonly [string, (scene: Scene) => string])[] = [
    ['readFile', ({ places }) => `builtins.readFile ${places.outside}/key.txt`],
    ['the key file', ({ places }) => `builtins.readFile ${places.project}/local.agekey`],
    [
      'fetchTree',
      ({ places }) =>
        `builtins.readFile ((builtins.fetchTree { type = "path"; path = "${places.outside}"; }).outPath + "/key.txt")`,
    ],
    [
      'getFlake',
      ({ places }) =>
        `builtins.readFile ((builtins.getFlake "path:${places.outside}?narHash=${encodeURIComponent(places.narHash)}").outPath + "/key.txt")`,
    ],
    ['getEnv', () => 'builtins.getEnv "GANTRY_CANARY" + builtins.getEnv "SOPS_AGE_KEY"'],
    ['a throw', ({ places }) => `throw (builtins.readFile ${places.outside}/key.txt)`],
  ];
  const canaries = new RegExp(Object.values(CANARIES).join('|'), 'i');

  test.each(attacks)('%s, from a file', async (_name, expression) => {
    const tree = `{ lib, ... }: { options.harmless = lib.mkOption { type = lib.types.str; default = "harmless"; }; options.x = lib.mkOption { type = lib.types.str; default = ${expression(scene)}; }; }`;
    scene.write('options.nix', tree);
    const text = await said({
      kind: 'ad-hoc',
      ...{ options: 'options.nix', name: 'x', format: 'typescript', out: 'x.ts' },
    });
    expect(text).not.toMatch(canaries);
  });

  test.each(attacks)('%s, from a flake', async (_name, expression) => {
    scene.write(
      'flake.nix',
      `{ outputs = _: { tree.options = { harmless = ${option('"harmless"')}; x = ${option(expression(scene))}; }; }; }`,
    );
    commit(scene.places.project);
    const text = await said({
      kind: 'ad-hoc',
      ...{ options: '.#tree', name: 'x', format: 'typescript', out: 'x.ts' },
    });
    expect(text).not.toMatch(canaries);
    expect(text).not.toContain('nix/missing');
  });

  test.each(attacks)('%s, from a target of gantry.nix', async (_name, expression) => {
    scene.write(
      'gantry.nix',
      `{ gantry, ... }: gantry.mkProject { codegen.x = { out = "x.ts"; options.y = gantry.lib.mkOption { type = gantry.lib.types.str; default = ${expression(scene)}; }; }; }`,
    );
    expect(await said({ kind: 'project', names: [] })).not.toMatch(canaries);
  });
});

describe('codegen replaces nothing that it did not make', () => {
  async function codes(out: string, text?: string): Promise<string[]> {
    if (text !== undefined) scene.write(out, text);
    scene.write(
      'options.nix',
      '{ lib, ... }: { options.x = lib.mkOption { type = lib.types.str; }; }',
    );
    const { project: cwd } = scene.places;
    const target = { name: 'x', options: 'options.nix', out };
    const source = { kind: 'ad-hoc', format: 'typescript', ...target } as const;
    const made = await codegen({ cwd, environment: process.env, source });
    if (!made.ok) return made.diagnostics.map(({ code }) => code);
    const written = await writeGenerated(made.value);
    return written.ok ? [] : written.diagnostics.map(({ code }) => code);
  }

  test.each([
    ['a store', 'secrets/x.enc.yaml', 'a: ENC[]\n'],
    ['creation rules', '.sops.yaml', 'creation_rules: []\n'],
    ['a program', 'src/x.ts', 'export {};\n'],
    ['a hook of git', '.git/hooks/pre-commit', undefined],
    ['the configuration of git', '.git/config', undefined],
    ['the same, told another way', 'a/../.GIT/config', undefined],
  ])('%s', async (_title, out, text) => {
    expect(await codes(out, text)).toEqual(['write/not-generated']);
  });

  test('its own file it does', async () => {
    expect(await codes('made/x.ts')).toEqual([]);
    scene.write(
      'made/x.ts',
      `// Made by \`x\` from Nix option declarations; edit those, not this file.\n`,
    );
    expect(await codes('made/x.ts')).toEqual([]);
  });
});
