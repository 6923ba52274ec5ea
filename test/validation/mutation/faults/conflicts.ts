import { isJsonObject, type Json, type JsonObject } from '../../../../src/core/json.ts';
import type { Fault } from '../fault.ts';

const conflict = (at: string, put: Fault['put'], found = ''): Fault => ({
  ...{ name: `conflict of ${at} ${found}`, code: 'schema/conflict', at, put, found },
});
const needed = (at: string, put: Fault['put'], found = ''): Fault => ({
  ...{ name: `missing in ${at} ${found}`, code: 'schema/required', at, put, found },
});
const twice = (at: string, found: string): Fault => ({
  ...{ name: `an item twice in ${at}`, code: 'schema/duplicate-item', at, found: `-/${found}` },
  put: (old) => (Array.isArray(old) && old[0] !== undefined ? [...old, old[0]] : old),
});

/** What was there with more fields; nothing where it was not. */
const plus =
  (more: JsonObject) =>
  (old: Json | undefined): Json | undefined =>
    isJsonObject(old) ? { ...old, ...more } : old;
/** The same for the first of a list. */
const firstPlus =
  (more: JsonObject) =>
  (old: Json | undefined): Json | undefined => {
    const [first, ...others] = Array.isArray(old) ? old : [];
    return isJsonObject(first) ? [{ ...first, ...more }, ...others] : old;
  };
const withType =
  (type: string, more: JsonObject = {}) =>
  (old: Json | undefined) =>
    isJsonObject(old) && old['type'] === undefined ? { ...old, type, ...more } : old;

const TEMPLATE = 'Deployment|StatefulSet|DaemonSet spec/template/spec';
const JOB = 'CronJob spec/jobTemplate/spec/template/spec';

