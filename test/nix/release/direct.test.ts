import { describe, expect, it } from 'vitest';
import { evaluate, hasNix } from '../support/nix-eval.ts';

/** Modules with one or two releases. Each is evaluated as it is, and with a default that says nothing: */
const modules = {
  typed: `{ kubernetes.namespace = "outer"; submodules.instances = {
    ntfy = { submodule = "release"; args = {
      image = "ntfy:v2"; port = 80; hosts = [ "ntfy.home.example" ]; secretName = "ntfy"; rollOnSecretChange = true;
      persistence = { size = "1Gi"; }; config = { filename = "a.yml"; mountPath = "/etc"; data.a = true; };
      env.B = "2"; env.A = "1"; resources.limits.memory = "1Gi"; extraPorts.admin = 81;
    }; };
    release.args = { namespace = "inner"; image = "a:1"; schedule = "@daily"; };
  }; }`,
  values: `{ submodules.instances.app = { submodule = "release"; args.values = {
    controllers.main.containers.main.image = { repository = "a"; tag = "1"; };
    configMaps._hidden = { forceRename = "hidden"; data._file = "x"; };
    rbac.roles.a = { type = "ClusterRole"; rules = [ { verbs = [ "get" ]; resources = [ "pods" ]; apiGroups = [ "" ]; } ]; };
    serviceMonitor.a = { selector = { }; service.name = "a"; endpoints = [ { port = "http"; params = null; _note = 1; } ]; };
    rawResources.ns = { apiVersion = "v1"; kind = "Namespace"; spec = { }; };
    networkpolicies.a = { controller = "main"; policyTypes = [ "Ingress" ]; rules = { }; };
  }; }; }`,
  'properties in arguments': `({ lib, ... }: { submodules.instances.app = { submodule = "release"; args = {
    image = lib.mkDefault "a:1"; port = lib.mkIf true 80; values = lib.mkMerge [ { service.main.type = "NodePort"; } { } ];
  }; }; })`,
  'several definitions': `{ imports = [ { submodules.instances.app.args.port = 80; } { submodules.instances.app = { submodule = "release"; args.image = "a:1"; }; } ]; }`,
  'items of one key': `{ submodules.instances.app = { submodule = "release"; args.values = {
    controllers.main.containers.main = { image = { repository = "a"; tag = "1"; }; env = [ { name = "A"; value = "1"; } { name = "A"; value = "2"; } ]; };
  }; }; }`,
  'items without a key': `{ submodules.instances.app = { submodule = "release"; args.values = {
    controllers.main.containers.main = { image = { repository = "a"; tag = "1"; }; ports = [ { containerPort = 80; protocol = "TCP"; } ]; };
  }; }; }`,
  'defaults that are handed down': `{ kubernetes.api.defaults = [ { propagate = true; default.metadata.labels.team = "a"; } ];
    submodules.instances.app = { submodule = "release"; args.image = "a:1"; }; }`,
  'a module that is handed on': `{ _m.propagate = [ { module.kubernetes.namespace = lib.mkForce "forced"; } ];
    submodules.instances.app = { submodule = "release"; args.image = "a:1"; }; }`,
  'an instance that is not handed on': `{ submodules.instances.app = { submodule = "release"; passthru.enable = false; args.image = "a:1"; }; }`,
  'its configuration': `{ submodules.instances.app = { submodule = "release"; args.image = "a:1"; config.kubernetes.namespace = "own"; }; }`,
};

const EVALUATE = `
  let
    gantry = import nix;
    inherit (gantry) kubenix release;
    described = release.described // { inherit (release) module; builtIn = true; };
    evaluate = evaluateWith described;
    evaluateWith = described: modules: (kubenix.evalModules {
      specialArgs = { inherit kubenix; };
      modules = modules ++ [
        kubenix.modules.k8s kubenix.modules.helm kubenix.modules.submodules
        { _module.args.name = "default"; submodules.imports = [ described ]; }
      ];
    }).config;
    marked = described // { direct = given: described.direct given // { rolls = "direct"; }; };
    told = config: {
      inherit (config.kubernetes.generated) items;
      instances = builtins.mapAttrs
        (_: instance: {
          inherit (instance) name submodule passthru;
          inherit (instance.config.submodule) description args;
          inherit (instance.config.kubernetes) objects namespace version warnings importRequests;
          inherit (instance.config.manifest) rolls;
          resources = instance.config.kubernetes.api.resources.core.v1.ServiceAccount;
          names = builtins.mapAttrs (_: builtins.attrNames) { inherit (instance.config) kubernetes submodule manifest; top = instance.config; };
        })
        config.submodules.instances;
    };
    both = module: {
      direct = told (evaluate [ module ]);
      evaluated = told (evaluate [ module { submodules.defaults = [ { } ]; } ]);
      isDirect = lib.all (instance: instance.config.manifest.rolls == "direct") (builtins.attrValues (evaluateWith marked [ module ]).submodules.instances);
    };
  in `;

describe.skipIf(!hasNix)('a plain instance is the same without evaluating its module', () => {
  const written = Object.entries(modules).map(([name, text]) => `"${name}" = ${text};`);
  const results = hasNix
    ? (evaluate(`${EVALUATE} builtins.mapAttrs (_: both) { ${written.join('\n')} }`) as Record<
        string,
        { readonly direct: object; readonly evaluated: object; readonly isDirect: boolean }
      >)
    : {};

  it.each(Object.keys(modules))('%s', (name) => {
    expect(results[name]?.direct).toEqual(results[name]?.evaluated);
    expect(JSON.stringify(results[name]?.direct)).toBe(JSON.stringify(results[name]?.evaluated));
  });

  it('where nothing but the module tells the result, it is evaluated', () => {
    const direct = Object.keys(modules).filter((name) => results[name]?.isDirect);
    expect(direct).toEqual(['typed', 'values', 'properties in arguments']);
  });
});
