import type { ServerTable } from '../table.ts';

export const STORAGE: ServerTable = {
  group: 'storage',
  lines: `
StorageClass all provisioner
StorageClass.provisioner caseless-name
StorageClass.parameters #..512 keys=filled-key
StorageClass.reclaimPolicy Delete|Retain
StorageClass.volumeBindingMode Immediate|WaitForFirstConsumer filled
CSIDriverSpec.fsGroupPolicy ReadWriteOnceWithFSType|File|None filled
CSIDriverSpec.volumeLifecycleModes[] Persistent|Ephemeral filled
CSIDriverSpec.nodeAllocatableUpdatePeriodSeconds 10.. since 1.34
CSIDriverSpec.tokenRequests by=audience
TokenRequest.expirationSeconds 600..4294967296
CSINodeSpec.drivers unique
CSINodeDriver all name nodeID
CSINodeDriver.name driver-name
CSINodeDriver.nodeID ~..256
CSINodeDriver.topologyKeys distinct
CSINodeDriver.topologyKeys[] qualified-name filled
VolumeNodeResources.count 0..
CSIStorageCapacity all storageClassName
CSIStorageCapacity.storageClassName dns-subdomain
CSIStorageCapacity.capacity not-negative
VolumeAttachmentSpec all attacher nodeName source
VolumeAttachmentSpec.attacher driver-name
VolumeAttachmentSpec.nodeName dns-subdomain
VolumeAttachmentSource one persistentVolumeName inlineVolumeSpec
VolumeAttachmentSource.persistentVolumeName dns-subdomain filled
VolumeAttributesClass all driverName parameters
VolumeAttributesClass.driverName caseless-name
VolumeAttributesClass.parameters #1..512 keys=filled-key
`,
};

export const NODE: ServerTable = {
  group: 'node',
  lines: `
RuntimeClass all handler
RuntimeClass.handler dns-label
Overhead.podFixed{} not-negative
Scheduling.nodeSelector keys=qualified-name
Scheduling.nodeSelector{} label-value
Scheduling.tolerations by=key,operator,value,effect
`,
};

export const COORDINATION: ServerTable = {
  group: 'coordination',
  lines: `
LeaseSpec.leaseDurationSeconds 1..
LeaseSpec.leaseTransitions 0..
LeaseCandidateSpec all leaseName binaryVersion strategy
LeaseCandidateSpec.binaryVersion semantic-version
LeaseCandidateSpec.emulationVersion semantic-version
LeaseCandidateSpec.strategy lease-strategy
`,
};

export const STORAGE_MIGRATION: ServerTable = {
  group: 'storagemigration',
  lines: `
StorageVersionMigrationSpec all resource
`,
};

export const TOPOLOGY: ServerTable = {
  group: 'core',
  lines: `
TopologySelectorTerm.matchLabelExpressions by=key
TopologySelectorLabelRequirement all key values
TopologySelectorLabelRequirement.key qualified-name
TopologySelectorLabelRequirement.values distinct
`,
};