/** What API servers refuse though each field is right by itself. */
export const CONFLICT_FAULTS: readonly Fault[] = [
  conflict('pod containers/*/resources/requests/cpu', '2'),
  conflict('pod containers/*/resources/requests/memory', '1Gi'),
  conflict('pod containers/*/resources/limits/memory', '32Mi', '../../requests/memory'),
  conflict('pod containers/*/livenessProbe', plus({ tcpSocket: { port: 1 } }), 'tcpSocket'),
  conflict('pod containers/*/livenessProbe', plus({ successThreshold: 2 }), 'successThreshold'),
  conflict('pod initContainers/*/livenessProbe', { exec: { command: ['true'] } }),
  conflict('pod initContainers/*/name', 'main'),
  conflict(
    'pod containers/*/env/*',
    plus({ value: 'x', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } }),
    'valueFrom',
  ),
  conflict('pod volumes/1', plus({ hostPath: { path: '/x' } }), 'hostPath'),
  conflict(
    'pod containers/*/securityContext',
    plus({ privileged: true }),
    'allowPrivilegeEscalation',
  ),
  conflict('pod tolerations/0', plus({ value: 'x' }), 'value'),
  conflict('pod tolerations/0', { effect: 'NoSchedule' }, 'operator'),
  conflict(`${TEMPLATE}/restartPolicy`, 'OnFailure'),
  conflict(`${TEMPLATE}/activeDeadlineSeconds`, 100),
  conflict(`${JOB}/restartPolicy`, 'Always'),
  conflict('Deployment|StatefulSet|DaemonSet spec/selector', {}),
  conflict(
    'Deployment spec/strategy',
    { type: 'Recreate', rollingUpdate: { maxSurge: 1 } },
    'rollingUpdate',
  ),
  conflict(
    'Deployment spec/strategy',
    { rollingUpdate: { maxSurge: 0, maxUnavailable: 0 } },
    'rollingUpdate/maxUnavailable',
  ),
  conflict(
    'StatefulSet spec/updateStrategy',
    { type: 'OnDelete', rollingUpdate: {} },
    'rollingUpdate',
  ),
  conflict(
    'DaemonSet spec/updateStrategy',
    { rollingUpdate: { maxUnavailable: 0 } },
    'rollingUpdate/maxUnavailable',
  ),
  conflict('PodDisruptionBudget spec/minAvailable', 1, '../maxUnavailable'),
  conflict('HorizontalPodAutoscaler spec/minReplicas', 9, '../maxReplicas'),
  conflict('HorizontalPodAutoscaler spec/metrics/*/pods', {
    metric: { name: 'x' },
    target: { type: 'Value', value: 1 },
  }),
  conflict('Ingress spec/rules/*/http/paths/*/backend/resource', { kind: 'A', name: 'a' }),
  conflict(
    'Ingress spec/rules/*/http/paths/*/backend/service/port',
    { name: 'http', number: 80 },
    'number',
  ),
  conflict('NetworkPolicy spec/ingress/*/from/0', plus({ podSelector: {} }), 'podSelector'),
  conflict('NetworkPolicy spec/ingress/*/ports/*/endPort', 90),
  conflict(
    'Service spec',
    (old) =>
      isJsonObject(old) && old['type'] === undefined
        ? { ...old, ports: firstPlus({ nodePort: 30100 })(old['ports']) ?? [] }
        : old,
    'ports/0/nodePort',
  ),
  conflict('Service spec', withType('NodePort', { clusterIP: 'None' }), 'clusterIP'),
  conflict(
    'Service spec',
    withType('ClusterIP', { externalTrafficPolicy: 'Local' }),
    'externalTrafficPolicy',
  ),
  conflict(
    'Service spec',
    withType('ClusterIP', { loadBalancerSourceRanges: ['10.0.0.0/8'] }),
    'loadBalancerSourceRanges',
  ),
  conflict('PersistentVolume spec', plus({ hostPath: { path: '/x' } }), 'hostPath'),
  {
    ...conflict('ClusterRoleBinding roleRef', plus({ kind: 'Role' }), 'kind'),
    echoes: ['graph/missing-role'],
  },
  conflict('Role rules/*/nonResourceURLs', ['/metrics']),
  conflict('RoleBinding subjects/*/apiGroup', 'rbac.authorization.k8s.io'),
  conflict('ConfigMap binaryData/LOG_LEVEL', 'eA=='),
  needed('pod containers/*/livenessProbe', {}),
  needed('pod containers/*/lifecycle/preStop', {}),
  needed('pod containers/*/env/*/valueFrom', (old) => old && {}),
  needed('pod containers/*/envFrom/*', {}),
  needed('pod dnsPolicy', 'None', '../dnsConfig/nameservers'),
  needed(`${JOB}/restartPolicy`, undefined),
  needed(
    'CronJob spec/jobTemplate/spec',
    plus({ completionMode: 'Indexed', parallelism: 2 }),
    'completions',
  ),
  {
    ...needed('Service spec/ports', firstPlus({ name: null }), '0/name'),
    echoes: ['graph/missing-port'],
  },
  needed('Service spec', withType('ExternalName', { clusterIP: null }), 'externalName'),
  needed('Ingress spec/rules/*/http/paths/*/backend', {}),
  needed('Ingress spec/rules/*/http/paths/*/path', undefined),
  needed('Ingress spec/rules', undefined, '..'),
  needed('NetworkPolicy spec/ingress/*/from/*', {}),
  needed('PersistentVolumeClaim spec/accessModes', []),
  needed('PersistentVolumeClaim spec/resources', undefined, 'requests/storage'),
  needed('PersistentVolume spec/capacity', undefined, 'storage'),
  needed('PersistentVolume spec/nfs', undefined, '..'),
  needed('Role|ClusterRole rules/*/resources', undefined),
  {
    ...needed('ClusterRoleBinding subjects/1/namespace', undefined),
    echoes: ['graph/missing-service-account'],
  },
  conflict('RoleBinding|ClusterRoleBinding roleRef/apiGroup', 'rbac'),
  needed('HorizontalPodAutoscaler spec/metrics/*/resource', undefined),
  needed(
    'Secret type',
    (old) => (old === undefined ? 'kubernetes.io/ssh-auth' : old),
    '../data/ssh-privatekey',
  ),
  needed('Secret data/.dockerconfigjson', undefined),
  needed(`${JOB}/containers`, []),
  { ...twice('pod containers', 'name'), echoes: ['graph/duplicate-port'] },
  needed('pod containers/*/env/3/name', (old) => old && ''),
  needed('pod containers/*/volumeMounts/*/mountPath', (old) => old && ''),
  needed('pod volumes/*/secret/secretName', (old) => old && ''),
  needed('pod volumes/*/projected/sources/*/serviceAccountToken/path', (old) => old && ''),
  conflict('pod volumes/*/projected/sources/1/secret/items/0/path', 'level'),
  needed('Role|ClusterRole rules/*/apiGroups', []),
  needed(
    'HorizontalPodAutoscaler spec/metrics/*/resource/target/averageUtilization',
    undefined,
    '..',
  ),
  needed('ValidatingWebhookConfiguration webhooks/*/rules/*/operations', []),
  needed('IngressClass spec/controller', undefined),
  twice('pod initContainers', 'name'),
  twice('pod volumes', 'name'),
  twice('pod containers/*/volumeMounts', 'mountPath'),
  twice('pod containers/*/env', 'name'),
];
