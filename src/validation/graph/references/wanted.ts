import type { Path } from '../../../core/pointer.ts';
import type { Edge, Wanted } from '../edge.ts';
import { text, type Item } from '../fields.ts';
import type { GraphNode } from '../node.ts';

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

/** The edge for a mapping that names an object, in the namespace of the one that refers; none without a name. */
export function edgeTo(reference: Reference): Edge[] {
  const { from, relation, at, field = 'name', wanted, detailPath, optional } = reference;
  const name = text(at.value, field);
  if (name === undefined) return [];
  const edge: Edge = {
    from,
    relation,
    path: [...at.path, field],
    wanted: { group: '', namespace: from.namespace, name, ...wanted },
    ...(detailPath === undefined ? {} : { detailPath }),
    ...(optional === true || at.value['optional'] === true ? { optional: true } : {}),
  };
  return [edge];
}
