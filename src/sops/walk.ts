import type { YamlEntry, YamlMap, YamlNode, YamlScalar } from '../yaml/node.ts';
import type { Selector } from './selection.ts';

/** A scalar of a document: its path as sops counts it (mapping keys only) and whether it is encrypted. */
export interface Leaf {
  readonly path: readonly string[];
  readonly selected: boolean;
  readonly node: YamlScalar;
}

/** What a fold over a document builds at leaves, mappings and lists. */
export interface Fold<T> {
  leaf: (leaf: Leaf) => T;
  map: (node: YamlMap, entries: readonly { readonly entry: YamlEntry; readonly value: T }[]) => T;
  list: (node: YamlNode, items: readonly T[]) => T;
}

/** The `sops` entry of a document's top level. */
export const METADATA_KEY = 'sops';

/**
 * Visits a document in file order, deciding for each leaf whether the selection encrypts it: by each
 * path component on its own, and by the comments that stand before it or before anything above it.
 * The `sops` block of the top level is left out.
 */
export function foldDocument<T>(root: YamlMap, selector: Selector, fold: Fold<T>): T {
  const body = { ...root, entries: root.entries.filter((entry) => entry.key !== METADATA_KEY) };
  return new Walk(selector, fold).visit(body, [], false);
}

class Walk<T> {
  readonly #selector: Selector;
  readonly #fold: Fold<T>;

  constructor(selector: Selector, fold: Fold<T>) {
    this.#selector = selector;
    this.#fold = fold;
  }

  visit(node: YamlNode, path: readonly string[], hit: boolean): T {
    switch (node.kind) {
      case 'scalar':
        return this.#fold.leaf({ path, selected: hit === this.#selector.encryptsHits, node });
      case 'list':
        return this.#fold.list(
          node,
          node.items.map((item) =>
            this.visit(item.value, path, hit || this.#marked(item.comments)),
          ),
        );
      case 'map':
        return this.#fold.map(
          node,
          node.entries.map((entry) => ({ entry, value: this.#entry(entry, path, hit) })),
        );
    }
  }

  #entry(entry: YamlEntry, path: readonly string[], hit: boolean): T {
    const hitHere = hit || this.#selector.hits(entry.key) || this.#marked(entry.comments);
    return this.visit(entry.value, [...path, entry.key], hitHere);
  }

  #marked(comments: readonly string[]): boolean {
    return comments.some((comment) => this.#selector.marks(comment));
  }
}
