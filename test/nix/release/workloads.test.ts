import { beforeAll, describe, expect, it } from 'vitest';
import { hasNix } from '../support/nix-eval.ts';
import {
  ofKind,
  renderAll,
  service,
  withMain,
  type KubernetesObject,
  type Rendered,
} from './render.ts';

const image = { repository: 'nginx', tag: '1.29' };
const containers = { main: { image } };

const cases = {
  deployment: withMain({}, { strategy: 'RollingUpdate', rollingUpdate: { surge: 1 } }),
  daemonset: withMain({}, { type: 'daemonset' }),
  statefulset: withMain(
    { service },
    {
      type: 'statefulset',
      replicas: 2,
      statefulset: {
        serviceName: { identifier: 'main' },
        volumeClaimTemplates: [
          {
            name: 'data',
            size: '1Gi',
            accessMode: 'ReadWriteOnce',
            globalMounts: [{ path: '/data' }],
          },
        ],
      },
    },
  ),
  cronjob: withMain({}, { type: 'cronjob', cronjob: { schedule: '@daily', timeZone: 'Etc/UTC' } }),
  job: withMain({}, { type: 'job', job: { completions: 3 } }),
  containers: {
    controllers: {
      main: {
        defaultContainerOptions: { image, resources: { limits: { memory: '1Gi' } } },
        containers: {
          b: { dependsOn: 'c', command: 'run', tty: true },
          c: { nameOverride: '{{ .Release.Name }}-c', args: ['--x'] },
          off: { enabled: false },
        },
        initContainers: { first: { image: { repository: 'busybox', tag: 1.37 } } },
      },
    },
  },
  env: {
    configMaps: { settings: { data: { a: '1' } } },
    controllers: {
      main: {
        containers: {
          main: {
            image,
            env: {
              B: { value: '$(A)', dependsOn: 'Z' },
              A: 1,
              Z: true,
              NAME: '{{ .Release.Name | upper }}',
              IP: { fieldRef: { fieldPath: 'status.podIP' } },
              KEY: { valueFrom: { secretKeyRef: { name: '{{ .Release.Name }}', key: 'k' } } },
            },
            envFrom: [
              { configMapRef: { identifier: 'settings' } },
              { secret: 'other', prefix: 'X_' },
            ],
          },
        },
      },
    },
  },
  probes: {
    service: { main: { ports: { web: { port: 80, targetPort: 8080 } } } },
    controllers: {
      main: {
        containers: {
          main: {
            image,
            probes: {
              liveness: {
                enabled: true,
                type: 'HTTP',
                path: '/health',
                spec: { periodSeconds: 5 },
              },
              readiness: { enabled: true },
              startup: { enabled: true, custom: true, spec: { exec: { command: ['true'] } } },
            },
          },
        },
      },
    },
  },
  pod: withMain(
    {
      defaultPodOptions: { hostNetwork: true, nodeSelector: { a: '1' }, labels: { team: 'x' } },
      defaultPodOptionsStrategy: 'merge',
      global: { labels: { site: 'home' }, propagateGlobalMetadataToPods: true },
      serviceAccount: { runner: {} },
    },
    {
      serviceAccount: { identifier: 'runner' },
      pod: {
        nodeSelector: { b: '2' },
        tolerations: [{ operator: 'Exists' }],
        shareProcessNamespace: false,
      },
    },
  ),
  two: { controllers: { web: { containers }, Worker: { containers, suffix: 'jobs' } } },
};

