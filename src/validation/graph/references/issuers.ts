import { isJsonObject } from '../../../core/json.ts';
import type { Edge } from '../edge.ts';
import { items, member, text, type Item } from '../fields.ts';
import { annotationsOf, type GraphNode } from '../node.ts';
import { edgeTo } from './wanted.ts';

const CERTIFICATES = 'cert-manager.io';
const SECRETS = 'external-secrets.io';

/** Who makes certificates and secrets: issuers of cert-manager with their Secrets, stores of external secrets. */
export function issuerReferences(node: GraphNode): Edge[] {
  return [
    ...ofIssuer(node),
    ...ofCertificate(node),
    ...ofAnnotations(node),
    ...ofExternalSecret(node),
  ];
}

/** Secrets of issuers of the whole cluster stand where cert-manager does. */
const HOME = 'cert-manager';

function ofIssuer(node: GraphNode): Edge[] {
  const spec = member(node, 'spec');
  const isIssuer = node.kind === 'Issuer' || node.kind === 'ClusterIssuer';
  if (node.group !== CERTIFICATES || !isIssuer || spec === undefined) return [];
  const namespace = node.kind === 'Issuer' ? node.namespace : HOME;
  const base = { from: node, relation: 'issuing' };
  const authority = member(spec, 'ca');
  return [
    ...secretRefs(spec).flatMap((at) => {
      const key = text(at.value, 'key');
      const wanted = { kind: 'Secret', namespace, ...(key === undefined ? {} : { key }) };
      return edgeTo({ ...base, at, wanted, detailPath: [...at.path, 'key'] });
    }),
    ...(authority === undefined
      ? []
      : edgeTo({
          ...{ ...base, at: authority, field: 'secretName' },
          wanted: { kind: 'Secret', namespace },
        })),
  ];
}

/** Every kind of issuer and of challenge calls them so. The key of an ACME account is made when it is not there. */
function secretRefs({ value, path }: Item): Item[] {
  return Object.entries(value).flatMap(([key, item]) => {
    const at = [...path, key];
    if (Array.isArray(item))
      return item.flatMap((each, index) =>
        isJsonObject(each) ? secretRefs({ value: each, path: [...at, index] }) : [],
      );
    if (!isJsonObject(item) || key === 'privateKeySecretRef') return [];
    return /[sS]ecretRef$/.test(key)
      ? [{ value: item, path: at }]
      : secretRefs({ value: item, path: at });
  });
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
