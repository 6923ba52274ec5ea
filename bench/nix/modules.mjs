// Module files to measure with: the same few objects, said in different ways.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Writes `count` modules into `folder`. */
export function writeModules(folder, count, moduleText) {
  mkdirSync(folder, { recursive: true });
  for (let index = 1; index <= count; index++) {
    writeFileSync(join(folder, `app${String(index).padStart(4, '0')}.nix`), moduleText(index));
  }
}

/** Resources alone, as a module of a homelab says them: keyed lists, a default, a ConfigMap with text. */
export function resources(index) {
  const name = `app${index}`;
  return `{ lib, ... }: {
  kubernetes.namespace = "apps";
  kubernetes.resources = {
    deployments.${name} = {
      metadata.labels.app = "${name}";
      spec = {
        replicas = lib.mkDefault 1;
        selector.matchLabels.app = "${name}";
        template = {
          metadata.labels.app = "${name}";
          spec = {
            containers.${name} = {
              image = "ghcr.io/harbour/${name}:1.${index}";
              ports.http.containerPort = 8080;
              env = [ { name = "TZ"; value = "UTC"; } { name = "PORT"; value = "8080"; } ];
              volumeMounts = [ { name = "data"; mountPath = "/data"; } { name = "config"; mountPath = "/etc/${name}"; } ];
              resources = { requests = { cpu = "10m"; memory = "64Mi"; }; limits.memory = "128Mi"; };
            };
            volumes = { data.persistentVolumeClaim.claimName = "${name}"; config.configMap.name = "${name}"; };
          };
        };
      };
    };
    services.${name}.spec = { selector.app = "${name}"; ports.http = { port = 80; targetPort = 8080; }; };
    configMaps.${name}.data."config.json" = builtins.toJSON { inherit (lib.trivial) oldestSupportedRelease; list = lib.range 1 20; };
    persistentVolumeClaims.${name}.spec = { accessModes = [ "ReadWriteOnce" ]; resources.requests.storage = "1Gi"; };
  };
}
`;
}

/** One instance of the built-in \`release\`. */
export function release(index) {
  return `{
  submodules.instances.app${index} = {
    submodule = "release";
    args = {
      namespace = "apps";
      image = "ghcr.io/harbour/app:1.${index}";
      port = 8080;
      persistence = { size = "1Gi"; mountPath = "/data"; };
    };
  };
}
`;
}

/** The objects that such an instance gives, stated one by one. */
export function stated(objects) {
  return (index) => {
    const definitions = objects.map((object) => definition(object, `app${index}`));
    return `{\n${definitions.join('')}}\n`;
  };
}

function definition(object, name) {
  const [group, version] = object.apiVersion.includes('/')
    ? object.apiVersion.split('/')
    : ['core', object.apiVersion];
  const labels = Object.entries(object.metadata.labels).filter(
    ([key]) => !key.startsWith('kubenix/'),
  );
  const metadata = { namespace: object.metadata.namespace, labels: Object.fromEntries(labels) };
  const text = nixText({ ...object, metadata }).replaceAll('"app1"', `"${name}"`);
  return `  kubernetes.api.resources.${nixText(group)}.${version}.${object.kind}.${name} = ${text};\n`;
}

function nixText(value) {
  if (Array.isArray(value)) return `[ ${value.map((item) => `(${nixText(item)})`).join(' ')} ]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(
    ([key, item]) => `${JSON.stringify(key)} = ${nixText(item)};`,
  );
  return `{ ${members.join(' ')} }`;
}
