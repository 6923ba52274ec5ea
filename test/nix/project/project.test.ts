import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { evaluate, hasNix, runNix } from '../support/nix-eval.ts';

let root = '';

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'gantry-project-')));
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

function write(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

/** `part` of a project whose modules are the files written before. */
function project(part: string, settings = ''): string {
  return `((import nix).mkProject { root = /. + ${JSON.stringify(root)}; ${settings} }).${part}`;
}

function errorOf(expression: string): string {
  const { status, stderr } = runNix(expression);
  expect(status).not.toBe(0);
  return stderr;
}

interface Entry {
  readonly output: string;
  readonly encrypt: boolean;
  readonly objects: readonly Record<string, unknown>[];
  readonly releases: Record<string, unknown>;
  readonly imports: readonly Record<string, unknown>[];
  readonly warnings: readonly string[];
}

type Modules = Record<string, Entry>;

describe.skipIf(!hasNix)('mkProject', () => {
  test('every Nix file is a module, but default.nix and what starts with _', () => {
    write({
      'z.nix': '{ }',
      'apps/b.nix': '{ }',
      'apps/a.enc.nix': '{ }',
      'apps/c.nix': '{ manifest.encrypt = true; }',
      'apps/default.nix': 'throw "never"',
      'apps/_part.nix': 'throw "never"',
      '_lib/x.nix': 'throw "never"',
      'apps/data.json': '{}',
    });
    const modules = evaluate(project('bundle.modules')) as Modules;
    expect(Object.entries(modules).map(([path, { output, encrypt }]) => [path, output, encrypt]))
      // One row per module, in byte order.
      .toEqual([
        ['apps/a.enc.nix', 'apps/a.enc.yaml', true],
        ['apps/b.nix', 'apps/b.yaml', false],
        ['apps/c.nix', 'apps/c.enc.yaml', true],
        ['z.nix', 'z.yaml', false],
      ]);
  });

  test('special arguments win over the built-in ones', () => {
    write({
      'a.nix':
        '{ kubenix, homelab, ... }: { kubernetes.resources.configMaps.a.data = { x = kubenix.lib.own; y = homelab; }; }',
    });
    const modules = evaluate(
      project(
        'bundle.modules',
        'specialArgs = { homelab = "h"; kubenix = let inherit (import nix) kubenix; in kubenix // { lib = kubenix.lib // { own = "o"; }; }; };',
      ),
    ) as Modules;
    expect(modules['a.nix']?.objects[0]).toMatchObject({ data: { x: 'o', y: 'h' } });
  });

  test('helpers read the settings of the project', () => {
    write({
      'a.nix':
        '{ kubenix, ... }: { kubernetes.resources.configMaps.a.data.x = kubenix.lib.secretsFor "k"; }',
    });
    const modules = evaluate(
      project('bundle.modules', 'settings.helpers.secretStore = "s/own.enc.yaml";'),
    ) as Modules;
    expect(JSON.stringify(modules['a.nix']?.objects)).toContain('ref+sops://s/own.enc.yaml#k');
  });

  test('project name and version are defaults that a module may set otherwise', () => {
    write({ 'a.nix': '{ kubernetes.resources.configMaps.a = { }; }' });
    write({
      'b.nix':
        '{ kubenix.project = "own"; kubernetes.version = "1.30"; kubernetes.resources.configMaps.a = { }; }',
    });
    const bundle = evaluate(
      project('bundle', 'project = "harbour"; kubernetesVersion = "1.31";'),
    ) as { project: string; kubernetesVersion: string; modules: Modules };
    const annotations = (path: string): unknown => bundle.modules[path]?.objects[0]?.['metadata'];
    expect(bundle).toMatchObject({ contract: 'gantry/v1', project: 'harbour' });
    expect(annotations('a.nix')).toMatchObject({
      annotations: { 'kubenix/project-name': 'harbour', 'kubenix/k8s-version': '1.31' },
    });
    expect(annotations('b.nix')).toMatchObject({
      annotations: { 'kubenix/project-name': 'own', 'kubenix/k8s-version': '1.30' },
    });
  });

  test('a selection evaluates no other module', () => {
    write({ 'apps/a.nix': '{ }', 'apps/b.nix': 'throw "never"', 'c.nix': 'throw "never"' });
    const { bundle } = evaluate(
      project('evaluate { only = [ "apps/.*" ]; exclude = [ "apps/b.nix" ]; }'),
    ) as { bundle: { modules: Modules } };
    expect(Object.keys(bundle.modules)).toEqual(['apps/a.nix']);
  });

  test('baseModules replace the built-in ones', () => {
    write({ 'a.nix': '{ text = "x"; }' });
    const modules = evaluate(
      project(
        'bundle.modules',
        'baseModules = [ ({ lib, ... }: { options.text = lib.mkOption { }; }) ];',
      ),
    ) as Modules;
    expect(modules['a.nix']).toMatchObject({ objects: [], helm: [], releases: {} });
  });

  test('an argument or a setting that does not exist has a near miss', () => {
    write({ 'a.nix': '{ }' });
    expect(errorOf(project('settings', 'setting = { };'))).toContain('settings');
    expect(errorOf(project('settings', 'settings.lockfile = "x";'))).toContain('lockFile');
  });

  test('neighbours share data, and text without its store paths crosses', () => {
    write({
      '_data.nix': '{ pin = "1"; }',
      'a.nix':
        '{ kubernetes.resources.configMaps.a.data = { pin = (import ./_data.nix).pin; file = "${builtins.toFile "n" "x"}"; }; }',
    });
    const modules = evaluate(project('bundle.modules')) as Modules;
    expect(modules['a.nix']?.objects[0]).toMatchObject({ data: { pin: '1' } });
  });

  test('instances, imports and warnings are told', () => {
    write({
      'boat.json': '{}',
      'a.nix': `{ kubenix, ... }: {
        submodules.imports = [ { module = { kubenix, lib, ... }: {
          imports = with kubenix.modules; [ submodule k8s ];
          options.submodule.args = { size = lib.mkOption { }; none = lib.mkOption { default = throw "unset"; }; hook = lib.mkOption { default = null; }; };
          config.submodule.name = "boat";
          config.kubernetes.imports = [ ./boat.json ];
          config.kubernetes.resources.pods.p.spec.imagePullSecrets = [ { name = "x"; } { name = "x"; } ];
        }; } ];
        submodules.instances.tug = { submodule = "boat"; args.size = 3; };
        submodules.instances.barge = { submodule = "boat"; args = { size = 1; hook = x: x; }; };
        submodules.instances.raft = {
          submodule = "boat";
          args = { size = 1; hook = kubenix.lib.helm.fetch { chart = "redis"; sha256 = ""; }; };
        };
      }`,
    });
    const entry = (evaluate(project('bundle.modules')) as Modules)['a.nix'];
    expect(entry?.releases).toEqual({
      barge: { submodule: 'boat' },
      raft: { submodule: 'boat' },
      tug: { submodule: 'boat', args: { size: 3 } },
    });
    const file = join(root, 'boat.json');
    const imported = ['barge', 'raft', 'tug'].map((instance) => ({
      file,
      first: ['CustomResourceDefinition', 'Namespace'],
      hash: true,
      metadata: {
        annotations: { 'kubenix/k8s-version': '1.36', 'kubenix/project-name': 'kubenix' },
        labels: {
          'kubenix/module-instance': instance,
          'kubenix/module-name': 'boat',
          'kubenix/module-version': '1.0.0',
        },
      },
    }));
    expect(entry?.imports).toEqual(imported);
    expect(entry?.warnings).toHaveLength(3);
  });

  test('a chart that a build has patched is a request, whatever its name', () => {
    write({
      'a.nix': `{ kubenix, pkgs, ... }:
        let chart = kubenix.lib.helm.fetch { chart = "app-template"; sha256 = ""; }; in {
          kubernetes.helm.releases.ship.chart = pkgs.runCommand "app-template" { } "cp -r \${chart} $out";
        }`,
    });
    expect(evaluate(project('bundle.modules."a.nix".helm'))).toMatchObject([
      { name: 'ship', chart: { chart: 'app-template', builtBy: 'pkgs.runCommand' } },
    ]);
  });

  test('the command line asks for a selection of a folder', () => {
    write({
      'gantry.nix': '{ gantry, ... }: gantry.mkProject { root = ./modules; }',
      'modules/a.nix': '{ }',
      'modules/b.nix': '{ }',
    });
    expect(
      evaluate(
        `builtins.attrNames (import (nix + "/cli.nix") { project = ${JSON.stringify(root)}; exclude = "[\\"b.nix\\"]"; }).evaluation.bundle.modules`,
      ),
    ).toEqual(['a.nix']);
  });

  test('positions say where a resource is written', () => {
    write({ 'a.nix': '{\n  kubernetes.resources.configMaps.a = { };\n}\n' });
    const file = join(root, 'a.nix');
    const place = { root: 'resources', priority: 100, file, line: 2, column: 3 };
    expect(evaluate(project('positions'))).toEqual({
      'a.nix': {
        file,
        definitions: [
          { ...place, path: ['configMaps'] },
          { ...place, path: ['configMaps', 'a'] },
        ],
      },
    });
  });
});

describe.skipIf(!hasNix)('a value that does not cross', () => {
  test('everything that is wrong with a module is told at once, under its name', () => {
    write({
      'apps/a.nix': `{ kubernetes.resources.configMaps.a.data = {
        float = 1.23456789012;
        int = 9007199254740992;
        func = x: x;
        path = ./a.nix;
        drv = { type = "derivation"; outPath = "/x"; };
        nested = [ { deep = 0.1234567; } ];
        fine = [ 0.5 1.0 9007199254740991 (-9007199254740991) ];
      }; }`,
    });
    const error = errorOf(project('bundle.modules'));
    expect(error).toContain('apps/a.nix: not every value can stand in a manifest');
    // Newer versions of Nix print every digit; floats then cross.
    const keepsDigits = evaluate('builtins.fromJSON (builtins.toJSON 0.1234567) == 0.1234567');
    const floats = keepsDigits === true ? [] : ['float', 'nested."0".deep'];
    for (const name of [...floats, 'int', 'func', 'path', 'drv'])
      expect(error).toContain(`ConfigMap a: data.${name} is `);
    expect(error).not.toContain('data.fine');
    expect(error).toContain('write a string');
  });
});
