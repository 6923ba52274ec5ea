import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { evaluate, hasNix, runNix } from '../support/nix-eval.ts';

const stub = fileURLToPath(new URL('stub-kubenix.nix', import.meta.url));

const LAYER = `
  let
    release = import (nix + "/release") { inherit lib; };
    bare = import ${stub} { inherit lib release; };
    defaults = { domain = "home.example"; storageClass = "fast"; ingressClass = "nginx"; tlsSecret = "wildcard"; };
    set = import ${stub} { inherit lib release; helpers = { inherit defaults; }; };
  in `;

interface Instance {
  readonly namespace: string | null;
  readonly objects: readonly unknown[];
  readonly resources: Record<
    string,
    { readonly spec?: unknown; readonly data?: Record<string, string> }
  >;
}

const openclaw = {
  namespace: 'applications',
  image: { repository: 'ghcr.io/openclaw/openclaw', tag: 'latest', digest: 'sha256:a02b' },
  controllerType: 'StatefulSet',
  port: 18789,
  secretName: 'openclaw-secrets',
  command: ['node', 'dist/index.js'],
  priorityClassName: 'high',
  serviceType: 'LoadBalancer',
  serviceAnnotations: { 'lbipam.cilium.io/ips': '10.0.0.1' },
  persistence: {
    size: '10Gi',
    storageClass: 'rook-ceph-block',
    mountPath: '/home/node/.openclaw',
  },
  config: {
    filename: 'openclaw.json',
    mountPath: '/home/node/.openclaw',
    data: { gateway: { port: 18789 }, text: '{{ as it stands }}' },
  },
  values: { ingress: { main: { enabled: false } } },
};

/** Arguments of all instances that the tests look at. */
const instances = {
  openclaw,
  text: {
    image: 'a/b:1',
    config: { filename: 'x.conf', mountPath: '/etc/x/x.conf', data: 'a = 1\n' },
  },
  yaml: {
    image: 'a/b:1',
    config: { filename: 'x.yml', mountPath: '/etc/x/', data: { a: ['yes'] } },
  },
  toml: {
    image: 'a/b:1',
    config: { filename: 'x.toml', mountPath: '/etc', data: { a: { b: 1 } } },
  },
  ntfy: {
    image: 'registry:5000/ntfy:v2@sha256:ab',
    port: 80,
    extraPorts: { metrics: 9090 },
    probes: { liveness: { path: '/health' } },
    env: { TZ: 'UTC' },
    persistence: { size: '1Gi' },
  },
  cron: {
    image: 'a/b@sha256:ab',
    schedule: '@daily',
    arguments: ['run'],
    nodeSelector: { a: 'b' },
  },
  named: {
    image: 'a/b:1',
    port: 80,
    hosts: ['a.example'],
    identifiers: { controller: 'web', container: 'app', service: 'front' },
    serviceAccount: false,
  },
  given: {
    values: { controllers: { x: { containers: { y: { image: { repository: 'a', tag: '1' } } } } } },
  },
  claimed: { image: 'a/b:1', persistence: { existingClaim: 'media', mountPath: '/media' } },
  memory: {
    image: 'a/b:1',
    persistence: { type: 'emptyDir', globalMounts: [{ path: '/tmp' }] },
  },
  wins: {
    image: 'a/b:1',
    port: 80,
    values: {
      controllers: { main: { replicas: 3, containers: { main: { image: { tag: '2' } } } } },
      persistence: { second: { size: '1Gi', accessMode: 'ReadWriteOnce' } },
      route: { main: { parentRefs: [{ name: 'gw', namespace: 'infra' }] } },
    },
    persistence: { size: '1Gi', storageClass: 'x' },
  },
};

