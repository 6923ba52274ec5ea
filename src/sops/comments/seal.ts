import type { Edit } from '../../yaml/edit.ts';
import type { Span, YamlMap } from '../../yaml/node.ts';
import { encrypt } from '../cipher.ts';
import { additionalData } from '../path.ts';
import { selectorOf, type Selection } from '../selection.ts';
import { structureOf } from './collections.ts';
import type { SealedComment } from './open.ts';
import { scanComments } from './scan.ts';
import { placeComments, type PlacedComment } from './selected.ts';

/** The comments of a document to be sealed. */
export interface CommentInput {
  readonly text: string;
  readonly root: YamlMap;
  /** The document without the sops block. */
  readonly within: readonly Span[];
  readonly selection: Selection;
  readonly dataKey: Buffer;
  /** Comments of the previous version, whose ciphertexts are kept where comment and place are the same. */
  readonly previous: readonly SealedComment[];
}

/** A comment with its ciphertext; undefined where it stays as it is. */
export type SealedPlace = PlacedComment & { readonly sealed: string | undefined };

/**
 * Seals the comments of a document that its selection encrypts, as sops does: each bound to the path of the collection it
 * stands in, in no MAC. One that was sealed before is never written in the clear. An empty one stays, and so does a
 * ciphertext of the previous version.
 */
export function sealComments(input: CommentInput): SealedPlace[] {
  const { text, root, within, selection } = input;
  const selector = selectorOf(selection);
  const structure = structureOf(text, root, selector);
  const found = within.flatMap((span) => scanComments(text, root, span));
  const pool = new Pool(input);
  return placeComments(found, { text, structure, selection, selector }).map((comment) => ({
    ...comment,
    sealed: pool.ciphertext(comment),
  }));
}

/** The edit that puts the ciphertext of a comment in its place; none for one that stays. */
export function commentEdit({ span, sealed }: SealedPlace): Edit[] {
  return sealed === undefined ? [] : [{ span, text: `#${sealed}` }];
}

class Pool {
  readonly #dataKey: Buffer;
  readonly #known = new Map<string, string[]>();
  readonly #texts = new Map<string, string>();
  readonly #present: ReadonlySet<string>;

  constructor({ dataKey, previous }: CommentInput) {
    this.#dataKey = dataKey;
    this.#present = new Set(previous.map(({ sealed }) => sealed));
    for (const { opened, sealed } of previous) {
      if (opened === undefined) continue;
      const slot = JSON.stringify([opened.additional, opened.text]);
      this.#known.set(slot, [...(this.#known.get(slot) ?? []), sealed]);
      this.#texts.set(opened.text, sealed);
    }
  }

  ciphertext({ text, collection, selected }: PlacedComment): string | undefined {
    if (text === '' || this.#present.has(text.trim())) return undefined;
    const additional = additionalData(collection.path);
    const kept = this.#known.get(JSON.stringify([additional, text]))?.shift();
    if (kept !== undefined) return kept;
    if (!selected) return this.#texts.get(text);
    return encrypt(this.#dataKey, { type: 'comment', bytes: Buffer.from(text) }, additional);
  }
}
