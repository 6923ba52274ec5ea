import type { ServerTable } from '../table.ts';

/** What makes pods, and what scales and protects them. */
export const APPS: ServerTable = {
  group: 'apps',
  lines: `
DeploymentSpec all selector template
DeploymentSpec.replicas 0..
DeploymentSpec.minReadySeconds 0..
DeploymentSpec.revisionHistoryLimit 0..
DeploymentSpec.progressDeadlineSeconds 0..
DeploymentStrategy.type Recreate|RollingUpdate
RollingUpdateDeployment.maxSurge amount
RollingUpdateDeployment.maxUnavailable share
ReplicaSetSpec all selector
ReplicaSetSpec.replicas 0..
ReplicaSetSpec.minReadySeconds 0..
StatefulSetSpec all selector template
StatefulSetSpec.replicas 0..
StatefulSetSpec.minReadySeconds 0..
StatefulSetSpec.podManagementPolicy OrderedReady|Parallel
StatefulSetSpec.serviceName dns-label since 1.35
StatefulSetUpdateStrategy.type RollingUpdate|OnDelete
RollingUpdateStatefulSetStrategy.partition 0..
StatefulSetOrdinals.start 0..
StatefulSetPersistentVolumeClaimRetentionPolicy.whenDeleted Retain|Delete
StatefulSetPersistentVolumeClaimRetentionPolicy.whenScaled Retain|Delete
DaemonSetSpec all selector template
DaemonSetSpec.minReadySeconds 0..
DaemonSetSpec.revisionHistoryLimit 0..
DaemonSetUpdateStrategy.type RollingUpdate|OnDelete
RollingUpdateDaemonSet.maxSurge share
RollingUpdateDaemonSet.maxUnavailable share
ControllerRevision all data
ControllerRevision.revision 0..
`,
};

export const BATCH: ServerTable = {
  group: 'batch',
  lines: `
JobTemplateSpec all spec
JobSpec all template
JobSpec.backoffLimit 0..
JobSpec.backoffLimitPerIndex 0..
JobSpec.maxFailedIndexes 0..100000
JobSpec.activeDeadlineSeconds 0..
JobSpec.parallelism 0..
JobSpec.completions 0..
JobSpec.ttlSecondsAfterFinished 0..
JobSpec.completionMode NonIndexed|Indexed filled
JobSpec.managedBy domain-path filled ~..63 since 1.32
JobSpec.podReplacementPolicy Failed|TerminatingOrFailed filled since 1.29
PodFailurePolicy.rules #..20
PodFailurePolicyRule all action
PodFailurePolicyRule one onExitCodes onPodConditions
PodFailurePolicyRule.action Count|FailIndex|FailJob|Ignore
PodFailurePolicyRule.onPodConditions #..20
PodFailurePolicyOnExitCodesRequirement all operator values
PodFailurePolicyOnExitCodesRequirement.operator In|NotIn
PodFailurePolicyOnExitCodesRequirement.values #..255 distinct
PodFailurePolicyOnPodConditionsPattern all type
PodFailurePolicyOnPodConditionsPattern.type qualified-name
PodFailurePolicyOnPodConditionsPattern.status True|False|Unknown
SuccessPolicy all rules
SuccessPolicy.rules #..20
SuccessPolicyRule.succeededCount 0..
SuccessPolicyRule.succeededIndexes ~..65536
CronJobSpec all schedule jobTemplate
CronJobSpec.schedule schedule
CronJobSpec.timeZone time-zone filled
CronJobSpec.startingDeadlineSeconds 0..
CronJobSpec.concurrencyPolicy Allow|Forbid|Replace
CronJobSpec.successfulJobsHistoryLimit 0..
CronJobSpec.failedJobsHistoryLimit 0..
`,
};

export const AUTOSCALING: ServerTable = {
  group: 'autoscaling',
  lines: `
HorizontalPodAutoscalerSpec all scaleTargetRef maxReplicas
HorizontalPodAutoscalerSpec.maxReplicas 1..
CrossVersionObjectReference all kind name
CrossVersionObjectReference.kind path-segment
CrossVersionObjectReference.name path-segment
HPAScalingRules.stabilizationWindowSeconds 0..3600
HPAScalingRules.selectPolicy Max|Min|Disabled filled
HPAScalingRules.tolerance not-negative since 1.35
HPAScalingPolicy all type value periodSeconds
HPAScalingPolicy.type Pods|Percent
HPAScalingPolicy.value 1..
HPAScalingPolicy.periodSeconds 1..1800
MetricSpec all type
MetricSpec.type Object|Pods|Resource|ContainerResource|External
MetricTarget all type
MetricTarget.type Utilization|Value|AverageValue
MetricTarget.value positive
MetricTarget.averageValue positive
MetricTarget.averageUtilization 1..
MetricIdentifier all name
MetricIdentifier.name path-segment
MetricIdentifier.selector foreign
ResourceMetricSource all name
ContainerResourceMetricSource all name container
ContainerResourceMetricSource.container dns-label
`,
};

export const POLICY: ServerTable = {
  group: 'policy',
  lines: `
PodDisruptionBudgetSpec either minAvailable maxUnavailable
PodDisruptionBudgetSpec.minAvailable share
PodDisruptionBudgetSpec.maxUnavailable share
PodDisruptionBudgetSpec.unhealthyPodEvictionPolicy IfHealthyBudget|AlwaysAllow filled
`,
};
