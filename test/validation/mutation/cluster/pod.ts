import type { JsonObject } from '../../../../src/core/json.ts';
import type { App } from './app.ts';

/** The spec of the pods of an application: every sort of reference that a pod can make. */
export function podSpec(app: App): JsonObject {
  const { name, kind, random } = app;
  return {
    serviceAccountName: name,
    imagePullSecrets: [{ name: `${name}-pull` }],
    priorityClassName: random.pick(['critical', 'background']),
    ...(kind === 'CronJob' ? { restartPolicy: 'OnFailure' } : {}),
    securityContext: { runAsUser: 1000, runAsNonRoot: true, fsGroupChangePolicy: 'OnRootMismatch' },
    nodeSelector: { 'kubernetes.io/os': 'linux' },
    tolerations: [{ key: 'disk', operator: 'Exists', effect: 'NoSchedule' }],
    initContainers: [initContainer(name)],
    containers: [mainContainer(app), exporter()],
    volumes: volumes(app),
  };
}

const RESOURCES = {
  requests: { cpu: '50m', memory: '64Mi' },
  limits: { cpu: '1', memory: '256Mi' },
};

function initContainer(name: string): JsonObject {
  return {
    name: 'prepare',
    image: 'registry.example.org/prepare:1.2.3',
    command: ['prepare'],
    env: [{ name: 'TOKEN', valueFrom: { secretKeyRef: { name: `${name}-env`, key: 'token' } } }],
    volumeMounts: [{ name: 'data', mountPath: '/data' }],
  };
}

function mainContainer(app: App): JsonObject {
  const { name, kind } = app;
  return {
    name: 'main',
    image: `registry.example.org/${name}:1.0.${app.index}`,
    imagePullPolicy: 'IfNotPresent',
    env: [
      { name: 'LEVEL', valueFrom: { configMapKeyRef: { name, key: 'LOG_LEVEL' } } },
      { name: 'PASSWORD', valueFrom: { secretKeyRef: { name, key: 'password' } } },
      { name: 'NODE', valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } },
      { name: 'PLAIN', value: 'a value' },
    ],
    envFrom: [{ configMapRef: { name: `${name}-env` } }, { secretRef: { name: `${name}-env` } }],
    ports: [
      { name: 'http', containerPort: 8080 },
      { name: 'admin', containerPort: 8081, protocol: 'TCP' },
    ],
    resources: RESOURCES,
    securityContext: { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true },
    volumeMounts: [
      { name: 'data', mountPath: '/data' },
      { name: 'config', mountPath: '/etc/app.yaml', subPath: 'config.yaml', readOnly: true },
      { name: 'secrets', mountPath: '/secrets' },
      { name: 'all', mountPath: '/all' },
    ],
    ...(kind === 'CronJob' ? {} : { ...probes(), lifecycle: LIFECYCLE }),
  };
}

const LIFECYCLE = { preStop: { httpGet: { path: '/stop', port: 'admin' } } };

function probes(): JsonObject {
  return {
    livenessProbe: { httpGet: { path: '/live', port: 'http' }, periodSeconds: 10 },
    readinessProbe: { tcpSocket: { port: 8080 }, failureThreshold: 3 },
    startupProbe: { exec: { command: ['true'] } },
  };
}

function exporter(): JsonObject {
  return {
    name: 'exporter',
    image: 'registry.example.org/exporter:2.0.0',
    ports: [{ name: 'metrics', containerPort: 9090 }],
    resources: RESOURCES,
  };
}

function volumes({ name, kind }: App): JsonObject[] {
  const data =
    kind === 'Deployment' ? { persistentVolumeClaim: { claimName: name } } : { emptyDir: {} };
  return [
    // StatefulSets make it out of a template.
    ...(kind === 'StatefulSet' ? [] : [{ name: 'data', ...data }]),
    { name: 'config', configMap: { name, defaultMode: 420 } },
    {
      name: 'secrets',
      secret: { secretName: name, items: [{ key: 'password', path: 'password' }] },
    },
    {
      name: 'all',
      projected: {
        sources: [
          { configMap: { name, items: [{ key: 'LOG_LEVEL', path: 'level' }] } },
          { secret: { name: `${name}-env`, items: [{ key: 'token', path: 'token' }] } },
          { serviceAccountToken: { path: 'token-of-account', expirationSeconds: 3600 } },
        ],
      },
    },
  ];
}
