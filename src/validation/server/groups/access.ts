import type { ServerTable } from '../table.ts';

export const RBAC: ServerTable = {
  group: 'rbac',
  lines: `
RoleRef all kind name
RoleRef.kind Role|ClusterRole
RoleRef.name path-segment
Subject all kind name
Subject.kind User|Group|ServiceAccount
PolicyRule all verbs
AggregationRule all clusterRoleSelectors
`,
};

export const CERTIFICATES: ServerTable = {
  group: 'certificates',
  lines: `
CertificateSigningRequest all spec
CertificateSigningRequestSpec all request signerName usages
CertificateSigningRequestSpec.request certificate-request
CertificateSigningRequestSpec.signerName signer-name
CertificateSigningRequestSpec.expirationSeconds 600..
CertificateSigningRequestSpec.usages distinct
CertificateSigningRequestSpec.usages[] key-usage filled
ClusterTrustBundleSpec all trustBundle
ClusterTrustBundleSpec.signerName signer-name
ClusterTrustBundleSpec.trustBundle certificates
`,
};
