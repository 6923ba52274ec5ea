import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { Result } from '../../src/core/result.ts';
import { check } from '../../src/pipeline/check.ts';
import { gmanifests } from '../../src/pipeline/gmanifests.ts';
import type { RunOptions } from '../../src/pipeline/options.ts';
import { has } from '../support/programs.ts';

/** Each module names a Secret that does not exist; the mark `# here` stands in the line that does. */
const FILES: Readonly<Record<string, string>> = {
  'gantry.nix': '{ gantry, ... }: gantry.mkProject { root = ./modules; }',
  'lib/pod.nix': `name: {
  envFrom = [ { secretRef.name = name; } ];
}`,
  'lib/data.nix': `{
  secret = "gone-imported";
}`,
  'modules/plain.nix': `{
  kubernetes.resources.pods.plain.metadata.namespace = "apps";
  kubernetes.resources.pods.plain.spec.containers.main = {
    image = "i";
    envFrom = [ { secretRef.name = "gone-plain"; } ]; # here
  };
}`,
  'modules/properties.nix': `{ lib, ... }:
{
  kubernetes.resources = lib.mkMerge [
    { pods.properties.metadata.namespace = "apps"; }
    { pods.properties.spec.serviceAccountName = lib.mkDefault "gone-default"; }
    (lib.mkIf true {
      pods.properties.spec.serviceAccountName =
        lib.mkForce "gone-forced";
    })
  ];
}`,
  'modules/helper.nix': `{ ... }:
let make = import ../lib/pod.nix; in
{
  kubernetes.resources.pods.helper.metadata.namespace = "apps";
  kubernetes.resources.pods.helper.spec.containers.main = make "gone-helper";
}`,
  'modules/imported.nix': `{ ... }:
let data = import ../lib/data.nix; in
{
  kubernetes.resources.pods.imported.metadata.namespace = "apps";
  kubernetes.resources.pods.imported.spec.imagePullSecrets = [
    { name = data.secret; } # here
  ];
}`,
  'modules/raw.nix': `{
  kubernetes.objects = [
    {
      apiVersion = "v1";
      kind = "Pod";
      metadata = { name = "raw"; namespace = "apps"; };
      spec.serviceAccountName = "gone-raw"; # here
    }
  ];
}`,
  'modules/argument.nix': `{
  submodules.instances.web = {
    submodule = "release";
    args = {
      namespace = "apps";
      image = "i:1";
      secretName = "gone-argument"; # here
    };
  };
}`,
  'modules/values.nix': `{
  submodules.instances.web = {
    submodule = "release";
    args = {
      namespace = "apps";
      image = "i:1";
      values.controllers.main.containers.main.envFrom = [
        { secretRef.name = "gone-values"; } # here
      ];
    };
  };
}`,
  'modules/own.nix': `{ kubenix, lib, ... }:
{
  submodules.imports = [
    { module = { config, ... }: {
      imports = [ kubenix.modules.submodule kubenix.modules.k8s ];
      options.submodule.args.secret = lib.mkOption { type = lib.types.str; };
      config.submodule.name = "own";
      config.submodule.passthru.kubernetes.objects = config.kubernetes.objects;
      config.kubernetes.resources.pods.own.metadata.namespace = "apps";
      config.kubernetes.resources.pods.own.spec.serviceAccountName = "fixed"; # here
    }; }
  ];
  submodules.instances.one = { submodule = "own"; args.secret = "x"; };
}`,
};

/** A module whose placeholder names a store that is not there, and whose rule leaves the type clear. */
const SEALED: Readonly<Record<string, string>> = {
  'gantry.nix': '{ gantry, ... }: gantry.mkProject { root = ./modules; settings.demo = true; }',
  '.sops.yaml':
    'creation_rules:\n  - encrypted_regex: ^stringData$\n    age: age1lzd99uklcjnc0e7d860axevet2cz99ce9pq6tzuzd05l5nr28ams36nvun\n',
  'modules/web.enc.nix': `{
  kubernetes.resources.secrets.web = {
    metadata.namespace = "apps";
    stringData.token = "ref+sops://secrets/gone.enc.yaml#token";
    type = "ref+sops://secrets/gone.enc.yaml#type";
  };
}`,
};

function project(files: Readonly<Record<string, string>>): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'gantry-origins-')));
  onTestFinished(() => {
    rmSync(root, { recursive: true, force: true });
  });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

function optionsOf(root: string): RunOptions {
  const environment = { ...process.env, XDG_CACHE_HOME: join(root, '.cache') };
  return { cwd: root, only: [], adopt: false, environment, now: new Date(0) };
}

const errorsOf = (result: Result<unknown>) =>
  (result.ok ? [] : result.diagnostics).filter(({ severity }) => severity === 'error');

test.skipIf(!has('nix'))('findings lead to the line that defined the value', async () => {
  const lines = errorsOf(await gmanifests(optionsOf(project(FILES))))
    .filter(({ code }) => code.startsWith('graph/'))
    .map(({ file, origin }) =>
      [file, [origin?.file, origin?.line, origin?.column].join(':')].join(' '),
    );
  expect(lines.sort()).toEqual(
    [
      ['plain', 'modules/plain.nix:5:19'],
      ['properties', 'modules/properties.nix:7:7'],
      ['helper', 'lib/pod.nix:2:17'],
      ['imported', 'modules/imported.nix:6:7'],
      ['raw', 'modules/raw.nix:7:7'],
      ['argument', 'modules/argument.nix:7:7'],
      ['values', 'modules/values.nix:8:11'],
      ['own', 'modules/own.nix:10:7'],
    ]
      .map(([module = '', place = '']) => `.k8s/${module}.yaml ${place}`)
      .sort(),
  );
});

test.skipIf(!has('nix'))('so do findings about stores and creation rules', async () => {
  const result = await check({ ...optionsOf(project(SEALED)), decrypt: false });
  const places = errorsOf(result).map(
    ({ code, origin }) => `${code} ${origin?.line ?? ''}:${origin?.column ?? ''}`,
  );
  expect(places.sort()).toEqual(['placeholder/clear-path 5:5', 'secrets/no-store 4:5']);
});

test.skipIf(!has('nix'))(
  'a second evaluation that fails is told, and takes no finding away',
  async () => {
    const root = project({ ...FILES, 'bin/nix': FAILING });
    chmodSync(join(root, 'bin/nix'), 0o755);
    vi.stubEnv('PATH', `${join(root, 'bin')}:${process.env['PATH'] ?? ''}`);
    onTestFinished(() => {
      vi.unstubAllEnvs();
    });
    const result = await gmanifests(optionsOf(root));
    const found = result.ok ? [] : result.diagnostics;
    expect(errorsOf(result).filter(({ code }) => code.startsWith('graph/'))).toHaveLength(8);
    expect(found.at(-1)).toMatchObject({
      ...{ code: 'nix/origins', severity: 'warning' },
      message: expect.stringContaining('out of luck'),
    });
  },
);

/** A `nix` that evaluates once. */
const FAILING = `#!/bin/sh
PATH=\${PATH#*:}
case "$*" in *eval*)
  mark=$(dirname "$0")/mark
  [ -e "$mark" ] && { echo "out of luck" >&2; exit 1; }
  touch "$mark" ;;
esac
exec nix "$@"
`;
