import { describe, expect, it } from 'vitest';
import { hasNix } from '../support/nix-eval.ts';
import { ofKind, renderAll, service, withMain } from './render.ts';

const image = { repository: 'nginx', tag: '1' };
const container = (given: object) => withMain({}, { containers: { main: { image, ...given } } });
const role = { type: 'Role', rules: [{ apiGroups: [''], resources: ['pods'], verbs: ['get'] }] };
const parentRefs = [{ name: 'gateway', namespace: 'network' }];

/** Values that look odd and that people's files hold: values, the kind of an object, and a part of that object. */
const cases: Record<string, [object, string, object]> = {
  'ports of a Service as text': [
    withMain({
      service: {
        main: {
          ports: {
            http: { port: '80', targetPort: '8080', nodePort: '30080' },
            web: { port: 81, targetPort: 'web' },
          },
        },
      },
    }),
    'Service',
    {
      ports: [
        { name: 'http', port: 80, targetPort: 8080, nodePort: 30_080, protocol: 'TCP' },
        { name: 'web', port: 81, targetPort: 'web', protocol: 'TCP' },
      ],
    },
  ],
  'ports of a route as text': [
    withMain({
      service,
      route: { main: { parentRefs, rules: [{ backendRefs: [{ port: '80' }, { port: 'http' }] }] } },
    }),
    'HTTPRoute',
    { rules: [{ backendRefs: [{ port: 80 }, { port: 'http' }] }] },
  ],
  'a rolling update in text': [
    withMain({}, { strategy: 'RollingUpdate', rollingUpdate: { unavailable: '0', surge: '25%' } }),
    'Deployment',
    { strategy: { rollingUpdate: { maxUnavailable: 0, maxSurge: '25%' } } },
  ],
  'no limits': [
    container({ resources: { limits: null, requests: { cpu: 1 } } }),
    'Deployment',
    { template: { spec: { containers: [{ resources: { limits: null, requests: { cpu: 1 } } }] } } },
  ],
  'an empty service account': [
    withMain({ serviceAccount: { other: {} } }, { serviceAccount: {} }),
    'Deployment',
    { template: { spec: { serviceAccountName: 'default' } } },
  ],
  'an empty name of a Service': [
    withMain({}, { type: 'statefulset', statefulset: { serviceName: {} } }),
    'StatefulSet',
    { serviceName: 'demo' },
  ],
  'a monitor that names its Service twice': [
    withMain({
      service,
      serviceMonitor: {
        main: {
          serviceName: 'old',
          service: { identifier: 'main' },
          endpoints: [{ port: 'http' }],
        },
      },
    }),
    'ServiceMonitor',
    { selector: { matchLabels: { 'app.kubernetes.io/service': 'old' } } },
  ],
  'a Service of type ExternalIP': [
    withMain({ service: { main: { type: 'ExternalIP', ports: { http: { port: 80 } } } } }),
    'Service',
    { type: 'ExternalIP' },
  ],
};

describe.skipIf(!hasNix)('values that upstream takes', () => {
  const rendered = hasNix
    ? renderAll(Object.fromEntries(Object.entries(cases).map(([name, [values]]) => [name, values])))
    : {};

  it.each(Object.entries(cases))('%s', (name, [, kind, spec]) => {
    expect(ofKind(rendered[name], kind)[0]?.['spec']).toMatchObject(spec);
  });

  it('a raw resource without a body', () => {
    const raw = (spec: unknown) =>
      withMain({ rawResources: { main: { apiVersion: 'x.io/v1', kind: 'X', spec } } });
    const answers = renderAll({ none: raw(null), empty: raw({}) });

    expect(ofKind(answers['none'], 'X')).toEqual(ofKind(answers['empty'], 'X'));
    expect(Object.keys(ofKind(answers['empty'], 'X')[0] ?? {})).toEqual([
      'apiVersion',
      'kind',
      'metadata',
    ]);
  });

  it('a route without parents', () => {
    const answers = renderAll({ main: withMain({ service, route: { main: { parentRefs: [] } } }) });

    expect(ofKind(answers['main'], 'HTTPRoute')[0]?.['spec']).not.toHaveProperty('parentRefs');
  });

  it('subjects with names that mean nothing', () => {
    const group = { kind: 'Group', name: 'admins', apiGroup: 'rbac.authorization.k8s.io' };
    const rbac = {
      roles: { main: role },
      bindings: {
        main: { type: 'RoleBinding', roleRef: { identifier: 'main' }, subjects: [group] },
      },
    };
    const answers = renderAll({ main: withMain({ rbac }) });

    expect(ofKind(answers['main'], 'RoleBinding')[0]?.['subjects']).toEqual([
      { kind: 'Group', name: 'admins' },
    ]);
  });
});
