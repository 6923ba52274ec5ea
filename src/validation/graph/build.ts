import type { Graph } from './edge.ts';
import { nodesOf, type SourceFile } from './node.ts';
import { READERS } from './references/all.ts';
import { Resolver, type World } from './resolve.ts';
import { Selector } from './resolve-selection.ts';
import { selectionsOf } from './selections.ts';

/** The reference graph of a tree: every object, every reference between them, and what became of it. Linear. */
export function buildGraph(
  files: readonly SourceFile[],
  world: World,
): Graph & { readonly resolver: Resolver } {
  const nodes = nodesOf(files);
  const resolver = new Resolver(nodes, world);
  const selector = new Selector(nodes, resolver);
  return {
    nodes,
    resolver,
    edges: nodes.flatMap((node) =>
      READERS.flatMap((read) => read(node)).map((edge) => resolver.resolve(edge)),
    ),
    selections: nodes.flatMap((node) =>
      selectionsOf(node).map((selection) => selector.resolve(selection)),
    ),
  };
}