describe.skipIf(!hasNix)('workloads', () => {
  let rendered: Record<string, Rendered>;
  beforeAll(() => {
    rendered = renderAll(cases);
  });
  const only = (name: keyof typeof cases, kind = 'Deployment'): KubernetesObject =>
    ofKind(rendered[name], kind)[0] ?? expect.fail(`no ${kind}`);

  it('Deployment: replicas, strategy, labels and selector', () => {
    expect(only('deployment')).toMatchObject({
      apiVersion: 'apps/v1',
      metadata: {
        name: 'demo',
        namespace: 'apps',
        labels: {
          'app.kubernetes.io/controller': 'main',
          'app.kubernetes.io/instance': 'demo',
          'app.kubernetes.io/managed-by': 'Helm',
          'app.kubernetes.io/name': 'demo',
          'helm.sh/chart': 'app-template-4.1.1',
        },
      },
      spec: {
        replicas: 1,
        revisionHistoryLimit: 3,
        strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1 } },
        selector: { matchLabels: { 'app.kubernetes.io/controller': 'main' } },
        template: {
          spec: {
            automountServiceAccountToken: true,
            dnsPolicy: 'ClusterFirst',
            enableServiceLinks: false,
            serviceAccountName: 'default',
            containers: [{ name: 'main', image: 'nginx:1.29' }],
          },
        },
      },
    });
  });

  it('DaemonSet: no replicas', () => {
    expect(only('daemonset', 'DaemonSet')['spec']).not.toHaveProperty('replicas');
  });

  it('StatefulSet: service name and claim templates', () => {
    expect(only('statefulset', 'StatefulSet')['spec']).toMatchObject({
      replicas: 2,
      podManagementPolicy: 'OrderedReady',
      serviceName: 'demo',
      updateStrategy: { type: 'RollingUpdate' },
      template: {
        spec: { containers: [{ volumeMounts: [{ name: 'data', mountPath: '/data' }] }] },
      },
      volumeClaimTemplates: [
        {
          metadata: { name: 'data' },
          spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
        },
      ],
    });
  });

  it('CronJob and Job: their blocks and the restart policy', () => {
    expect(only('cronjob', 'CronJob')['spec']).toMatchObject({
      schedule: '@daily',
      timeZone: 'Etc/UTC',
      concurrencyPolicy: 'Forbid',
      startingDeadlineSeconds: 30,
      jobTemplate: { spec: { backoffLimit: 6, template: { spec: { restartPolicy: 'Never' } } } },
    });
    expect(only('job', 'Job')['spec']).toMatchObject({ completions: 3, suspend: false });
  });

  it('containers: order, defaults, names', () => {
    expect(only('containers')['spec']).toMatchObject({
      template: {
        spec: {
          containers: [
            { name: 'demo-c', args: ['--x'], image: 'nginx:1.29' },
            { name: 'b', command: ['run'], tty: true, resources: { limits: { memory: '1Gi' } } },
          ],
          initContainers: [{ name: 'first', image: 'busybox:1.37' }],
        },
      },
    });
  });

  it('env and envFrom: order, templates, sources', () => {
    expect(only('env')['spec']).toMatchObject({
      template: {
        spec: {
          containers: [
            {
              env: [
                { name: 'A', value: '1' },
                { name: 'IP', valueFrom: { fieldRef: { fieldPath: 'status.podIP' } } },
                { name: 'KEY', valueFrom: { secretKeyRef: { name: 'demo', key: 'k' } } },
                { name: 'NAME', value: 'DEMO' },
                { name: 'Z', value: 'true' },
                { name: 'B', value: '$(A)' },
              ],
              envFrom: [
                { configMapRef: { name: 'demo' } },
                { secretRef: { name: 'other' }, prefix: 'X_' },
              ],
            },
          ],
        },
      },
    });
  });

  it('probes ask the primary port of the primary Service', () => {
    expect(only('probes')['spec']).toMatchObject({
      template: {
        spec: {
          containers: [
            {
              livenessProbe: {
                httpGet: { path: '/health', port: 8080, scheme: 'HTTP' },
                initialDelaySeconds: 0,
                periodSeconds: 5,
              },
              readinessProbe: { tcpSocket: { port: 8080 }, failureThreshold: 3 },
              startupProbe: { exec: { command: ['true'] } },
            },
          ],
        },
      },
    });
  });

  it('pod options are merged, labels propagate', () => {
    expect(only('pod')['spec']).toMatchObject({
      template: {
        metadata: { labels: { site: 'home', team: 'x' } },
        spec: {
          dnsPolicy: 'ClusterFirstWithHostNet',
          nodeSelector: { a: '1', b: '2' },
          serviceAccountName: 'demo',
          shareProcessNamespace: false,
          tolerations: [{ operator: 'Exists' }],
        },
      },
    });
  });

  it('names carry the identifier when there is more than one', () => {
    expect(ofKind(rendered['two'], 'Deployment').map((it) => it.metadata.name)).toEqual([
      'demo-worker-jobs',
      'demo-web',
    ]);
  });
});
