import { accessReferences } from './access.ts';
import { environmentReferences } from './environment.ts';
import { fluxSecretReferences } from './flux-secrets.ts';
import { fluxReferences } from './flux.ts';
import { gatewayReferences } from './gateway.ts';
import { ingressReferences } from './ingress.ts';
import { issuerReferences } from './issuers.ts';
import { podIdentityReferences } from './pod-identity.ts';
import { scalingReferences } from './scaling.ts';
import { snapshotReferences } from './snapshots.ts';
import { traefikReferences } from './traefik.ts';
import { volumeReferences } from './volumes.ts';
import type { Reader } from './wanted.ts';
import { webhookReferences } from './webhooks.ts';

/** Every family of references by name. */
export const READERS: readonly Reader[] = [
  environmentReferences,
  volumeReferences,
  podIdentityReferences,
  ingressReferences,
  gatewayReferences,
  scalingReferences,
  accessReferences,
  fluxReferences,
  fluxSecretReferences,
  issuerReferences,
  traefikReferences,
  snapshotReferences,
  webhookReferences,
];
