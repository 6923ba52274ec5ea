import { describe, expect, test } from 'vitest';
import { hasNix, runNix } from '../support/nix-eval.ts';

/** What Nix says about a module that cannot be evaluated: its error, on one line. */
function errorOf(module: string, options: readonly string[] = []): string {
  const { status, stderr } = runNix(
    `let gantry = import nix; in (gantry.evalModules {
      module.imports = with gantry.kubenix.modules; [ (${module}) k8s submodules ];
    }).config.kubernetes.objects`,
    null,
    options,
  );
  expect(status).not.toBe(0);
  return stderr.replace(/\s+/g, ' ');
}

describe.skipIf(!hasNix)('a module that is wrong', () => {
  test('names a resource that does not exist: file and near miss', () => {
    expect(errorOf('{ _file = "apps/a.nix"; kubernetes.resources.deployment.x = { }; }')).toContain(
      'kubernetes.resources.deployment (in apps/a.nix): Kubernetes 1.36 and `kubernetes.customTypes` have no such resource; did you mean `deployments`?',
    );
  });

  test('names several: all are told', () => {
    const error = errorOf(
      '{ kubernetes.resources = { configMap.x = { }; apps.v2.Deployment.y = { }; apps.v1.Deploy.z = { }; }; }',
    );
    expect(error).toContain('did you mean `configMaps`');
    expect(error).toContain('kubernetes.api.resources.apps.v2');
    expect(error).toContain('kubernetes.api.resources.apps.v1.Deploy');
  });

  test('defines a field twice: both values, their files and the way out', () => {
    const error = errorOf(`{
      imports = [ { _file = "a.nix"; kubernetes.resources.deployments.d.spec.replicas = 1; } ];
      _file = "b.nix";
      kubernetes.resources.deployments.d.spec.replicas = 2;
    }`);
    expect(error).toContain(
      'kubernetes.resources.deployments.d.spec.replicas has conflicting definitions:',
    );
    expect(error).toContain('- 1 (in a.nix)');
    expect(error).toContain('- 2 (in b.nix)');
    expect(error).toContain('lib.mkForce');
  });

  test('gives one item two places', () => {
    const error = errorOf(`{
      imports = [ { kubernetes.resources.pods.p.spec.containers = [ { name = "a"; } { name = "b"; } ]; } ];
      kubernetes.resources.pods.p.spec.containers = [ { name = "b"; } ];
    }`);
    expect(error).toContain('Two lists give this item different places');
  });

  test('writes a list where resources are expected', () => {
    expect(errorOf('{ kubernetes.resources.apps.v1 = [ ]; }')).toContain(
      'kubernetes.api.resources.apps.v1 (in',
    );
    expect(errorOf('{ _file = "a.nix"; kubernetes.resources.deployments = [ ]; }')).toContain(
      'kubernetes.resources.deployments (in a.nix) is a list, but it must be an attribute set of resources by name.',
    );
  });

  test('writes text where a resource is expected', () => {
    expect(errorOf('{ _file = "a.nix"; kubernetes.resources.configMaps.a = "x"; }')).toContain(
      'kubernetes.resources.configMaps.a (in a.nix) is a string, but it must be the ConfigMap as an attribute set.',
    );
  });

  test('writes text as an item of a keyed list', () => {
    expect(errorOf('{ kubernetes.resources.pods.p.spec.containers = [ "nginx" ]; }')).toContain(
      'item 0 must be an attribute set with `name`',
    );
  });

  test('instantiates a submodule that is not imported: near miss', () => {
    expect(
      errorOf(`{
        submodules.imports = [ { module = { kubenix, ... }: { imports = [ kubenix.modules.submodule ]; submodule.name = "boat"; }; } ];
        imports = [ { _file = "apps/x.nix"; submodules.instances.x.submodule = "baot"; } ];
      }`),
    ).toContain(
      'submodules.instances.x (in apps/x.nix): no submodule of the name `baot` is imported; did you mean `boat`?',
    );
  });

  test('asks for a version that there is not: those that there are', () => {
    expect(
      errorOf(`{
        submodules.imports = [ { module = { kubenix, ... }: { imports = [ kubenix.modules.submodule ]; submodule = { name = "boat"; version = "1.2.0"; }; }; } ];
        imports = [ { _file = "apps/x.nix"; submodules.instances.boat.version = "2.0.0"; } ];
      }`),
    ).toContain(
      'submodules.instances.boat (in apps/x.nix): no version of `boat` is 2.0.0; there are 1.2.0.',
    );
  });

  test('leaves out a required argument of a submodule', () => {
    expect(
      errorOf(`{
        submodules.imports = [ { module = { kubenix, config, lib, args, ... }: {
          imports = with kubenix.modules; [ submodule k8s ];
          options.submodule.args.port = lib.mkOption { type = lib.types.port; };
          config.submodule = { name = "boat"; passthru.kubernetes.objects = config.kubernetes.objects; };
          config.kubernetes.resources.configMaps.x.data.port = toString args.port;
        }; } ];
        submodules.instances.boat = { };
      }`),
    ).toContain('Write `submodules.instances.boat.args.port = …;`');
  });

  test('forgets `module =` before a submodule: it is taken as one', () => {
    expect(
      errorOf(`{
        submodules.imports = [ ({ kubenix, ... }: { imports = [ kubenix.modules.submodule ]; submodule.name = "boat"; }) ];
        submodules.instances.x.submodule = "baot";
      }`),
    ).toContain('did you mean `boat`?');
  });

  test('imports what is no submodule', () => {
    expect(
      errorOf('{ submodules.imports = [ { module = { }; } ]; submodules.instances.x = { }; }'),
    ).toContain('must import `kubenix.modules.submodule`');
    expect(
      errorOf(
        '{ submodules.imports = [ (builtins.toFile "boat.nix" "{ }") ]; submodules.instances.x = { }; }',
      ),
    ).toMatch(/submodules\.imports: \S*boat\.nix is no submodule/);
  });

  test('fetches a chart without hash', () => {
    expect(
      errorOf(
        '{ kubenix, ... }: { imports = [ kubenix.modules.helm ]; kubernetes.helm.releases.r.chart = kubenix.lib.helm.fetch { chart = "redis"; }; kubernetes.resources.configMaps.c.data.chart = "${(kubenix.lib.helm.fetch { chart = "redis"; })}"; }',
      ),
    ).toContain('kubenix.lib.helm.fetch: the chart "redis" has no `sha256`');
  });

  test.each([
    ['a number', '3'],
    ['text', '"text"'],
    ['a list', '[ { } ]'],
    ['a function of two arguments', 'lib: config: { }'],
  ])('is no module but %s', (_, module) => {
    const error = errorOf(`builtins.toFile "boat.nix" ${JSON.stringify(module)}`);
    expect(error).toMatch(
      /boat\.nix does not look like a module: it is .*, but it must be an attribute set|imports .*boat/,
    );
  });

  test('imports a path in quotes', () => {
    expect(errorOf('{ _file = "a.nix"; imports = [ "b.nix" ]; }')).toContain(
      'a.nix: imports holds the text "b.nix", but it takes modules. Write the path without quotes: `imports = [ ./b.nix ];`',
    );
  });

  test('asks for an argument that there is not: near miss', () => {
    const error = errorOf(
      'builtins.toFile "boat.nix" "{ kubenx, ... }: { kubernetes.resources.configMaps.a.data.x = kubenx.x; }"',
    );
    expect(error).toMatch(
      /boat\.nix takes the module argument `kubenx`, .*did you mean `kubenix`\? There are .*specialArgs/,
    );
  });

  test('defines a resource by itself: the resource and its file', () => {
    expect(
      errorOf(
        '{ config, ... }: { _file = "a.nix"; kubernetes.resources.configMaps.a.data.x = config.kubernetes.api.resources.core.v1.ConfigMap.a.data.x; }',
        ['--show-trace'],
      ),
    ).toContain('while evaluating the field `kubernetes.resources.configMaps.a.data` in a.nix');
  });

  test('reads the files of a chart', () => {
    expect(
      errorOf(
        '{ kubenix, ... }: { kubernetes.resources.configMaps.x.data.y = (kubenix.lib.helm.fetch { chart = "redis"; sha256 = ""; }).drvPath; }',
      ),
    ).toContain('The files of the chart "redis-dev" are needed during evaluation');
  });
});
