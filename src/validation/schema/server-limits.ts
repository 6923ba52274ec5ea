import type { Limits, SchemaNode } from './node.ts';

/**
 * What API servers refuse beyond the published schema of Kubernetes' own kinds, after its API reference: `Struct.field`,
 * with `[]` for the items of a list and `{}` for the values of a mapping; then the texts allowed, a range of numbers, a
 * format (formats.ts), or `unique` for a list that must not repeat its keys. Only what every supported version refuses stands here; an empty text is as good as none.
 */
const TABLE = `
Container.name dns-label
EphemeralContainer.name dns-label
Container.image trimmed
Container.imagePullPolicy Always|IfNotPresent|Never
Container.terminationMessagePolicy File|FallbackToLogsOnError
Container.volumeMounts unique
Container.volumeDevices unique
EphemeralContainer.volumeMounts unique
ContainerPort.name port-name
ContainerPort.containerPort 1..65535
ContainerPort.hostPort 0..65535
ContainerPort.protocol TCP|UDP|SCTP
EnvVar.name variable
ObjectFieldSelector.fieldPath pod-field
ConfigMapKeySelector.key data-key
SecretKeySelector.key data-key
ConfigMapKeySelector.name dns-subdomain
SecretKeySelector.name dns-subdomain
ConfigMapEnvSource.name dns-subdomain
SecretEnvSource.name dns-subdomain
ResourceRequirements.limits{} not-negative
ResourceRequirements.requests{} not-negative
VolumeResourceRequirements.requests{} positive
HTTPGetAction.port port
HTTPGetAction.scheme HTTP|HTTPS
TCPSocketAction.port port
GRPCAction.port 1..65535
Probe.initialDelaySeconds 0..
Probe.periodSeconds 0..
Probe.timeoutSeconds 0..
Probe.successThreshold 0..
Probe.failureThreshold 0..
VolumeMount.mountPropagation None|HostToContainer|Bidirectional
VolumeMount.subPath inner-path
Volume.name dns-label
HostAlias.ip address
PodDNSConfig.nameservers[] address
KeyToPath.path inner-path
KeyToPath.mode 0..511
ServiceAccountTokenProjection.path inner-path
ServiceAccountTokenProjection.expirationSeconds 600..
SecretVolumeSource.defaultMode 0..511
ConfigMapVolumeSource.defaultMode 0..511
ProjectedVolumeSource.defaultMode 0..511
DownwardAPIVolumeSource.defaultMode 0..511
PodSpec.restartPolicy Always|OnFailure|Never
PodSpec.dnsPolicy ClusterFirst|ClusterFirstWithHostNet|Default|None
PodSpec.preemptionPolicy Never|PreemptLowerPriority
PodSpec.hostname dns-label
PodSpec.subdomain dns-label
PodSpec.serviceAccountName dns-subdomain
PodSpec.priorityClassName dns-subdomain
PodSpec.nodeSelector{} label-value
PodSpec.containers unique
PodSpec.initContainers unique
PodSpec.ephemeralContainers unique
PodSpec.volumes unique
PodSpec.resourceClaims unique
PodSpec.activeDeadlineSeconds 1..
PodSpec.terminationGracePeriodSeconds 0..
PodSecurityContext.runAsUser 0..2147483647
PodSecurityContext.runAsGroup 0..2147483647
PodSecurityContext.fsGroup 0..2147483647
PodSecurityContext.fsGroupChangePolicy OnRootMismatch|Always
SecurityContext.runAsUser 0..2147483647
SecurityContext.runAsGroup 0..2147483647
SeccompProfile.type Localhost|RuntimeDefault|Unconfined
Toleration.operator Exists|Equal|Lt|Gt
Toleration.key qualified-name
Toleration.effect NoSchedule|PreferNoSchedule|NoExecute
TopologySpreadConstraint.whenUnsatisfiable DoNotSchedule|ScheduleAnyway
TopologySpreadConstraint.maxSkew 1..
PreferredSchedulingTerm.weight 1..100
WeightedPodAffinityTerm.weight 1..100
NodeSelectorRequirement.operator In|NotIn|Exists|DoesNotExist|Gt|Lt
LabelSelectorRequirement.operator In|NotIn|Exists|DoesNotExist
LabelSelector.matchLabels{} label-value
DeploymentSpec.replicas 0..
DeploymentStrategy.type Recreate|RollingUpdate
RollingUpdateDeployment.maxSurge amount
RollingUpdateDeployment.maxUnavailable amount
ReplicaSetSpec.replicas 0..
StatefulSetSpec.replicas 0..
StatefulSetSpec.podManagementPolicy OrderedReady|Parallel
StatefulSetUpdateStrategy.type RollingUpdate|OnDelete
DaemonSetUpdateStrategy.type RollingUpdate|OnDelete
JobSpec.backoffLimit 0..
JobSpec.activeDeadlineSeconds 0..
JobSpec.parallelism 0..
JobSpec.completions 0..
JobSpec.ttlSecondsAfterFinished 0..
JobSpec.completionMode NonIndexed|Indexed
CronJobSpec.schedule schedule
CronJobSpec.timeZone time-zone
CronJobSpec.startingDeadlineSeconds 0..
CronJobSpec.concurrencyPolicy Allow|Forbid|Replace
CronJobSpec.successfulJobsHistoryLimit 0..
CronJobSpec.failedJobsHistoryLimit 0..
ServiceSpec.type ClusterIP|NodePort|LoadBalancer|ExternalName
ServiceSpec.selector{} label-value
ServiceSpec.clusterIP cluster-address
ServiceSpec.sessionAffinity ClientIP|None
ServiceSpec.externalTrafficPolicy Cluster|Local
ServiceSpec.internalTrafficPolicy Cluster|Local
ServiceSpec.ipFamilyPolicy SingleStack|PreferDualStack|RequireDualStack
ServiceSpec.ipFamilies[] IPv4|IPv6
ServiceSpec.externalIPs[] address
ServicePort.name dns-label
ServicePort.port 1..65535
ServicePort.nodePort 0..65535
ServicePort.targetPort port-or-none
ServicePort.protocol TCP|UDP|SCTP
IngressRule.host host
IngressSpec.ingressClassName dns-subdomain
IngressTLS.secretName dns-subdomain
IngressClassSpec.controller domain-path
HTTPIngressPath.path absolute-path
HTTPIngressPath.pathType Exact|Prefix|ImplementationSpecific
IngressServiceBackend.name dns-label
ServiceBackendPort.name port-name
ServiceBackendPort.number 0..65535
NetworkPolicySpec.policyTypes[] Ingress|Egress
NetworkPolicyPort.port port
NetworkPolicyPort.protocol TCP|UDP|SCTP
IPBlock.cidr cidr
IPBlock.except[] cidr
PersistentVolumeClaimSpec.accessModes[] ReadWriteOnce|ReadOnlyMany|ReadWriteMany|ReadWriteOncePod
PersistentVolumeClaimSpec.volumeMode Block|Filesystem
PersistentVolumeClaimSpec.storageClassName dns-subdomain
PersistentVolumeSpec.accessModes[] ReadWriteOnce|ReadOnlyMany|ReadWriteMany|ReadWriteOncePod
PersistentVolumeSpec.persistentVolumeReclaimPolicy Retain|Delete|Recycle
PersistentVolumeSpec.capacity{} positive
PersistentVolumeSpec.storageClassName dns-subdomain
EndpointAddress.ip address
EndpointPort.port 1..65535
NFSVolumeSource.path absolute-path
StorageClass.reclaimPolicy Delete|Retain
StorageClass.provisioner qualified-name
StorageClass.volumeBindingMode Immediate|WaitForFirstConsumer
CSIDriverSpec.fsGroupPolicy ReadWriteOnceWithFSType|File|None
CSIDriverSpec.volumeLifecycleModes[] Persistent|Ephemeral
RuntimeClass.handler dns-label
PriorityClass.preemptionPolicy Never|PreemptLowerPriority
HorizontalPodAutoscalerSpec.maxReplicas 1..
HorizontalPodAutoscalerSpec.minReplicas 0..
HPAScalingRules.selectPolicy Max|Min|Disabled
HPAScalingPolicy.type Pods|Percent
MetricSpec.type Object|Pods|Resource|ContainerResource|External
MetricTarget.type Utilization|Value|AverageValue
PodDisruptionBudgetSpec.minAvailable amount
PodDisruptionBudgetSpec.maxUnavailable amount
PodDisruptionBudgetSpec.unhealthyPodEvictionPolicy IfHealthyBudget|AlwaysAllow
RoleRef.kind Role|ClusterRole
Subject.kind User|Group|ServiceAccount
ValidatingWebhook.failurePolicy Ignore|Fail
ValidatingWebhook.name dns-subdomain
ValidatingWebhook.sideEffects None|NoneOnDryRun
ValidatingWebhookConfiguration.webhooks unique
MutatingWebhookConfiguration.webhooks unique
MutatingWebhook.failurePolicy Ignore|Fail
MutatingWebhook.name dns-subdomain
MutatingWebhook.sideEffects None|NoneOnDryRun
RuleWithOperations.operations[] CREATE|UPDATE|DELETE|CONNECT|*
ServiceReference.path absolute-path
CustomResourceDefinitionSpec.scope Namespaced|Cluster
ObjectMeta.finalizers[] qualified-name
`;

