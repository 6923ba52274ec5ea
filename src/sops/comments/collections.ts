import { columnOf } from '../../yaml/edit.ts';
import type { YamlEntry, YamlItem, YamlList, YamlMap, YamlNode } from '../../yaml/node.ts';
import type { Selector } from '../selection.ts';
import { METADATA_KEY } from '../walk.ts';

/** A mapping or list of a document. */
export interface Collection {
  readonly node: YamlMap | YamlList;
  /** Mapping keys that lead to it. */
  readonly path: readonly string[];
  readonly parent: Collection | undefined;
  /** Column of its keys or dashes; undefined in flow style. */
  readonly column: number | undefined;
  /** Whether something in it or above it is a hit of the selection. */
  readonly hit: boolean;
}

/** Where an entry or an item begins. */
export interface Mark {
  readonly offset: number;
  readonly collection: Collection;
  readonly value: YamlNode;
}

/** The collections of a document and the beginnings of what is in them, in the order of the text. */
export interface Structure {
  readonly collections: readonly Collection[];
  readonly marks: readonly Mark[];
}

/** Takes a document apart. The sops block begins, and nothing in it counts. */
export function structureOf(text: string, root: YamlMap, selector: Selector): Structure {
  const builder = new Builder(text, selector);
  builder.visit(root, { path: [], parent: undefined, hit: false });
  const marks = builder.marks.sort((a, b) => a.offset - b.offset);
  return { collections: builder.collections, marks };
}

type Place = Pick<Collection, 'path' | 'parent' | 'hit'>;

class Builder {
  readonly collections: Collection[] = [];
  readonly marks: Mark[] = [];
  readonly #text: string;
  readonly #selector: Selector;

  constructor(text: string, selector: Selector) {
    this.#text = text;
    this.#selector = selector;
  }

  visit(node: YamlNode, place: Place): void {
    // What an alias stands for is written elsewhere.
    if (node.kind === 'scalar' || node.alias) return;
    const collection: Collection = { node, ...place, column: this.#column(node) };
    this.collections.push(collection);
    if (node.kind === 'map') {
      for (const entry of node.entries) this.#entry(entry, collection);
    } else {
      for (const item of node.items) this.#item(item, collection);
    }
  }

  #entry(entry: YamlEntry, collection: Collection): void {
    const { key, comments, value, keySpan } = entry;
    this.marks.push({ offset: keySpan.start, collection, value });
    if (collection.parent === undefined && key === METADATA_KEY) return;
    const hit = collection.hit || this.#selector.hits(key) || this.#isMarked(comments);
    this.visit(value, { path: [...collection.path, key], parent: collection, hit });
  }

  #item({ comments, value }: YamlItem, collection: Collection): void {
    const offset =
      collection.column === undefined ? value.span.start : this.#dash(value, collection.column);
    this.marks.push({ offset, collection, value });
    const hit = collection.hit || this.#isMarked(comments);
    this.visit(value, { path: collection.path, parent: collection, hit });
  }

  #isMarked(comments: readonly string[]): boolean {
    return comments.some((comment) => this.#selector.marks(comment));
  }

  #column(node: YamlMap | YamlList): number | undefined {
    if (node.flow) return undefined;
    const start =
      node.kind === 'map' ? (node.entries[0]?.keySpan.start ?? node.span.start) : node.span.start;
    return columnOf(this.#text, start);
  }

  /** The dash of an item: the last one in the column of the list at or above the line where the value begins. */
  #dash({ span }: YamlNode, column: number): number {
    let line = span.start - columnOf(this.#text, span.start);
    while (line > 0 && this.#text[line + column] !== '-')
      line = this.#text.lastIndexOf('\n', line - 2) + 1;
    return line + column;
  }
}
