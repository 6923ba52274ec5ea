import type { Code } from '../../core/codes.ts';
import { didYouMean } from '../../core/near-miss.ts';
import { resourceOf } from '../graph/external.ts';
import { CLUSTER_SCOPED } from '../graph/node.ts';
import type { ResolvedEdge, Wanted } from '../graph/edge.ts';
import type { Finding, RuleInput, TreeRule } from './rule.ts';

/** Code → kinds whose absence it tells. */
const CODES = {
  'graph/missing-secret': ['Secret'],
  'graph/missing-config-map': ['ConfigMap'],
  'graph/missing-claim': ['PersistentVolumeClaim'],
  'graph/missing-persistent-volume': ['PersistentVolume'],
  'graph/missing-service-account': ['ServiceAccount'],
  'graph/missing-service': ['Service'],
  'graph/missing-class': [
    'StorageClass',
    'PriorityClass',
    'VolumeSnapshotClass',
    'IngressClass',
    'GatewayClass',
    'RuntimeClass',
  ],
  'graph/missing-role': ['Role', 'ClusterRole'],
  'graph/missing-gateway': ['Gateway'],
  'graph/missing-workload': ['Deployment', 'StatefulSet', 'ReplicaSet', 'DaemonSet'],
  'graph/missing-flux-object': [
    'GitRepository',
    'OCIRepository',
    'HelmRepository',
    'HelmChart',
    'Bucket',
    'Kustomization',
    'HelmRelease',
    'Provider',
    'ImageRepository',
  ],
  'graph/missing-custom-resource': [
    'Issuer',
    'ClusterIssuer',
    'SecretStore',
    'ClusterSecretStore',
    'Middleware',
    'MiddlewareTCP',
    'TLSOption',
    'TraefikService',
    'VolumeSnapshot',
  ],
} as const satisfies Partial<Record<Code, readonly string[]>>;

/** Rules `graph/missing-*`: a name that leads to no object of the tree, nor to anything known to exist outside. */
export const missingObjectRules: readonly TreeRule[] = Object.entries(CODES).map(
  ([code, kinds]) => ({
    code: code as keyof typeof CODES,
    severity: 'error',
    check: (input) => missing(input, new Set<string>(kinds)),
  }),
);

function missing({ graph, resolver }: RuleInput, kinds: ReadonlySet<string>): Finding[] {
  const edges = graph.edges.filter(
    ({ status, wanted }) => status === 'missing' && kinds.has(wanted.kind),
  );
  return edges.map((edge) => {
    const near = didYouMean(edge.wanted.name, resolver.lookup.namesBeside(edge.wanted));
    const declare = `if it lives outside this tree: settings.external.${resourceOf(edge.wanted.kind)} = [ "${place(edge.wanted)}" ]`;
    return {
      node: edge.from,
      path: edge.path,
      message: `no file defines ${edge.wanted.kind} ${place(edge.wanted)}`,
      help: near === undefined ? declare : `${near} ${declare}`,
      ...milder(edge),
    };
  });
}

function milder({ relation, isDoubtful }: ResolvedEdge): Pick<Finding, 'severity'> {
  // Its pods run without it; nobody finds them by name.
  if (relation === 'governing') return { severity: 'info' };
  return isDoubtful === true ? { severity: 'warning' } : {};
}

function place({ kind, namespace, name }: Wanted): string {
  return CLUSTER_SCOPED.has(kind) ? name : `${namespace ?? 'default'}/${name}`;
}