type Refine = (node: SchemaNode) => SchemaNode;

let known: ReadonlyMap<string, Refine> | undefined;

/** The node of a field with what servers check besides; the node itself where they check nothing. */
export function withServerLimits(place: string, node: SchemaNode): SchemaNode {
  known ??= new Map(TABLE.trim().split('\n').map(parseLine));
  return known.get(place)?.(node) ?? node;
}

function parseLine(line: string): [string, Refine] {
  const [place = '', rule = ''] = line.split(' ');
  const refine: Refine = (node) => ({ ...node, ...refinement(rule) });
  if (place.endsWith('[]'))
    return [place.slice(0, -2), (node) => ({ ...node, items: node.items && refine(node.items) })];
  if (place.endsWith('{}'))
    return [
      place.slice(0, -2),
      (node) => ({ ...node, values: node.values && refine(node.values) }),
    ];
  return [place, refine];
}

const MOST_PORT = 65535;
const PORTS: Limits = { value: { least: 1, most: MOST_PORT } };

function refinement(rule: string): Partial<SchemaNode> {
  const range = /^(\d+)\.\.(\d*)$/.exec(rule);
  if (range !== null) {
    const most = range[2] === '' ? undefined : Number(range[2]);
    return { limits: { value: { least: Number(range[1]), most } } };
  }
  if (rule.includes('|')) return { limits: { enum: rule.split('|'), isEmptyNone: true } };
  if (rule === 'unique') return { unique: true };
  if (rule === 'port') return { format: 'port-name', limits: PORTS };
  if (rule === 'port-or-none')
    return { format: 'port-name', limits: { value: { least: 0, most: MOST_PORT } } };
  if (rule === 'positive')
    return { format: rule, limits: { value: { least: 0, leastExcluded: true } } };
  const isAmount = rule === 'not-negative' || rule === 'amount';
  return { format: rule, ...(isAmount ? { limits: { value: { least: 0 } } } : {}) };
}
