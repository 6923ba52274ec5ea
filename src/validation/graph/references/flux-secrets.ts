import type { Edge } from '../edge.ts';
import { member, text } from '../fields.ts';
import type { GraphNode } from '../node.ts';
import { edgeTo } from './wanted.ts';

const SECRETS: readonly (readonly string[])[] = [
  ['secretRef'],
  ['certSecretRef'],
  ['proxySecretRef'],
  ['verify', 'secretRef'],
  ['kubeConfig', 'secretRef'],
];

/** Flux: the Secrets of sources, receivers and remote clusters, and what notifications and images refer to. */
export function fluxSecretReferences(node: GraphNode): Edge[] {
  if (!node.group.endsWith('.toolkit.fluxcd.io')) return [];
  const decryption = member(node, 'spec', 'decryption', 'secretRef');
  return [
    ...SECRETS.flatMap((path) => {
      const at = member(node, 'spec', ...path);
      if (at === undefined) return [];
      const key = text(at.value, 'key');
      const wanted = { kind: 'Secret', ...(key === undefined ? {} : { key }) };
      return edgeTo({
        from: node,
        relation: 'secret',
        at,
        wanted,
        detailPath: [...at.path, 'key'],
      });
    }),
    // The key that opens the tree cannot be in it.
    ...(decryption === undefined
      ? []
      : edgeTo({
          ...{ from: node, relation: 'decryption', at: decryption, optional: true },
          wanted: { kind: 'Secret' },
        })),
    ...ofOthers(node),
  ];
}

/** Kind → the field that names an object of its own group, and the kind of that. */
const OTHERS: Readonly<Record<string, { readonly field: string; readonly kind: string }>> = {
  Alert: { field: 'providerRef', kind: 'Provider' },
  ImagePolicy: { field: 'imageRepositoryRef', kind: 'ImageRepository' },
};

function ofOthers(node: GraphNode): Edge[] {
  const other = Object.hasOwn(OTHERS, node.kind) ? OTHERS[node.kind] : undefined;
  const at = other === undefined ? undefined : member(node, 'spec', other.field);
  if (other === undefined || at === undefined) return [];
  const namespace = text(at.value, 'namespace') ?? node.namespace;
  const wanted = { kind: other.kind, group: node.group, namespace };
  return edgeTo({ from: node, relation: 'refers', at, wanted });
}
