import { badSubstitution } from './flux-bad-substitution.ts';
import { changedType } from './flux-changed-type.ts';
import { doubleDollar } from './flux-double-dollar.ts';
import { notApplied } from './flux-not-applied.ts';
import { notDecrypted } from './flux-not-decrypted.ts';
import { undefinedVariable } from './flux-undefined-variable.ts';
import { variableName } from './flux-variable-name.ts';
import { duplicatePort } from './graph-duplicate-port.ts';
import { missingKey } from './graph-missing-key.ts';
import { missingObjectRules } from './graph-missing-object.ts';
import { missingPort } from './graph-missing-port.ts';
import { missingVolume } from './graph-missing-volume.ts';
import { probePort } from './graph-probe-port.ts';
import { selectorMismatch } from './graph-selector-mismatch.ts';
import { selectsNothing } from './graph-selects-nothing.ts';
import { sharedAddress } from './graph-shared-address.ts';
import { imageDigest } from './image-digest.ts';
import { imageLatest } from './image-latest.ts';
import { placeholderInBase64 } from './placeholder-in-base64.ts';
import { placeholderInData } from './placeholder-in-data.ts';
import { probeMissing } from './probe-missing.ts';
import { resourcesRequests } from './resources-requests.ts';
import { clearLiteral } from './secret-clear-literal.ts';
import { credentialInClear } from './secret-credential-in-clear.ts';
import { privateKey } from './secret-private-key.ts';
import { sealedLiteral } from './secret-sealed-literal.ts';
import { securityClusterAdmin } from './security-cluster-admin.ts';
import { securityHostPath } from './security-host-path.ts';
import { securityPrivileged } from './security-privileged.ts';
import type { TreeRule } from './rule.ts';

/** Every rule over the whole tree, in the order of their findings. */
export const TREE_RULES: readonly TreeRule[] = [
  ...missingObjectRules,
  missingKey,
  missingPort,
  selectsNothing,
  selectorMismatch,
  missingVolume,
  probePort,
  duplicatePort,
  sharedAddress,
  placeholderInBase64,
  placeholderInData,
  clearLiteral,
  credentialInClear,
  privateKey,
  sealedLiteral,
  undefinedVariable,
  badSubstitution,
  changedType,
  doubleDollar,
  variableName,
  notDecrypted,
  notApplied,
  imageDigest,
  imageLatest,
  resourcesRequests,
  probeMissing,
  securityPrivileged,
  securityHostPath,
  securityClusterAdmin,
];
