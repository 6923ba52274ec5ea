import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/core/diagnostic.ts';
import { gmanifests } from '../../src/pipeline/gmanifests.ts';
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

let root = '';

beforeAll(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'gantry-origins-')));
  for (const [path, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
});

afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

test.skipIf(!has('nix'))('findings lead to the line that defined the value', async () => {
  const found = await gmanifests({
    cwd: root,
    only: [],
    adopt: false,
    environment: { ...process.env, XDG_CACHE_HOME: join(root, '.cache') },
    now: new Date(0),
  });
  const errors: readonly Diagnostic[] = found.ok ? [] : found.diagnostics;
  const lines = errors
    .filter(({ code }) => code.startsWith('graph/'))
    .map(({ file, origin }) => `${file ?? ''} ${origin?.file ?? ''}:${origin?.line ?? ''}`);
  expect(lines.sort()).toEqual(
    [
      ['plain', 'modules/plain.nix:5'],
      ['properties', 'modules/properties.nix:7'],
      ['helper', 'lib/pod.nix:2'],
      ['imported', 'modules/imported.nix:6'],
      ['raw', 'modules/raw.nix:7'],
      ['argument', 'modules/argument.nix:7'],
      ['values', 'modules/values.nix:8'],
      ['own', 'modules/own.nix:10'],
    ]
      .map(([module = '', place = '']) => `.k8s/${module}.yaml ${place}`)
      .sort(),
  );
});
