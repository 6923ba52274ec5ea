import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/core/diagnostic.ts';
import { evaluate } from '../../src/nix/evaluate.ts';
import { evaluatorOf } from '../../src/nix/evaluator.ts';
import { libraryFolder } from '../../src/nix/library.ts';

let root = '';

beforeAll(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'gantry-eval-')));
  write('gantry.nix', '{ gantry, ... }: gantry.mkProject { root = ./modules; }');
});

afterAll(() => {
  rmSync(root, { recursive: true });
});

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

async function evaluateModules(modules: Readonly<Record<string, string>>): Promise<unknown> {
  rmSync(join(root, 'modules'), { recursive: true, force: true });
  for (const [name, text] of Object.entries(modules)) write(`modules/${name}`, text);
  const evaluator = await evaluatorOf({ root, environment: process.env, keyFiles: [] });
  if (!evaluator.ok) return evaluator.diagnostics;
  const result = await evaluate({
    projectRoot: root,
    library: libraryFolder(),
    inFlake: false,
    evaluator: evaluator.value,
    part: 'everything',
  });
  return result.ok ? result.value.value : result.diagnostics;
}

/** File, line and message of each finding. */
async function findings(modules: Readonly<Record<string, string>>): Promise<string[]> {
  const diagnostics = (await evaluateModules(modules)) as Diagnostic[];
  return diagnostics.map(({ file, origin, message }) => {
    const place = origin === undefined ? '' : `${origin.file}:${origin.line ?? '?'}`;
    return `${file ?? ''} @ ${place}: ${message.split('\n')[0] ?? ''}`;
  });
}

/** A module with one ConfigMap that holds the value of a Nix expression. */
function configMap(value: string): string {
  return `{ kubernetes.resources.configMaps.a.data.value = ${value}; }`;
}

describe('a module that fails', () => {
  test('an infinite recursion is told with what depends on itself', async () => {
    const own = 'config.kubernetes.api.resources.core.v1.ConfigMap.a.data.value';
    expect(
      await findings({
        'imports.nix': '{ config, ... }: { imports = config.kubernetes.imports; }',
        'misspelt.nix': '{ kubenx, ... }: { imports = [ kubenx.modules.k8s ]; }',
        'resource.nix': `{ config, ... }: ${configMap(own)}`,
      }),
    ).toEqual([
      expect.stringMatching(
        /^imports\.nix @ .*: infinite recursion: the imports of modules\/imports\.nix depend on the module argument `config`$/,
      ),
      expect.stringMatching(
        /^misspelt\.nix @ .*: infinite recursion: the imports of modules\/misspelt\.nix depend on the module argument `kubenx`$/,
      ),
      expect.stringMatching(
        /^resource\.nix @ .*: infinite recursion: the field `kubernetes\.resources\.configMaps\.a\.data` in modules\/resource\.nix depends on itself$/,
      ),
    ]);
  });

  test('a syntax error is told with its line', async () => {
    const [found, ...rest] = await findings({ 'a.nix': '{\n  a = [ 1 2;\n}', 'good.nix': '{ }' });
    expect(rest).toEqual([]);
    expect(found).toMatch(/^a\.nix @ modules\/a\.nix:2: syntax error/);
  });

  test('a throw is told with its message', async () => {
    const found = await findings({
      'apps/a.nix': '{\n  kubernetes.version = throw "not today";\n}',
    });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^apps\/a\.nix @ modules\/apps\/a\.nix:2: not today/);
  });

  test('type errors in two modules are both told, each with file and line', async () => {
    const found = await findings({
      'a.nix': '{\n  kubernetes.version = 3;\n}',
      'b.nix': '{\n\n  manifest.encrypt = "yes";\n}',
      'c.nix': '{ }',
    });
    expect(found.map((line) => line.split(':', 2).join(':'))).toEqual([
      'a.nix @ modules/a.nix:2',
      'b.nix @ modules/b.nix:3',
    ]);
  });

  test('an undefined variable in a file that all modules import is told once', async () => {
    const shared = '{ imports = [ ../shared.nix ]; }';
    write('shared.nix', '{ kubernetes.version = nope; }');
    const found = await findings({
      'a.nix': shared,
      'b.nix': shared,
      'c.nix': shared,
      'd.nix': shared,
    });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/shared\.nix:1: undefined variable 'nope'/);
  });

  test('a module that evaluates without end is told', async () => {
    const found = await findings({
      'a.nix': '{ config, ... }: { kubernetes.version = config.kubernetes.version; }',
    });
    expect(found[0]).toMatch(/^a\.nix @ .*infinite recursion/);
  });
});

describe('what a module may read', () => {
  test('the environment is empty', async () => {
    process.env['SOPS_AGE_KEY'] = 'AGE-SECRET-KEY-1CANARY';
    const value = await evaluateModules({
      'a.nix':
        '{ kubernetes.resources.configMaps.a.data = { key = builtins.getEnv "SOPS_AGE_KEY"; home = builtins.getEnv "HOME"; }; }',
    });
    delete process.env['SOPS_AGE_KEY'];
    expect(value).toMatchObject({
      bundle: { modules: { 'a.nix': { objects: [{ data: { key: '', home: '' } }] } } },
    });
  });

  test('a file outside the project is refused', async () => {
    const found = await findings({
      'a.nix': configMap('builtins.readFile /etc/hostname'),
    });
    expect(found[0]).toMatch(/a module reads .*, which lies outside the project/);
  });

  test('a key file inside the project is refused, its neighbours are not', async () => {
    write('keys/own.agekey', '# a key\nAGE-SECRET-KEY-1CANARYCANARY\n');
    write('keys/notes.txt', 'notes');
    const read = (name: string) => configMap(`builtins.readFile ../keys/${name}`);
    const found = await findings({ 'a.nix': read('own.agekey'), 'b.nix': read('notes.txt') });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^a\.nix .*own\.agekey, which is withheld/);
    expect(found.join()).not.toContain('CANARY');
  });
});

test('a program nix that prints half a document and dies gives one finding', async () => {
  const bin = join(root, 'bin');
  write('bin/nix', '#!/bin/sh\nprintf \'{"bundle":\'\necho "killed by the system" >&2\nexit 1\n');
  const { chmodSync } = await import('node:fs');
  chmodSync(join(bin, 'nix'), 0o755);
  const path = process.env['PATH'];
  process.env['PATH'] = `${bin}:${path ?? ''}`;
  const found = await findings({ 'a.nix': '{ }' });
  process.env['PATH'] = path;
  expect(found).toEqual([' @ : nix ended with exit code 1:']);
});

test('without the program nix the finding says how to get it', async () => {
  const path = process.env['PATH'];
  process.env['PATH'] = '/nowhere';
  const diagnostics = (await evaluateModules({ 'a.nix': '{ }' })) as Diagnostic[];
  process.env['PATH'] = path;
  expect(diagnostics.map(({ code, help }) => [code, help?.includes('make setup')])).toEqual([
    ['nix/missing', true],
  ]);
});
