import type { Fault } from '../fault.ts';

const RETIRED: readonly (readonly [string, string])[] = [
  ['HorizontalPodAutoscaler', 'autoscaling/v2beta2'],
  ['PodDisruptionBudget', 'policy/v1beta1'],
  ['Ingress', 'networking.k8s.io/v1beta1'],
  ['CronJob', 'batch/v1beta1'],
  ['Role', 'rbac.authorization.k8s.io/v1beta1'],
];

/** Who wants a port misses it where it is wrong. */
const PORT = { echoes: ['graph/missing-port'] };

const field = (at: string, put: Fault['put'] = 1): Fault => ({
  ...{ name: `unknown field in ${at}`, code: 'schema/unknown-field', at, put },
});
const type = (at: string, put: Fault['put']): Fault => ({
  ...{ name: `wrong type of ${at}`, code: 'schema/type', at, put },
});
const missing = (at: string): Fault => ({
  ...{ name: `without ${at}`, code: 'schema/required', at, put: undefined },
});
const value = (at: string, put: Fault['put']): Fault => ({
  ...{ name: `value of ${at}`, code: 'schema/value', at, put },
});
const format = (at: string, put: Fault['put']): Fault => ({
  ...{ name: `format of ${at}`, code: 'schema/format', at, put },
});

/** What contradicts the schema of a kind. */
export const SCHEMA_FAULTS: readonly Fault[] = [
  field('pod containers/*/imagePulPolicy', 'Always'),
  field('pod containers/*/ports/*/containerport'),
  field('pod initContainers/*/enviroment', []),
  field('pod volumes/*/configmap', {}),
  field('Deployment|StatefulSet|DaemonSet spec/replica'),
  field('pod containers/*/resources/requests/memroy', '1Gi'),
  field('Service spec/ports/*/targetport'),
  field('Ingress spec/rules/*/http/paths/*/backend/serviceName', 'x'),
  field('Role|ClusterRole rules/*/verb', []),
  field('NetworkPolicy|PersistentVolumeClaim|ServiceAccount metdata', {}),
  field('Berth spec/lenght'),
  field('Berth spec/cranes/*/weight'),
  type('Deployment|StatefulSet spec/replicas', '2'),
  { ...type('pod containers/*/ports/*/containerPort', '8080'), ...PORT },
  type('pod containers/*/env/3/value', 1),
  type('pod containers/*/env', {}),
  type('pod containers/*/securityContext/readOnlyRootFilesystem', 'true'),
  { ...type('Service spec/ports/*/port', '80'), ...PORT },
  type('ConfigMap data/LOG_LEVEL', 3),
  type('HorizontalPodAutoscaler spec/maxReplicas', 'five'),
  type('Berth spec/length', '100'),
  type('Berth spec/depth', 1.5),
  type('Berth spec/cranes/*/load', 'heavy'),
  missing('Deployment|StatefulSet|DaemonSet spec/selector'),
  missing('CronJob spec/schedule'),
  missing('pod containers/*/name'),
  missing('pod containers/*/image'),
  missing('pod initContainers/*/image'),
  { ...missing('pod containers/*/ports/*/containerPort'), ...PORT },
  missing('pod containers/*/volumeMounts/*/mountPath'),
  missing('HorizontalPodAutoscaler spec/maxReplicas'),
  missing('HorizontalPodAutoscaler spec/scaleTargetRef'),
  missing('Ingress spec/rules/*/http/paths/*/pathType'),
  missing('Role|ClusterRole rules/*/verbs'),
  missing('RoleBinding|ClusterRoleBinding roleRef'),
  missing('StorageClass provisioner'),
  missing('Berth spec/quay'),
  missing('Berth spec/cranes/*/name'),
  value('pod containers/*/imagePullPolicy', 'Sometimes'),
  { ...value('pod containers/*/ports/*/containerPort', 70000), ...PORT },
  { ...value('pod containers/*/ports/*/protocol', 'HTTP'), ...PORT },
  value('pod dnsPolicy', 'Cluster'),
  value('pod volumes/*/configMap/defaultMode', 644),
  value('pod tolerations/*/effect', 'NoScheduling'),
  value('Deployment spec/replicas', -1),
  value('Service spec/type', 'Loadbalancer'),
  value('PersistentVolumeClaim spec/accessModes/*', 'RWO'),
  value('NetworkPolicy spec/policyTypes/*', 'Inbound'),
  value('CronJob spec/concurrencyPolicy', 'Never'),
  value('PersistentVolume spec/persistentVolumeReclaimPolicy', 'Keep'),
  value('Berth spec/quay', 'a1'),
  value('Berth spec/length', 9),
  value('Berth spec/length', 401),
  value('Berth spec/side', 'left'),
  value('Berth spec/cranes', []),
  {
    name: 'a custom list with one key twice',
    code: 'schema/duplicate-item',
    at: 'Berth spec/cranes',
    put: (old) => (Array.isArray(old) ? [...old, { name: 'north' }] : old),
    found: '-/name',
  },
  format('pod containers/*/resources/requests/memory', '64mib'),
  format('pod containers/*/name', 'Main_Container'),
  {
    ...format('pod containers/*/ports/*/name', 'a-port-name-that-is-long'),
    echoes: ['graph/missing-port', 'graph/probe-port'],
  },
  format('PersistentVolumeClaim spec/resources/requests/storage', 'ten'),
  format('Secret data/token', 'not base64!'),
  format('Ingress spec/rules/*/host', 'Not a host'),
  format('Ingress spec/rules/*/http/paths/*/path', 'api'),
  format('CronJob spec/schedule', 'every day'),
  format('CronJob spec/schedule', '61 3 * * *'),
  format('CronJob spec/timeZone', 'Europe/Lisboa'),
  format('NetworkPolicy spec/ingress/*/from/*/ipBlock/cidr', '10.0.0.0'),
  ...RETIRED.map(([kind, apiVersion]): Fault => ({
    name: `${apiVersion} ${kind}`,
    code: 'schema/removed-api',
    at: `${kind} apiVersion`,
    put: apiVersion,
  })),
  { name: 'unknown kind', code: 'schema/unknown-kind', at: 'NetworkPolicy kind', put: 'NetPolicy' },
];