describe.skipIf(!hasNix)('the submodule release', () => {
  const found = hasNix
    ? (evaluate(`${LAYER} lib.mapAttrs (_name: set) input`, instances) as Record<string, Instance>)
    : {};
  const of = (name: keyof typeof instances, object: string) =>
    found[name]?.resources[object] ??
    expect.fail(`${object}: ${Object.keys(found[name]?.resources ?? {}).join()}`);

  it('makes the objects of an application', () => {
    expect(Object.keys(found['openclaw']?.resources ?? {})).toEqual([
      'ConfigMap demo-config',
      'PersistentVolumeClaim demo',
      'Service demo',
      'ServiceAccount demo',
      'StatefulSet demo',
    ]);
    expect(found['openclaw']).toMatchObject({ namespace: 'applications', objects: [] });
    expect(of('openclaw', 'StatefulSet demo').spec).toMatchObject({
      replicas: 1,
      serviceName: 'demo',
      template: {
        spec: {
          priorityClassName: 'high',
          serviceAccountName: 'demo',
          containers: [
            {
              image: 'ghcr.io/openclaw/openclaw:latest@sha256:a02b',
              command: ['node', 'dist/index.js'],
              envFrom: [{ secretRef: { name: 'openclaw-secrets' } }],
              ports: [{ name: 'http', containerPort: 18789, protocol: 'TCP' }],
              volumeMounts: [
                {
                  name: 'config',
                  mountPath: '/home/node/.openclaw/openclaw.json',
                  subPath: 'openclaw.json',
                },
                { name: 'main', mountPath: '/home/node/.openclaw' },
              ],
            },
          ],
        },
      },
    });
    expect(of('openclaw', 'Service demo')).toMatchObject({
      metadata: { namespace: 'applications', annotations: { 'lbipam.cilium.io/ips': '10.0.0.1' } },
      spec: { type: 'LoadBalancer' },
    });
    expect(of('openclaw', 'PersistentVolumeClaim demo').spec).toEqual({
      accessModes: ['ReadWriteOnce'],
      resources: { requests: { storage: '10Gi' } },
      storageClassName: 'rook-ceph-block',
    });
  });

  it('writes the configuration in the form of its ending', () => {
    const data = (name: keyof typeof instances) => of(name, 'ConfigMap demo-config').data;
    expect(JSON.parse(data('openclaw')?.['openclaw.json'] ?? '')).toEqual(openclaw.config.data);
    expect(data('text')).toEqual({ 'x.conf': 'a = 1\n' });
    expect(data('yaml')).toEqual({ 'x.yml': "a:\n- 'yes'\n" });
    expect(data('toml')).toEqual({ 'x.toml': '[a]\nb = 1\n' });
    expect(of('text', 'Deployment demo').spec).toMatchObject({
      template: { spec: { containers: [{ volumeMounts: [{ mountPath: '/etc/x/x.conf' }] }] } },
    });
  });

  it("takes what it is not told from the project's defaults", () => {
    expect(of('ntfy', 'Ingress demo').spec).toMatchObject({
      ingressClassName: 'nginx',
      rules: [{ host: 'demo.home.example' }],
      tls: [{ hosts: ['demo.home.example'], secretName: 'wildcard' }],
    });
    expect(of('ntfy', 'PersistentVolumeClaim demo').spec).toMatchObject({
      storageClassName: 'fast',
    });
    expect(found['ntfy']?.namespace).toBe('surrounding');
    expect(of('ntfy', 'Deployment demo').spec).toMatchObject({
      template: {
        spec: {
          containers: [
            {
              image: 'registry:5000/ntfy:v2@sha256:ab',
              env: [{ name: 'TZ', value: 'UTC' }],
              livenessProbe: { httpGet: { path: '/health', port: 80 } },
              volumeMounts: [{ name: 'main', mountPath: '/data' }],
            },
          ],
        },
      },
    });
  });

  it('without a domain there is no ingress', () => {
    const kinds = evaluate(`${LAYER} builtins.attrNames (bare input).resources`, instances.ntfy);
    expect(kinds).not.toContain('Ingress demo');
  });

  it('a schedule makes a cron job', () => {
    expect(of('cron', 'CronJob demo').spec).toMatchObject({
      schedule: '@daily',
      jobTemplate: {
        spec: {
          template: {
            spec: {
              nodeSelector: { a: 'b' },
              containers: [{ image: 'a/b@sha256:ab', args: ['run'] }],
            },
          },
        },
      },
    });
  });

  it('takes other volumes than a claim of its own', () => {
    const volumes = (name: keyof typeof instances) =>
      (of(name, 'Deployment demo').spec as { template: { spec: { volumes: unknown } } }).template
        .spec.volumes;
    expect(volumes('claimed')).toEqual([
      { name: 'main', persistentVolumeClaim: { claimName: 'media' } },
    ]);
    expect(volumes('memory')).toEqual([{ name: 'main', emptyDir: {} }]);
  });

  it('values win, claims keep their names, kinds that are not built in become raw objects', () => {
    expect(of('wins', 'Deployment demo').spec).toMatchObject({
      replicas: 3,
      template: { spec: { containers: [{ image: 'a/b:2' }] } },
    });
    expect(Object.keys(found['wins']?.resources ?? {})).toEqual(
      expect.arrayContaining(['PersistentVolumeClaim demo', 'PersistentVolumeClaim demo-second']),
    );
    expect(found['wins']?.objects).toMatchObject([
      { apiVersion: 'gateway.networking.k8s.io/v1', kind: 'HTTPRoute' },
    ]);
  });

  it('calls its parts what `identifiers` says, and makes no account where none is wanted', () => {
    expect(Object.keys(found['named']?.resources ?? {})).toEqual([
      'Deployment demo',
      'Ingress demo',
      'Service demo',
    ]);
    expect(of('named', 'Deployment demo').spec).toMatchObject({
      selector: { matchLabels: { 'app.kubernetes.io/controller': 'web' } },
      template: { spec: { serviceAccountName: 'default', containers: [{ name: 'app' }] } },
    });
  });

  it('without an image makes what values say and nothing else', () => {
    expect(Object.keys(found['given']?.resources ?? {})).toEqual(['Deployment demo']);
  });

  it.each([
    [{ port: 80 }, 'release ‘demo’ has nothing to run: give it an `image`'],
    [{ image: 'nginx' }, 'image ‘nginx’ has neither tag nor digest: write "nginx:TAG"'],
    [
      { image: 'a:1', config: { filename: 'x.conf', mountPath: '/', data: { a: 1 } } },
      'config file ‘x.conf’: data is a value, but the name does not say how to write it',
    ],
    [{ image: 'a:1', port: 'http' }, 'port'],
    [{ image: 'a:1', persistence: {} }, 'values.persistence.main.size: is required'],
  ])('refuses %j', (args, message) => {
    const { status, stderr } = runNix(`${LAYER} set input`, args);
    expect(status).not.toBe(0);
    expect(stderr).toContain(message);
  });
});

describe.skipIf(!hasNix)('the arguments of a release', () => {
  it('each have a description and an example', () => {
    const bare = evaluate(`
      map (option: option.name) (lib.filter
        (option: !(lib.hasInfix "_module" option.name) && ((option.description or "") == "" || !(option ? example)))
        (lib.optionAttrSetToDocList (lib.evalModules { modules = [ {
          options = import (nix + "/release/module/arguments.nix") { inherit lib; } { name = "demo"; defaults = { }; };
        } ]; }).options))`);
    expect(bare).toEqual([]);
  });
});
