import type { ServerTable } from '../table.ts';

/** The other kinds of the core group. */
export const CORE_OBJECTS: ServerTable = {
  group: 'core',
  lines: `
ReplicationControllerSpec all template
ReplicationControllerSpec.replicas 0..
ReplicationControllerSpec.minReadySeconds 0..
ServiceSpec.type ClusterIP|NodePort|LoadBalancer|ExternalName
ServiceSpec.selector keys=qualified-name
ServiceSpec.selector{} label-value
ServiceSpec.clusterIP cluster-address
ServiceSpec.clusterIPs #..2
ServiceSpec.clusterIPs[] cluster-address
ServiceSpec.healthCheckNodePort 0..65535
ServiceSpec.sessionAffinity ClientIP|None
ServiceSpec.externalTrafficPolicy Cluster|Local
ServiceSpec.internalTrafficPolicy Cluster|Local filled
ServiceSpec.ipFamilyPolicy SingleStack|PreferDualStack|RequireDualStack filled
ServiceSpec.ipFamilies #..2 distinct
ServiceSpec.ipFamilies[] IPv4|IPv6 filled
ServiceSpec.externalIPs[] endpoint-address filled
ServiceSpec.loadBalancerSourceRanges[] trimmed-cidr filled
ServiceSpec.loadBalancerClass qualified-name filled
ServiceSpec.trafficDistribution =PreferClose filled since 1.31 before 1.34
ServiceSpec.trafficDistribution PreferClose|PreferSameZone|PreferSameNode filled since 1.34
ServicePort all port
ServicePort.name dns-label
ServicePort.port 1..65535
ServicePort.nodePort 0..65535
ServicePort.targetPort port-or-none
ServicePort.protocol TCP|UDP|SCTP
ServicePort.appProtocol qualified-name filled
ClientIPConfig.timeoutSeconds 1..86400
EndpointSubset some addresses notReadyAddresses
EndpointAddress all ip
EndpointAddress.ip endpoint-address
EndpointAddress.hostname dns-label
EndpointAddress.nodeName dns-subdomain filled
EndpointPort.name dns-label
EndpointPort.port 1..65535
EndpointPort.protocol TCP|UDP|SCTP
EndpointPort.appProtocol qualified-name filled
LimitRangeSpec.limits by=type
LimitRangeItem all type
LimitRangeItem.type limit-type
LimitRangeItem.maxLimitRequestRatio{} ratio
ResourceQuotaSpec.hard{} not-negative
ResourceQuotaSpec.scopes[] Terminating|NotTerminating|BestEffort|NotBestEffort|PriorityClass|CrossNamespacePodAffinity|VolumeAttributesClass filled
ScopedResourceSelectorRequirement all scopeName operator
ScopedResourceSelectorRequirement.scopeName Terminating|NotTerminating|BestEffort|NotBestEffort|PriorityClass|CrossNamespacePodAffinity|VolumeAttributesClass
ScopedResourceSelectorRequirement.operator In|NotIn|Exists|DoesNotExist
NamespaceSpec.finalizers[] finalizer filled
NodeSpec.podCIDR cidr before 1.36
NodeSpec.podCIDR strict-cidr since 1.36
NodeSpec.taints by=key,effect
Taint all key effect
Taint.key qualified-name
Taint.value label-value
Taint.effect NoSchedule|PreferNoSchedule|NoExecute
Event all involvedObject
`,
};
