import type { Definition, Part } from '../../bridge/positions.ts';

/** The definitions of a module by their paths. */
export interface DefinitionNode {
  readonly part: Part;
  /** The definitions of this very path. */
  readonly here: Definition[];
  readonly children: Map<string, DefinitionNode>;
}

/** All definitions below one root, of one instance or of none. */
export interface DefinitionTree {
  readonly root: Definition['root'];
  readonly instance: string | undefined;
  readonly top: DefinitionNode;
}

/** One tree for each root and instance. */
export function definitionTrees(definitions: readonly Definition[]): DefinitionTree[] {
  const trees = new Map<string, DefinitionTree>();
  for (const definition of definitions) {
    const { root, instance, path } = definition;
    const key = JSON.stringify([root, instance]);
    const tree = trees.get(key) ?? { root, instance, top: emptyNode('') };
    trees.set(key, tree);
    path.reduce(descend, tree.top).here.push(definition);
  }
  return [...trees.values()];
}

/** Every way down from some nodes by a name. */
export function named(nodes: readonly DefinitionNode[], name: string): DefinitionNode[] {
  return nodes.flatMap(({ children }) => children.get(keyOf(name)) ?? []);
}

/** Every way down from some nodes. */
export function childrenOf(nodes: readonly DefinitionNode[]): DefinitionNode[] {
  return nodes.flatMap(({ children }) => [...children.values()]);
}

/** The value of a place as far as it is a literal: that of the strongest definition. */
export function literalAt(node: DefinitionNode, path: readonly string[]): Definition['value'] {
  const [end] = path.reduce<DefinitionNode[]>(named, [node]);
  return end?.here.reduce((best, other) => (other.priority < best.priority ? other : best)).value;
}

function descend(node: DefinitionNode, part: Part): DefinitionNode {
  const key = keyOf(part);
  const child = node.children.get(key) ?? emptyNode(part);
  node.children.set(key, child);
  return child;
}

function emptyNode(part: Part): DefinitionNode {
  return { part, here: [], children: new Map() };
}

function keyOf(part: Part): string {
  return typeof part === 'string' ? `.${part}` : `${part.of}#${part.item}`;
}
