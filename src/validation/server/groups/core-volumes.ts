import type { ServerTable } from '../table.ts';

/** Volumes of pods and their sources, and the volumes and claims of clusters. */
export const CORE_VOLUMES: ServerTable = {
  group: 'core',
  lines: `
Volume all name
Volume either * name
Volume.name dns-label
EmptyDirVolumeSource.sizeLimit not-negative
HostPathVolumeSource all path
HostPathVolumeSource.path no-backsteps
HostPathVolumeSource.type DirectoryOrCreate|Directory|FileOrCreate|File|Socket|CharDevice|BlockDevice
GitRepoVolumeSource all repository
GitRepoVolumeSource.directory inner-path
ConfigMapVolumeSource all name
ConfigMapVolumeSource.defaultMode 0..511
SecretVolumeSource all secretName
SecretVolumeSource.defaultMode 0..511
ProjectedVolumeSource.defaultMode 0..511
DownwardAPIVolumeSource.defaultMode 0..511
DownwardAPIVolumeFile all path
DownwardAPIVolumeFile one fieldRef resourceFieldRef
DownwardAPIVolumeFile.path inner-file
DownwardAPIVolumeFile.mode 0..511
KeyToPath all key path
KeyToPath.path inner-file
KeyToPath.mode 0..511
VolumeProjection either *
ConfigMapProjection all name
SecretProjection all name
ServiceAccountTokenProjection all path
ServiceAccountTokenProjection.path inner-file
ServiceAccountTokenProjection.expirationSeconds 600..4294967296
ClusterTrustBundleProjection all path
ClusterTrustBundleProjection one name signerName
ClusterTrustBundleProjection.path inner-file
ClusterTrustBundleProjection.name filled
ClusterTrustBundleProjection.signerName signer-name filled
PodCertificateProjection all signerName keyType
PodCertificateProjection some credentialBundlePath keyPath certificateChainPath
PodCertificateProjection.signerName signer-name
PodCertificateProjection.keyType RSA3072|RSA4096|ECDSAP256|ECDSAP384|ECDSAP521|ED25519
PodCertificateProjection.maxExpirationSeconds 3600..7862400
PodCertificateProjection.credentialBundlePath inner-file
PodCertificateProjection.keyPath inner-file
PodCertificateProjection.certificateChainPath inner-file
PersistentVolumeClaimVolumeSource all claimName
EphemeralVolumeSource all volumeClaimTemplate
ImageVolumeSource.pullPolicy Always|IfNotPresent|Never
NFSVolumeSource all server path
NFSVolumeSource.path absolute-path
CSIVolumeSource all driver
CSIVolumeSource.driver driver-name
ISCSIVolumeSource all targetPortal iqn
ISCSIVolumeSource.iqn iscsi-name
ISCSIVolumeSource.initiatorName iscsi-name filled
ISCSIVolumeSource.lun 0..255
ISCSIPersistentVolumeSource all targetPortal iqn
ISCSIPersistentVolumeSource.iqn iscsi-name
ISCSIPersistentVolumeSource.initiatorName iscsi-name filled
ISCSIPersistentVolumeSource.lun 0..255
FCVolumeSource one targetWWNs wwids
GCEPersistentDiskVolumeSource all pdName
GCEPersistentDiskVolumeSource.partition 0..255
AWSElasticBlockStoreVolumeSource all volumeID
AWSElasticBlockStoreVolumeSource.partition 0..255
GlusterfsVolumeSource all endpoints path
GlusterfsPersistentVolumeSource all endpoints path
GlusterfsPersistentVolumeSource.endpointsNamespace dns-label filled
QuobyteVolumeSource all registry volume
QuobyteVolumeSource.registry host-ports
QuobyteVolumeSource.tenant ~..64
FlockerVolumeSource one datasetName datasetUUID
FlockerVolumeSource.datasetName no-slash
RBDVolumeSource all monitors image
RBDPersistentVolumeSource all monitors image
CephFSVolumeSource all monitors
CephFSPersistentVolumeSource all monitors
CinderVolumeSource all volumeID
CinderPersistentVolumeSource all volumeID
FlexVolumeSource all driver
FlexVolumeSource.options keys=not-reserved
FlexPersistentVolumeSource all driver
FlexPersistentVolumeSource.options keys=not-reserved
AzureFileVolumeSource all secretName shareName
AzureFilePersistentVolumeSource all secretName shareName
AzureFilePersistentVolumeSource.secretNamespace filled
AzureDiskVolumeSource all diskName diskURI
AzureDiskVolumeSource.cachingMode None|ReadOnly|ReadWrite filled
AzureDiskVolumeSource.kind Shared|Dedicated|Managed filled
VsphereVirtualDiskVolumeSource all volumePath
PhotonPersistentDiskVolumeSource all pdID
PortworxVolumeSource all volumeID
ScaleIOVolumeSource all gateway system volumeName
ScaleIOPersistentVolumeSource all gateway system volumeName
StorageOSVolumeSource all volumeName
StorageOSVolumeSource.volumeName dns-label
StorageOSVolumeSource.volumeNamespace dns-label
StorageOSPersistentVolumeSource all volumeName
StorageOSPersistentVolumeSource.volumeName dns-label
StorageOSPersistentVolumeSource.volumeNamespace dns-label
LocalVolumeSource all path
LocalVolumeSource.path no-backsteps
CSIPersistentVolumeSource all driver volumeHandle
CSIPersistentVolumeSource.driver driver-name
PersistentVolumeSpec one * accessModes capacity claimRef mountOptions nodeAffinity persistentVolumeReclaimPolicy storageClassName volumeAttributesClassName volumeMode
PersistentVolumeSpec.accessModes[] ReadWriteOnce|ReadOnlyMany|ReadWriteMany|ReadWriteOncePod
PersistentVolumeSpec.persistentVolumeReclaimPolicy Retain|Delete|Recycle
PersistentVolumeSpec.capacity{} positive
PersistentVolumeSpec.storageClassName dns-subdomain
PersistentVolumeSpec.volumeMode Block|Filesystem filled
PersistentVolumeSpec.volumeAttributesClassName dns-subdomain filled since 1.34
VolumeNodeAffinity all required
PersistentVolumeClaimSpec.accessModes[] ReadWriteOnce|ReadOnlyMany|ReadWriteMany|ReadWriteOncePod filled
PersistentVolumeClaimSpec.volumeMode Block|Filesystem filled
PersistentVolumeClaimSpec.storageClassName dns-subdomain
PersistentVolumeClaimSpec.volumeAttributesClassName dns-subdomain since 1.34
VolumeResourceRequirements.requests{} not-negative
TypedLocalObjectReference all kind name
TypedObjectReference all kind name
`,
};
