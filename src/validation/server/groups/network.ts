import type { ServerTable } from '../table.ts';

export const NETWORKING: ServerTable = {
  group: 'networking',
  lines: `
IngressRule.host host
IngressSpec.ingressClassName dns-subdomain filled
IngressTLS.secretName dns-subdomain
IngressTLS.hosts[] wildcard-domain filled
HTTPIngressRuleValue all paths
HTTPIngressPath all pathType backend
HTTPIngressPath.path absolute-path
HTTPIngressPath.pathType Exact|Prefix|ImplementationSpecific
IngressBackend one service resource
IngressServiceBackend all name port
IngressServiceBackend.name service-name before 1.36
IngressServiceBackend.name dns-label since 1.36
ServiceBackendPort one name number
ServiceBackendPort.name port-name
ServiceBackendPort.number 0..65535
IngressClass all spec
IngressClassSpec all controller
IngressClassSpec.controller domain-path ~..250
IngressClassParametersReference all kind name
IngressClassParametersReference.apiGroup dns-subdomain filled
IngressClassParametersReference.kind path-segment
IngressClassParametersReference.name path-segment
IngressClassParametersReference.scope Namespace|Cluster filled
IngressClassParametersReference.namespace dns-label filled
NetworkPolicySpec.policyTypes #..2
NetworkPolicySpec.policyTypes[] Ingress|Egress filled
NetworkPolicyPort.port port
NetworkPolicyPort.endPort 1..65535
NetworkPolicyPort.protocol TCP|UDP|SCTP filled
IPBlock all cidr
IPBlock.cidr cidr before 1.36
IPBlock.cidr strict-cidr since 1.36
IPBlock.except[] cidr filled before 1.36
IPBlock.except[] strict-cidr filled since 1.36
ServiceCIDRSpec all cidrs
ServiceCIDRSpec.cidrs #1..2
ServiceCIDRSpec.cidrs[] strict-cidr filled
IPAddressSpec all parentRef
ParentReference all resource name
ParentReference.group dns-subdomain
ParentReference.resource path-segment
ParentReference.name path-segment
ParentReference.namespace path-segment
`,
};

export const DISCOVERY: ServerTable = {
  group: 'discovery',
  lines: `
EndpointSlice all addressType
EndpointSlice.addressType IPv4|IPv6|FQDN
EndpointSlice.endpoints #..1000
EndpointSlice.ports #..20000
Endpoint all addresses
Endpoint.addresses #1..100
Endpoint.hostname dns-label filled
Endpoint.nodeName dns-subdomain filled
EndpointHints.forZones #..8 by=name
EndpointHints.forNodes #..8 by=name
ForZone.name label-value
ForNode.name dns-subdomain filled
EndpointPort.name dns-label
EndpointPort.protocol TCP|UDP|SCTP filled
EndpointPort.appProtocol qualified-name filled
`,
};
