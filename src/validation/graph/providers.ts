import type { JsonObject } from '../../core/json.ts';
import { field, items, record, text } from './fields.ts';
import { annotationsOf, type GraphNode } from './node.ts';

/** An object that another one makes. `anywhere`: in namespaces that the maker chooses. */
export interface Provided {
  readonly kind: string;
  readonly name: string;
  readonly namespace: string | undefined;
  readonly anywhere?: boolean;
}

/**
 * What an object is known to make: the Secrets of certificates, external secrets and claims, copies of reflectors.
 * Operators that are not listed here are covered by what custom resources mention (mentions.ts).
 */
export function providedBy(node: GraphNode): Provided[] {
  const make = Object.hasOwn(MAKERS, node.kind) ? MAKERS[node.kind] : undefined;
  const made = [
    ...(make?.(node) ?? []),
    ...connectionSecrets(node),
    ...issuedByAnnotation(node),
    ...itemOfOnePassword(node),
  ];
  return isCopied(node) ? [...made, ...copies(node, made)] : made;
}

type Maker = (node: GraphNode) => Provided[];

const MAKERS: Readonly<Record<string, Maker>> = {
  Certificate: (node) => secret(node, text(node.value, 'spec', 'secretName')),
  Issuer: (node) => secret(node, text(node.value, 'spec', 'acme', 'privateKeySecretRef', 'name')),
  ExternalSecret: (node) => secret(node, text(node.value, 'spec', 'target', 'name') ?? node.name),
  ClusterExternalSecret: (node) =>
    everywhere(
      'Secret',
      text(node.value, 'spec', 'externalSecretSpec', 'target', 'name') ??
        text(node.value, 'spec', 'externalSecretName') ??
        node.name,
    ),
  SealedSecret: (node) =>
    secret(node, text(node.value, 'spec', 'template', 'metadata', 'name') ?? node.name),
  SopsSecret: (node) =>
    items(node, 'spec', 'secretTemplates').flatMap(({ value }) =>
      secret(node, text(value, 'name')),
    ),
  OnePasswordItem: (node) => secret(node, node.name),
  BitwardenSecret: (node) => secret(node, text(node.value, 'spec', 'secretName')),
  VaultStaticSecret: ofDestination,
  VaultDynamicSecret: ofDestination,
  VaultPKISecret: ofDestination,
  InfisicalSecret: (node) =>
    secret(node, text(node.value, 'spec', 'managedSecretReference', 'secretName')),
  ObjectBucketClaim: (node) => [...secret(node, node.name), ...local(node, 'ConfigMap', node.name)],
  Bundle: (node) => [...everywhere('ConfigMap', node.name), ...everywhere('Secret', node.name)],
  DataVolume: (node) => local(node, 'PersistentVolumeClaim', node.name),
  ReplicationDestination: (node) => [
    ...local(node, 'PersistentVolumeClaim', node.name),
    ...local(node, 'PersistentVolumeClaim', `volsync-${node.name}-dest`),
  ],
  FluxInstance: (node) =>
    ['webhook-receiver', 'notification-controller', 'source-controller'].flatMap((name) =>
      local(node, 'Service', name),
    ),
  Prometheus: (node) => local(node, 'Service', 'prometheus-operated'),
  Alertmanager: (node) => local(node, 'Service', 'alertmanager-operated'),
  StatefulSet: claimsOfStatefulSet,
  // A gateway class may set up a Service of its own.
  Gateway: (node) => local(node, 'Service', node.name),
};

function ofDestination(node: GraphNode): Provided[] {
  return secret(node, text(node.value, 'spec', 'destination', 'name'));
}

const MOST_CLAIMS = 64;

/** Template `data` of the StatefulSet `web` becomes `data-web-0`, `data-web-1`, and so on. */
function claimsOfStatefulSet(node: GraphNode): Provided[] {
  const replicas = field(node.value, 'spec', 'replicas');
  const count = Math.min(typeof replicas === 'number' ? replicas : 1, MOST_CLAIMS);
  return items(node, 'spec', 'volumeClaimTemplates').flatMap(({ value }) => {
    const template = text(value, 'metadata', 'name') ?? '';
    return Array.from({ length: count }, (_, index) =>
      local(node, 'PersistentVolumeClaim', `${template}-${node.name}-${index}`),
    ).flat();
  });
}

/** The place where many kinds say which Secret their credentials go to. */
function connectionSecrets(node: GraphNode): Provided[] {
  const spec: JsonObject = record(node.value, 'spec');
  return ['writeConnectionSecretToRef', 'connectionSecretRef'].flatMap((key) => {
    const name = text(spec, key, 'name');
    const namespace = text(spec, key, 'namespace') ?? node.namespace;
    return name === undefined ? [] : [{ kind: 'Secret', name, namespace }];
  });
}

const ISSUER = /^cert-manager\.io\/(cluster-)?issuer$|^kubernetes\.io\/tls-acme$/;

/** An issuer annotation makes the TLS Secrets of an Ingress or a Gateway. */
function issuedByAnnotation(node: GraphNode): Provided[] {
  if (node.kind !== 'Ingress' && node.kind !== 'Gateway') return [];
  if (![...annotationsOf(node).keys()].some((key) => ISSUER.test(key))) return [];
  const certificates = items(node, 'spec', 'listeners').flatMap((listener) =>
    items(listener, 'tls', 'certificateRefs'),
  );
  return [
    ...items(node, 'spec', 'tls').flatMap(({ value }) => secret(node, text(value, 'secretName'))),
    ...certificates.flatMap(({ value }) => secret(node, text(value, 'name'))),
  ];
}

/** The operator of 1Password makes the Secret that an annotation of a workload names. */
function itemOfOnePassword(node: GraphNode): Provided[] {
  return secret(node, annotationsOf(node).get('operator.1password.io/item-name'));
}

const COPIED =
  /^(reflector\.v1\.k8s\.emberstack\.com|replicator\.v1\.mittwald\.de|kubed\.appscode\.com|config\.kubernetes\.io\/sync)/;

/** Annotated for a reflector, itself or as the template of what it makes. */
function isCopied(node: GraphNode): boolean {
  const template = record(node.value, 'spec', 'secretTemplate', 'annotations');
  return [...annotationsOf(node).keys(), ...Object.keys(template)].some((key) => COPIED.test(key));
}

function copies(node: GraphNode, made: readonly Provided[]): Provided[] {
  const own = node.kind === 'Secret' || node.kind === 'ConfigMap' ? [node] : [];
  return [...own, ...made].map(({ kind, name }) => ({
    kind,
    name,
    namespace: undefined,
    anywhere: true,
  }));
}

function secret(node: GraphNode, name: string | undefined): Provided[] {
  return local(node, 'Secret', name);
}

function local(node: GraphNode, kind: string, name: string | undefined): Provided[] {
  return name === undefined ? [] : [{ kind, name, namespace: node.namespace }];
}

function everywhere(kind: string, name: string): Provided[] {
  return [{ kind, name, namespace: undefined, anywhere: true }];
}
