import { errorAt, type Diagnostic } from '../core/diagnostic.ts';
import { compareUtf8 } from '../core/json.ts';
import { toPointer, type Path } from '../core/pointer.ts';
import { isTreeObject, type Tree, type TreeObject } from '../core/tree.ts';
import type { ScalarValue } from '../yaml/node.ts';
import { itemsOf, type OpenLeaf, type OpenMap, type OpenNode } from './open-tree.ts';
import type { Selector } from './selection.ts';
import { isUnicode, scalarOfTree } from './value.ts';
import { METADATA_KEY } from './walk.ts';

/** A document to be written, in its final order. */
export type TargetNode = TargetMap | TargetList | TargetLeaf;

export interface TargetMap {
  readonly kind: 'map';
  readonly entries: readonly { readonly key: string; readonly value: TargetNode }[];
}

export interface TargetList {
  readonly kind: 'list';
  readonly items: readonly TargetNode[];
}

export interface TargetLeaf {
  readonly kind: 'leaf';
  readonly path: readonly string[];
  readonly selected: boolean;
  readonly value: ScalarValue;
  /** What stands at this place in the previous version of the file. */
  readonly previous: OpenLeaf | undefined;
  /** The ciphertext, once sealed. */
  sealed: string | undefined;
}

/** Builds the target of one object; keys keep the order of the previous version of the document. */
export class TargetBuilder {
  readonly problems: Diagnostic[] = [];
  readonly #selector: Selector;
  readonly #file: string;

  constructor(selector: Selector, file: string) {
    this.#selector = selector;
    this.#file = file;
  }

  document(object: TreeObject, previous: OpenMap | undefined): TargetMap {
    if (Object.hasOwn(object, METADATA_KEY)) {
      this.#problem([METADATA_KEY], 'a top-level key named sops cannot be in an encrypted file');
    }
    return this.#map(object, { previous, path: [], hit: false });
  }

  #node(tree: Tree, at: Place): TargetNode {
    if (Array.isArray(tree)) {
      const items = at.previous?.kind === 'list' ? itemsOf(at.previous) : [];
      const build = (item: Tree, index: number): TargetNode =>
        this.#node(item, { ...at, path: [...at.path, index], previous: items[index] });
      return { kind: 'list', items: tree.map(build) };
    }
    if (isTreeObject(tree)) return this.#map(tree, at);
    const value = scalarOfTree(tree);
    if (value === undefined) this.#problem(at.path, 'a number or text that YAML cannot hold');
    return {
      kind: 'leaf',
      path: at.path.filter((part) => typeof part === 'string'),
      selected: at.hit === this.#selector.encryptsHits,
      value: value ?? null,
      previous: at.previous?.kind === 'leaf' ? at.previous : undefined,
      sealed: undefined,
    };
  }

  #map(object: TreeObject, at: Place): TargetMap {
    const before = at.previous?.kind === 'map' ? at.previous.entries : [];
    const byKey = new Map(before.map(({ entry, value }) => [entry.key, value]));
    const keys = orderedKeys(Object.keys(object), [...byKey.keys()]);
    const entries = keys.map((key) => {
      if (!isUnicode(key)) this.#problem(at.path, 'a key that is no Unicode text');
      const place = {
        previous: byKey.get(key),
        path: [...at.path, key],
        hit: at.hit || this.#selector.hits(key),
      };
      return { key, value: this.#node(object[key] ?? null, place) };
    });
    return { kind: 'map', entries };
  }

  #problem(path: Path, what: string): void {
    const pointer = toPointer(path);
    this.problems.push(
      errorAt('secrets/value', `${this.#file}: ${what} (at ${pointer})`, {
        file: this.#file,
        pointer,
      }),
    );
  }
}

interface Place {
  readonly previous: OpenNode | undefined;
  readonly path: Path;
  readonly hit: boolean;
}

/**
 * Known keys in their old order, new ones where UTF-8 order puts them among these, so that a file
 * whose keys are sorted stays sorted and another one is not turned over.
 */
function orderedKeys(keys: readonly string[], before: readonly string[]): string[] {
  const present = new Set(keys);
  const ordered = before.filter((key) => present.has(key));
  const known = new Set(ordered);
  const added = keys.filter((key) => !known.has(key)).sort(compareUtf8);
  for (const key of added) {
    const next = ordered.findIndex((other) => compareUtf8(other, key) > 0);
    ordered.splice(next === -1 ? ordered.length : next, 0, key);
  }
  return ordered;
}

/** The leaves of a target in file order. */
export function* leavesOf(node: TargetNode): Generator<TargetLeaf> {
  if (node.kind === 'leaf') yield node;
  else if (node.kind === 'list') for (const item of node.items) yield* leavesOf(item);
  else for (const { value } of node.entries) yield* leavesOf(value);
}

/** Whether the leaf must be ciphertext in the file: empty and null values never are. */
export function needsSealing(leaf: TargetLeaf): boolean {
  return leaf.selected && leaf.value !== null && leaf.value !== '';
}
