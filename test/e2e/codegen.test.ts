import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { REPOSITORY, Workspace } from './workspace.ts';

const ALONE = `{ gantry, ... }: gantry.mkProject {
  codegen.crane = { options = ./crane.nix; out = "out/crane.ts"; };
  codegen.berth = { options = { depth = gantry.lib.mkOption { type = gantry.lib.types.int; }; }; out = "out/berth.json"; format = "json-schema"; };
}`;
const CRANE = `{ lib, config, ... }: {
  options.reach = lib.mkOption { type = lib.types.int; default = 30; };
  options.broken = lib.mkOption { type = lib.types.str; default = { }.missing; };
  config.elsewhere = true;
}`;

/** A project that has codegen targets and no manifests. */
function harbour(): Workspace {
  const work = new Workspace();
  for (const path of ['modules', 'config', 'generated', 'manifests.lock']) work.remove(path);
  work.write('gantry.nix', ALONE);
  work.write('crane.nix', CRANE);
  return work;
}

describe('targets of gantry.nix', () => {
  test('the file of the example is up to date, and stays untouched', () => {
    const work = new Workspace();
    const before = work.snapshot('generated');
    const ran = work.gantry(['codegen']);
    expect([ran.code, ran.stdout]).toEqual([0, '  unchanged generated/homelab.ts\n']);
    expect(work.gantry(['codegen', '--check']).code).toBe(0);
    expect(work.snapshot('generated')).toEqual(before);
  });

  test('--check prints the difference, writes nothing and exits with 1', () => {
    const work = new Workspace();
    work.edit('config/options.nix', 'default = "homelab"', 'default = "house"');
    const before = work.snapshot('generated');
    const ran = work.gantry(['codegen', '--check']);
    expect(ran.code).toBe(1);
    expect(ran.stdout).toContain('-   * Default: `"homelab"`.\n');
    expect(ran.stdout).toContain('+   * Default: `"house"`.\n');
    expect(ran.stderr).toContain('error[codegen/drift] generated/homelab.ts');
    expect(work.snapshot('generated')).toEqual(before);
  });

  test('a project needs no manifests; a default that fails costs itself alone', () => {
    const work = harbour();
    expect(work.gantry(['codegen'])).toMatchObject({
      code: 0,
      stdout: '  written out/berth.json\n  written out/berth-input.json\n  written out/crane.ts\n',
    });
    const text = work.read('out/crane.ts');
    expect(text).toContain('Default: `30`.');
    expect(text).toContain("Default: not shown, attribute 'missing' missing.");
    expect(JSON.parse(work.read('out/berth.json'))).toMatchObject({ $ref: '#/$defs/Berth' });
    expect(work.gantry(['manifests']).code).toBe(0);
  });

  test('an unknown name is told with its near misses, an option that fails with its place', () => {
    const work = new Workspace();
    const ran = work.gantry(['codegen', 'homlab']);
    expect([ran.code, ran.stderr]).toEqual([2, expect.stringContaining('did you mean "homelab"?')]);
    work.edit('config/options.nix', 'types.attrsOf address', 'types.attrOf address');
    const failed = work.gantry(['codegen']);
    expect(failed.code).toBe(3);
    expect(failed.stderr).toContain('config/options.nix:47:');
  });

  test('--watch generates again when a Nix file changes', async () => {
    const work = new Workspace();
    const child = spawn(
      process.execPath,
      [join(REPOSITORY, 'dist', 'cli.js'), 'codegen', '--watch'],
      { cwd: work.root, env: work.environment(), stdio: ['ignore', 'pipe', 'inherit'] },
    );
    onTestFinished(() => void child.kill('SIGINT'));
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    expect((await lines.next()).value).toBe('  unchanged generated/homelab.ts');
    work.edit('config/options.nix', 'default = "homelab"', 'default = "house"');
    expect((await lines.next()).value).toBe('  written generated/homelab.ts');
  });
});

describe('--options', () => {
  const adHoc = ['codegen', '--options', 'crane.nix', '--name', 'crane'];

  test('a file is written where --out says, or printed', () => {
    const work = harbour();
    expect(work.gantry([...adHoc, '--out', 'deep/crane.ts']).code).toBe(0);
    expect(work.read('deep/crane.ts')).toContain('export interface CraneInput {');
    const printed = work.gantry([...adHoc, '--stdout', '--format', 'json-schema']);
    expect(printed.stdout).toContain('"$ref": "#/$defs/CraneInput"');
  });

  test.each([
    [
      'an evaluated configuration',
      '{ lib }: lib.evalModules { modules = [ ./crane.nix { options.elsewhere = lib.mkOption { }; } ]; }',
    ],
    ['a list of modules', '[ ./crane.nix ]'],
    ['a tree', '{ lib, pkgs, ... }: { reach = lib.mkOption { type = lib.types.int; }; }'],
    ['a module', '{ lib, ... }: { imports = [ ./crane.nix ]; options.b = lib.mkOption { }; }'],
  ])('%s will do', (_form, text) => {
    const work = harbour();
    work.write('given.nix', text);
    const ran = work.gantry(['codegen', '--options', 'given.nix', '--name', 'crane', '--stdout']);
    expect(ran.stderr).not.toContain('error');
    expect(ran.stdout).toContain('reach: number;');
  });

  test.each([
    [['codegen', '--options', 'crane.nix'], '--options needs --name'],
    [adHoc, '--options needs --out or --stdout'],
    [[...adHoc, 'more'], 'NAMEs are targets of gantry.nix'],
    [['codegen', '--out', 'x.ts'], '--out goes with --options'],
    [['codegen', '--options', 'none.nix', '--name', 'x', '--stdout'], 'none.nix cannot be read'],
  ])('%j is wrong use', (args, message) => {
    const ran = harbour().gantry(args);
    expect([ran.code, ran.stderr]).toEqual([2, expect.stringContaining(message)]);
  });
});
