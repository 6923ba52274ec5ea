import type { Path } from '../../../core/pointer.ts';
import type { Edge, Wanted } from '../edge.ts';
import { text, type Item } from '../fields.ts';
import { CLUSTER_SCOPED, type GraphNode } from '../node.ts';

/** Reads the references that one object makes. */
export type Reader = (node: GraphNode) => Edge[];

interface Reference {
  readonly from: GraphNode;
  readonly relation: string;
  /** Mapping that holds the name. */
  readonly at: Item;
  /** Field of the name; `name` when it is left out. */
  readonly field?: string;
  readonly wanted: Partial<Wanted> & { readonly kind: string };
  readonly detailPath?: Path;
  readonly optional?: boolean;
}

/**
 * The edge for a mapping that names an object: of the whole cluster by its kind, else in the namespace of the one that
 * refers when `wanted` says no other; none without a name.
 */
export function edgeTo(reference: Reference): Edge[] {
  const { from, relation, at, field = 'name', wanted, detailPath, optional } = reference;
  const name = text(at.value, field);
  if (name === undefined) return [];
  const edge: Edge = {
    from,
    relation,
    path: [...at.path, field],
    wanted: { group: '', name, ...wanted, namespace: namespaceOf(reference) },
    ...(detailPath === undefined ? {} : { detailPath }),
    ...(optional === true || at.value['optional'] === true ? { optional: true } : {}),
  };
  return [edge];
}

function namespaceOf({ from, wanted }: Reference): string | undefined {
  if (CLUSTER_SCOPED.has(wanted.kind)) return undefined;
  return 'namespace' in wanted ? wanted.namespace : from.namespace;
}
