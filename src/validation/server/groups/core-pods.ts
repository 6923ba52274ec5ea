import type { ServerTable } from '../table.ts';

/** Pods and their containers. */
export const CORE_PODS: ServerTable = {
  group: 'core',
  lines: `
Container all name image
Container.name dns-label
Container.imagePullPolicy Always|IfNotPresent|Never
Container.terminationMessagePolicy File|FallbackToLogsOnError
Container.volumeMounts unique
Container.volumeDevices unique by=name
Container.resizePolicy by=resourceName
Container.restartPolicy Always|OnFailure|Never filled since 1.35
Container.restartPolicyRules #..20
ContainerPort all containerPort
ContainerPort.name port-name
ContainerPort.containerPort 1..65535
ContainerPort.hostPort 0..65535
ContainerPort.protocol TCP|UDP|SCTP
ContainerResizePolicy all resourceName restartPolicy
ContainerResizePolicy.resourceName cpu|memory
ContainerResizePolicy.restartPolicy NotRequired|RestartContainer
ContainerRestartRule all action exitCodes
ContainerRestartRule.action =Restart before 1.36
ContainerRestartRule.action Restart|RestartAllContainers since 1.36
ContainerRestartRuleOnExitCodes all operator
ContainerRestartRuleOnExitCodes.operator In|NotIn
ContainerRestartRuleOnExitCodes.values #..255
EnvVar all name
EnvVar either value valueFrom
EnvVar.name variable since 1.32
EnvVar.name c-variable before 1.32
EnvVarSource one fieldRef resourceFieldRef configMapKeyRef secretKeyRef fileKeyRef
ObjectFieldSelector all fieldPath
ObjectFieldSelector.apiVersion =v1
ObjectFieldSelector.fieldPath pod-field
ResourceFieldSelector all resource
ResourceFieldSelector.resource pod-resource
ConfigMapKeySelector all name key
ConfigMapKeySelector.name dns-subdomain
ConfigMapKeySelector.key data-key
SecretKeySelector all name key
SecretKeySelector.name dns-subdomain
SecretKeySelector.key data-key
FileKeySelector all key volumeName path
FileKeySelector.key variable
FileKeySelector.volumeName dns-label
FileKeySelector.path no-backsteps
EnvFromSource one configMapRef secretRef
EnvFromSource.prefix variable since 1.32
EnvFromSource.prefix c-variable before 1.32
ConfigMapEnvSource all name
ConfigMapEnvSource.name dns-subdomain
SecretEnvSource all name
SecretEnvSource.name dns-subdomain
ResourceRequirements.limits{} not-negative
ResourceRequirements.requests{} not-negative
ResourceClaim all name
ResourceClaim.request dns-label
Probe one exec httpGet tcpSocket grpc
Probe.initialDelaySeconds 0..
Probe.periodSeconds 0..
Probe.timeoutSeconds 0..
Probe.successThreshold 0..
Probe.failureThreshold 0..
Probe.terminationGracePeriodSeconds 1..
ExecAction all command
HTTPGetAction.port port
HTTPGetAction.scheme HTTP|HTTPS
HTTPHeader.name http-header filled
TCPSocketAction.port port
GRPCAction.port 1..65535
LifecycleHandler one exec httpGet tcpSocket sleep
VolumeMount all name mountPath
VolumeMount either subPath subPathExpr
VolumeMount.subPath inner-path
VolumeMount.subPathExpr inner-path
VolumeMount.mountPropagation None|HostToContainer|Bidirectional filled
VolumeMount.recursiveReadOnly Disabled|IfPossible|Enabled filled since 1.31
VolumeDevice all name devicePath
VolumeDevice.devicePath no-backsteps
PodTemplateSpec all spec
PodSpec all containers
PodSpec.containers unique
PodSpec.initContainers unique
PodSpec.volumes unique
PodSpec.resourceClaims unique
PodSpec.schedulingGates unique
PodSpec.topologySpreadConstraints unique
PodSpec.restartPolicy Always|OnFailure|Never
PodSpec.dnsPolicy ClusterFirst|ClusterFirstWithHostNet|Default|None
PodSpec.preemptionPolicy Never|PreemptLowerPriority filled
PodSpec.hostnameOverride dns-subdomain filled ~..64 since 1.35
PodSpec.nodeName dns-subdomain
PodSpec.serviceAccountName dns-subdomain
PodSpec.priorityClassName dns-subdomain
PodSpec.runtimeClassName dns-subdomain filled
PodSpec.nodeSelector keys=qualified-name
PodSpec.nodeSelector{} label-value
PodSpec.activeDeadlineSeconds 1..2147483647
PodSpec.overhead{} not-negative
PodOS all name
PodOS.name linux|windows
PodReadinessGate all conditionType
PodReadinessGate.conditionType qualified-name
PodSchedulingGate all name
PodSchedulingGate.name qualified-name
PodResourceClaim all name
PodResourceClaim one resourceClaimName resourceClaimTemplateName since 1.31
PodResourceClaim.name dns-label
PodResourceClaim.resourceClaimName dns-subdomain filled
PodResourceClaim.resourceClaimTemplateName dns-subdomain filled
PodDNSConfig.nameservers #..3
PodDNSConfig.nameservers[] address filled before 1.36
PodDNSConfig.nameservers[] strict-address filled since 1.36
PodDNSConfig.searches #..32
PodDNSConfig.searches[] search-domain filled since 1.33
PodDNSConfig.searches[] dotted-domain filled before 1.33
PodDNSConfigOption all name
HostAlias all ip
HostAlias.ip address before 1.36
HostAlias.ip strict-address since 1.36
HostAlias.hostnames[] dns-subdomain filled
PodSecurityContext.runAsUser 0..2147483647
PodSecurityContext.runAsGroup 0..2147483647
PodSecurityContext.fsGroup 0..2147483647
PodSecurityContext.supplementalGroups[] 0..2147483647
PodSecurityContext.supplementalGroupsPolicy Merge|Strict filled since 1.33
PodSecurityContext.fsGroupChangePolicy OnRootMismatch|Always filled
PodSecurityContext.seLinuxChangePolicy Recursive|MountOption filled since 1.33
PodSecurityContext.sysctls by=name
Sysctl all name
Sysctl.name sysctl
SecurityContext.runAsUser 0..2147483647
SecurityContext.runAsGroup 0..2147483647
SecurityContext.procMount Default|Unmasked filled since 1.33
SeccompProfile all type
SeccompProfile.type Localhost|RuntimeDefault|Unconfined
SeccompProfile.localhostProfile inner-path
AppArmorProfile all type
AppArmorProfile.type Localhost|RuntimeDefault|Unconfined
AppArmorProfile.localhostProfile trimmed ~..4095
WindowsSecurityContextOptions.gmsaCredentialSpecName dns-subdomain filled
WindowsSecurityContextOptions.gmsaCredentialSpec filled ~..65536
WindowsSecurityContextOptions.runAsUserName windows-user filled
Toleration.operator Exists|Equal
Toleration.key qualified-name
Toleration.effect NoSchedule|PreferNoSchedule|NoExecute
TopologySpreadConstraint all topologyKey whenUnsatisfiable
TopologySpreadConstraint.whenUnsatisfiable DoNotSchedule|ScheduleAnyway
TopologySpreadConstraint.maxSkew 1..
TopologySpreadConstraint.minDomains 1..
TopologySpreadConstraint.nodeAffinityPolicy Honor|Ignore filled
TopologySpreadConstraint.nodeTaintsPolicy Honor|Ignore filled
TopologySpreadConstraint.matchLabelKeys[] qualified-name filled
NodeSelector all nodeSelectorTerms
PreferredSchedulingTerm.weight 1..100
WeightedPodAffinityTerm.weight 1..100
PodAffinityTerm all topologyKey
PodAffinityTerm.topologyKey qualified-name
PodAffinityTerm.namespaces[] dns-label filled
PodAffinityTerm.matchLabelKeys[] qualified-name filled
PodAffinityTerm.mismatchLabelKeys[] qualified-name filled
NodeSelectorRequirement all key operator
NodeSelectorRequirement.operator In|NotIn|Exists|DoesNotExist|Gt|Lt
`,
};
