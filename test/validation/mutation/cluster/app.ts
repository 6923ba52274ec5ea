import type { JsonObject } from '../../../../src/core/json.ts';
import type { KubernetesObject } from '../../../../src/core/object.ts';
import type { Random } from '../random.ts';
import { accessOf } from './access.ts';
import { networkOf } from './network.ts';
import { namespaced } from './object.ts';
import { podSpec } from './pod.ts';
import { workloadOf } from './workload.ts';

/** What the objects of one application have in common. */
export interface App {
  readonly name: string;
  readonly namespace: string;
  readonly index: number;
  readonly kind: 'Deployment' | 'StatefulSet' | 'DaemonSet' | 'CronJob';
  readonly labels: Readonly<Record<string, string>>;
  readonly random: Random;
}

/** The objects of an application, and those of them that belong into an encrypted file. */
export interface AppObjects {
  readonly clear: readonly KubernetesObject[];
  readonly sealed: readonly KubernetesObject[];
}

/** An application as a homelab has it: a workload and everything that it needs. */
export function appObjects(app: App): AppObjects {
  const serves = app.kind !== 'CronJob';
  return {
    clear: [
      ...accessOf(app),
      ...configOf(app),
      workloadOf(app, podSpec(app)),
      ...(app.kind === 'Deployment' ? claims(app) : []),
      ...(serves ? networkOf(app) : []),
    ],
    sealed: secretsOf(app),
  };
}

/** An object of the application, called like it or `<name>-<suffix>`. */
export function own(app: App, type: string, rest: JsonObject, suffix = ''): KubernetesObject {
  const name = suffix === '' ? app.name : `${app.name}-${suffix}`;
  return namespaced(type, { name, namespace: app.namespace, labels: { ...app.labels } }, rest);
}

function configOf(app: App): KubernetesObject[] {
  return [
    own(app, 'v1/ConfigMap', {
      data: { 'config.yaml': 'level: info\n', LOG_LEVEL: 'info' },
      binaryData: { 'logo.png': 'aGk=' },
    }),
    own(app, 'v1/ConfigMap', { data: { TZ: 'Europe/Lisbon', MODE: 'production' } }, 'env'),
  ];
}

function secretsOf(app: App): KubernetesObject[] {
  const placeholder = (key: string) =>
    `ref+sops://secrets/${app.namespace}.enc.yaml#${app.name}/${key}`;
  const docker = { '.dockerconfigjson': 'eyJhdXRocyI6e319' };
  return [
    own(app, 'v1/Secret', {
      stringData: {
        password: placeholder('password'),
        url: `db://u:${placeholder('password')}+@h`,
      },
    }),
    own(app, 'v1/Secret', { data: { token: 'dG9rZW4=' } }, 'env'),
    own(app, 'v1/Secret', { type: 'kubernetes.io/dockerconfigjson', data: docker }, 'pull'),
  ];
}

function claims(app: App): KubernetesObject[] {
  return [
    own(app, 'v1/PersistentVolumeClaim', {
      spec: {
        accessModes: ['ReadWriteOnce'],
        storageClassName: app.random.pick(['fast', 'bulk']),
        resources: { requests: { storage: '10Gi' } },
      },
    }),
  ];
}
