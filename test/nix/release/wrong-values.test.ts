import { describe, expect, it } from 'vitest';
import { hasNix, runNix } from '../support/nix-eval.ts';
import { renderAll, service, withMain } from './render.ts';

const image = { repository: 'nginx', tag: '1' };
const controller = (given: object) => withMain({}, given);
const container = (given: object) => controller({ containers: { main: { image, ...given } } });

/** Values → what the error says, line by line. */
const cases: Record<string, [object, ...string[]]> = {
  'several findings at once': [
    { ...container({ tty: 'yes' }), service: { main: { type: 'Nope' } } },
    'controllers.main.containers.main.tty: must be true or false, got the string "yes"',
    'service.main.type: must be one of ClusterIP, LoadBalancer, NodePort, ExternalName, ExternalIP, got the string "Nope"',
  ],
  'unknown name': [
    withMain({ service: { main: { port: 80 } } }),
    'service.main.port: is not known; did you mean ports?',
  ],
  'name in other letters, and one that arguments have': [
    withMain({
      persistence: { data: { type: 'emptyDir', mountpath: '/d', globalmounts: [] } },
      service: { main: { Ports: {} } },
    }),
    'persistence.data.globalmounts: is not known; did you mean globalMounts?',
    'persistence.data.mountpath: is not known; did you mean mountPath?',
    'service.main.Ports: is not known; did you mean ports?',
  ],
  'name that resembles none': [
    withMain({ serviceAccount: { main: { xyz: true } } }),
    'serviceAccount.main.xyz: is not known; known are annotations, enabled, forceRename, labels, prefix, staticToken, suffix',
  ],
  'item that is no attribute set': [
    withMain({ secrets: { main: 'x' } }),
    'secrets.main: must be an attribute set, got the string "x"',
  ],
  'forced and built name': [
    withMain({ configMaps: { a: { data: { a: 'b' }, forceRename: 'x', prefix: 'y' } } }),
    'configMaps.a.forceRename: cannot stand beside prefix or suffix',
  ],
  'no container': [
    { controllers: { main: { containers: { main: { enabled: false } } } } },
    'controllers.main.containers: needs at least one enabled container',
  ],
  'image without tag': [
    controller({ containers: { main: { image: { repository: 'nginx' } } } }),
    'controllers.main.containers.main.image.tag: is required',
  ],
  'dependsOn in a circle': [
    controller({ containers: { a: { image, dependsOn: 'b' }, b: { image, dependsOn: ['a'] } } }),
    'controllers.main.containers: dependsOn goes in a circle: a, b',
  ],
  'dependsOn nothing': [
    container({ env: { A: { value: '1', dependsOn: 'B' } } }),
    'controllers.main.containers.main.env.A.dependsOn: there is no enabled variable ‘B’',
  ],
  'two sources': [
    container({ env: { A: { value: '1', fieldRef: { fieldPath: 'x' } } } }),
    'controllers.main.containers.main.env.A: needs exactly one of',
  ],
  'envFrom nothing': [
    container({ envFrom: [{ secretRef: { identifier: 'gone' } }] }),
    'envFrom[0].secretRef.identifier: there is no enabled Secret ‘gone’',
  ],
  'block of another type': [
    controller({ cronjob: { schedule: '@daily' } }),
    'controllers.main.cronjob: belongs to controllers of type cronjob, this one is a deployment',
  ],
  'cronjob without schedule': [
    controller({ type: 'cronjob' }),
    'controllers.main.cronjob.schedule: is required',
  ],
  'strategy of another type': [
    controller({ strategy: 'OnDelete' }),
    'controllers.main.strategy: must be Recreate or RollingUpdate',
  ],
  'job that restarts always': [
    controller({ type: 'job', pod: { restartPolicy: 'Always' } }),
    'controllers.main.pod.restartPolicy: must be Never or OnFailure',
  ],
  'service account to choose': [
    withMain({ serviceAccount: { a: {}, b: {} } }),
    'controllers.main.serviceAccount: is required: there is more than one enabled service account (a, b)',
  ],
  'service of no controller': [
    withMain({ service: { main: { controller: 'gone', ports: { http: { port: 1 } } } } }),
    'service.main.controller: there is no enabled controller ‘gone’ (there are: main)',
  ],
  'service without ports': [
    withMain({ service: { main: {} } }),
    'service.main.ports: needs at least one enabled port',
  ],
  'ingress to choose a service for': [
    withMain({ ingress: { main: { hosts: [{ host: 'x', paths: [{ path: '/' }] }] } } }),
    'ingress.main.hosts[0].paths[0].service: needs a name or an identifier',
  ],
  'ingress to a port that is not there': [
    withMain({
      service,
      ingress: {
        main: {
          hosts: [
            { host: 'x', paths: [{ path: '/', service: { identifier: 'main', port: 'web' } }] },
          ],
        },
      },
    }),
    'ingress.main.hosts[0].paths[0].service.port: Service ‘main’ has no enabled port ‘web’',
  ],
  'route that redirects and forwards': [
    withMain({
      service,
      route: {
        main: {
          parentRefs: [{ name: 'gw' }],
          rules: [{ backendRefs: [{}], filters: [{ type: 'RequestRedirect' }] }],
        },
      },
    }),
    'route.main.parentRefs[0].namespace: is required',
    'route.main.rules[0].filters: a RequestRedirect filter cannot stand beside backendRefs',
  ],
  'monitor without service': [
    withMain({ serviceMonitor: { main: { endpoints: [{ port: 'http' }] } } }),
    'serviceMonitor.main.service: needs a name or an identifier',
  ],
  'mounts of no controller': [
    withMain({
      persistence: { a: { type: 'emptyDir', enabled: false, advancedMounts: { gone: {} } } },
    }),
    'persistence.a.advancedMounts.gone: there is no enabled controller ‘gone’',
  ],
  'volume of an unknown type': [
    withMain({ persistence: { a: { type: 'tape' } } }),
    'persistence.a.type: must be one of configMap, custom, emptyDir, hostPath, image, nfs, persistentVolumeClaim, secret',
  ],
  'claim without size': [
    withMain({ persistence: { a: { accessMode: 'ReadWriteOnce' } } }),
    'persistence.a.size: is required',
  ],
  'config volume of nothing': [
    withMain({ persistence: { a: { type: 'configMap', identifier: 'gone' } } }),
    'persistence.a.identifier: there is no enabled ConfigMap ‘gone’',
  ],
  'folder of nowhere': [
    withMain({ configMapsFromFolder: { enabled: true, basePath: 'files' } }),
    'configMapsFromFolder.basePath: must be a path (./files) or an absolute path, got the string "files"',
  ],
  'empty config': [withMain({ configMaps: { a: { data: {} } } }), 'configMaps.a: has no content'],
  'binding of nothing': [
    withMain({
      rbac: {
        bindings: {
          a: { type: 'RoleBinding', roleRef: { identifier: 'r' }, subjects: [{ identifier: 's' }] },
        },
      },
    }),
    'rbac.bindings.a.roleRef.identifier: there is no enabled role ‘r’',
    'rbac.bindings.a.subjects[0].identifier: there is no enabled service account ‘s’',
  ],
  'role without rules': [
    withMain({ rbac: { roles: { a: { type: 'Role', rules: [] } } } }),
    'rbac.roles.a.rules: must not be empty',
  ],
  'references by two ways': [
    withMain({
      service,
      rbac: {
        bindings: {
          a: {
            type: 'RoleBinding',
            roleRef: { kind: 'Role', name: 'x' },
            subjects: [{ kind: 'ServiceAccount', name: 's', identifier: 's', namespace: 'n' }],
          },
        },
      },
      serviceMonitor: { a: { service: {}, endpoints: [{}] } },
      ingress: {
        a: {
          hosts: [
            { host: 'x', paths: [{ path: '/', service: { name: 'a', identifier: 'b', port: 1 } }] },
          ],
        },
      },
    }),
    'rbac.bindings.a.subjects[0]: must be { identifier } or { kind, name, namespace }',
    'ingress.a.hosts[0].paths[0].service: must be { name, port } with an integer port, or { identifier, port }',
    'serviceMonitor.a.service: needs exactly one of name, identifier',
  ],
  'monitor of a service that is not there': [
    withMain({
      service,
      serviceMonitor: {
        a: { service: { identifier: 'b' }, selector: { matchLabels: {} }, endpoints: [{}] },
      },
    }),
    'serviceMonitor.a.service.identifier: there is no enabled Service ‘b’ (there are: main)',
  ],
  'content that is no text': [
    withMain({
      configMaps: { a: { data: { port: 80 } } },
      secrets: { a: { stringData: { b: true } } },
    }),
    'configMaps.a.data.port: must be a string, got 80',
    'secrets.a.stringData.b: must be a string, got true',
  ],
  'more than name and key of a secret': [
    container({
      env: {
        A: { secretKeyRef: { name: 'a', key: 'b', optional: true } },
        B: { valueFrom: { secretKeyRef: { name: 'a', key: 'b', optional: true } } },
        C: { secretKeyRef: { key: 'b' } },
      },
    }),
    'controllers.main.containers.main.env.A.secretKeyRef.optional: is not known',
    'controllers.main.containers.main.env.B.valueFrom.secretKeyRef.optional: is not known',
    'controllers.main.containers.main.env.C.secretKeyRef.name: is required',
  ],
  'claims without content': [
    withMain(
      { persistence: { data: { size: '', accessMode: '' } } },
      {
        type: 'statefulset',
        statefulset: { volumeClaimTemplates: [{ name: 'a', size: '1Gi', accessMode: '' }] },
      },
    ),
    'controllers.main.statefulset.volumeClaimTemplates[0].accessMode: must not be empty',
    'persistence.data.accessMode: must not be empty',
    'persistence.data.size: must not be empty',
  ],
  'policy for nobody': [
    withMain({ networkpolicies: { a: { policyTypes: ['Ingress'], rules: {} } } }),
    'networkpolicies.a: needs a controller or a podSelector',
  ],
  'raw resource with metadata in the body': [
    withMain({ rawResources: { a: { apiVersion: 'v1', kind: 'X', spec: { metadata: {} } } } }),
    'rawResources.a.spec.metadata: is made from the item itself',
  ],
};

describe.skipIf(!hasNix)('values that do not fit', () => {
  const rendered = hasNix
    ? renderAll(Object.fromEntries(Object.entries(cases).map(([name, [values]]) => [name, values])))
    : {};

  it.each(Object.entries(cases))('%s', (name, [, ...expected]) => {
    const lines = (rendered[name]?.error ?? 'no error').split('\n');
    expect(lines).toHaveLength(expected.length);
    for (const [index, text] of expected.entries()) expect(lines[index]).toContain(text);
  });

  it('fail the evaluation with one message that lists all of them', () => {
    const { status, stderr } = runNix(
      '(import (nix + "/release") { inherit lib; }).render { name = "demo"; values = input; }',
      cases['several findings at once']?.[0],
    );
    expect(status).not.toBe(0);
    expect(stderr).toContain('release ‘demo’: the values do not fit app-template 4.1.1:');
    expect(stderr).toContain(
      '- values.controllers.main.containers.main.tty: must be true or false',
    );
    expect(stderr).toContain('- values.service.main.type: must be one of');
  });
});
