import type { JsonObject } from '../../../../src/core/json.ts';
import type { KubernetesObject } from '../../../../src/core/object.ts';
import { own, type App } from './app.ts';

/** The workload of an application around its pod. */
export function workloadOf(app: App, pod: JsonObject): KubernetesObject {
  const labels = { ...app.labels, app: app.name };
  const template = { metadata: { labels }, spec: pod };
  const selector = { matchLabels: { app: app.name } };
  switch (app.kind) {
    case 'Deployment': {
      const strategy = app.random.pick<JsonObject>([
        { type: 'Recreate' },
        { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: '25%' } },
      ]);
      return own(app, 'apps/v1/Deployment', {
        spec: { replicas: 2, selector, strategy, template },
      });
    }
    case 'StatefulSet': {
      const serviceName = `${app.name}-headless`;
      const volumeClaimTemplates = [claimTemplate()];
      return own(app, 'apps/v1/StatefulSet', {
        spec: { replicas: 3, serviceName, selector, template, volumeClaimTemplates },
      });
    }
    case 'DaemonSet':
      return own(app, 'apps/v1/DaemonSet', { spec: { selector, template } });
    case 'CronJob':
      return own(app, 'batch/v1/CronJob', {
        spec: {
          schedule: '*/15 3 * * *',
          timeZone: 'Europe/Lisbon',
          concurrencyPolicy: 'Forbid',
          jobTemplate: { spec: { backoffLimit: 2, template } },
        },
      });
  }
}

function claimTemplate(): JsonObject {
  return {
    metadata: { name: 'data' },
    spec: {
      accessModes: ['ReadWriteOnce'],
      storageClassName: 'fast',
      resources: { requests: { storage: '1Gi' } },
    },
  };
}
