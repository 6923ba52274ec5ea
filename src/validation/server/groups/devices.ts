import type { ServerTable } from '../table.ts';

/** Dynamic resource allocation. */
export const DEVICES: ServerTable = {
  group: 'resource',
  lines: `
DeviceClaim.requests by=name #..32
DeviceClaim.constraints #..32
DeviceClaim.config #..32
DeviceRequest all name
DeviceRequest.name dns-label
DeviceRequest.firstAvailable by=name #..8
DeviceSubRequest all name deviceClassName
DeviceSubRequest.name dns-label
DeviceSubRequest.deviceClassName dns-subdomain
DeviceSubRequest.allocationMode ExactCount|All
DeviceSubRequest.selectors #..32
ExactDeviceRequest all deviceClassName
ExactDeviceRequest.deviceClassName dns-subdomain
ExactDeviceRequest.allocationMode ExactCount|All
ExactDeviceRequest.selectors #..32
DeviceSelector all cel
CELDeviceSelector all expression
CELDeviceSelector.expression cel ~..10240
DeviceToleration.key qualified-name
DeviceToleration.value label-value
DeviceToleration.operator Exists|Equal
DeviceToleration.effect NoSchedule|NoExecute|None
DeviceConstraint some matchAttribute distinctAttribute
DeviceConstraint.requests distinct #..32
DeviceConstraint.matchAttribute attribute filled
DeviceClaimConfiguration all opaque
DeviceClaimConfiguration.requests distinct #..32
DeviceClassConfiguration all opaque
DeviceClassSpec.selectors #..32
DeviceClassSpec.config #..32
DeviceClassSpec.extendedResourceName extended-resource filled
OpaqueDeviceConfiguration all driver parameters
OpaqueDeviceConfiguration.driver driver-name
ResourceSliceSpec all driver pool
ResourceSliceSpec.driver driver-name
ResourceSliceSpec.nodeName dns-subdomain filled
ResourceSliceSpec.devices by=name #..128
ResourceSliceSpec.sharedCounters by=name #..8
ResourcePool all name resourceSliceCount
ResourcePool.name pool-name
ResourcePool.resourceSliceCount 1..
ResourcePool.generation 0..
Device all name
Device.name dns-label
Device.bindingConditions #..4
Device.bindingConditions[] qualified-name filled
Device.bindingFailureConditions #..4
Device.bindingFailureConditions[] qualified-name filled
CounterSet all name counters
CounterSet.name dns-label
CounterSet.counters keys=dns-label #..32
DeviceAttribute.string ~..64
DeviceTaintRuleSpec all taint
DeviceTaint all key effect
DeviceTaint.key qualified-name
DeviceTaint.value label-value
DeviceTaint.effect NoSchedule|NoExecute|None
DeviceTaintSelector.driver driver-name filled
DeviceTaintSelector.pool pool-name filled
DeviceTaintSelector.device dns-label filled
`,
};

export const SCHEDULING: ServerTable = {
  group: 'scheduling',
  lines: `
PriorityClass.preemptionPolicy Never|PreemptLowerPriority filled
WorkloadSpec all podGroupTemplates
WorkloadSpec.podGroupTemplates unique #1..8
PodGroupTemplate all name schedulingPolicy
PodGroupTemplate.name dns-label
PodGroupSchedulingPolicy one basic gang
GangSchedulingPolicy all minCount
GangSchedulingPolicy.minCount 1..
TypedLocalObjectReference all kind name
TypedLocalObjectReference.apiGroup dns-subdomain
TypedLocalObjectReference.kind path-segment
TypedLocalObjectReference.name path-segment
WorkloadPodGroupTemplateReference all workloadName podGroupTemplateName
WorkloadPodGroupTemplateReference.workloadName dns-subdomain
WorkloadPodGroupTemplateReference.podGroupTemplateName dns-label
`,
};
