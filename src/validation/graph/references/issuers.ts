import type { Edge } from '../edge.ts';
import { items, member, text } from '../fields.ts';
import { annotationsOf, type GraphNode } from '../node.ts';
import { edgeTo } from './wanted.ts';

const CERTIFICATES = 'cert-manager.io';
const SECRETS = 'external-secrets.io';

/** Who makes certificates and secrets: issuers of cert-manager, stores of external secrets. */
export function issuerReferences(node: GraphNode): Edge[] {
  return [...ofCertificate(node), ...ofAnnotations(node), ...ofExternalSecret(node)];
}

function ofCertificate(node: GraphNode): Edge[] {
  const at = member(node, 'spec', 'issuerRef');
  const isOurs = (text(at?.value, 'group') ?? CERTIFICATES) === CERTIFICATES;
  if (node.group !== CERTIFICATES || at === undefined || !isOurs) return [];
  const kind = text(at.value, 'kind') ?? 'Issuer';
  return edgeTo({ from: node, relation: 'issuer', at, wanted: { kind, group: CERTIFICATES } });
}

const ANNOTATIONS = {
  'cert-manager.io/issuer': 'Issuer',
  'cert-manager.io/cluster-issuer': 'ClusterIssuer',
} as const;

function ofAnnotations(node: GraphNode): Edge[] {
  const known = annotationsOf(node);
  const isOther =
    known.has('cert-manager.io/issuer-group') || known.has('cert-manager.io/issuer-kind');
  const at = member(node, 'metadata', 'annotations');
  if (at === undefined || isOther || (node.kind !== 'Ingress' && node.kind !== 'Gateway'))
    return [];
  return Object.entries(ANNOTATIONS).flatMap(([name, kind]) =>
    edgeTo({
      ...{ from: node, relation: 'issuer', at, field: name },
      wanted: { kind, group: CERTIFICATES },
    }),
  );
}

function ofExternalSecret(node: GraphNode): Edge[] {
  if (node.group !== SECRETS || node.kind !== 'ExternalSecret') return [];
  const whole = member(node, 'spec', 'secretStoreRef');
  const each = ['data', 'dataFrom'].flatMap((list) =>
    items(node, 'spec', list).flatMap((item) => member(item, 'sourceRef', 'storeRef') ?? []),
  );
  return [...(whole === undefined ? [] : [whole]), ...each].flatMap((at) => {
    const kind = text(at.value, 'kind') ?? 'SecretStore';
    return edgeTo({ from: node, relation: 'store', at, wanted: { kind, group: SECRETS } });
  });
}
