import { errorAt, type Diagnostic } from '../core/diagnostic.ts';
import { toPointer } from '../core/pointer.ts';
import { failure, success, type Result } from '../core/result.ts';
import { applyEdits, type Edit } from '../yaml/edit.ts';
import type { ScalarValue, YamlEntry, YamlMap, YamlNode, YamlScalar } from '../yaml/node.ts';
import { encrypt } from './cipher.ts';
import { exposedValues } from './comments/exposed.ts';
import type { SealedComment } from './comments/open.ts';
import { commentEdit, sealComments, type SealedPlace } from './comments/seal.ts';
import type { LeafValue } from './leaf-values.ts';
import type { OpenLeaf } from './open-tree.ts';
import { additionalData } from './path.ts';
import { replaceScalar } from './patch.ts';
import { hidesNothing, toPlaintext } from './plaintext.ts';
import { selectorOf, type Selection } from './selection.ts';
import { isUnicode, valueIdentity } from './value.ts';
import { foldDocument, METADATA_KEY, type Leaf } from './walk.ts';

interface SealInput {
  readonly file: string;
  /** A clear document without a sops block, and the lines of the block that comes behind it. */
  readonly text: string;
  readonly block: string;
  readonly root: YamlMap;
  readonly selection: Selection;
  /** Leaves and comments of the previous version, whose ciphertexts are kept where value and path are the same. */
  readonly previous: readonly OpenLeaf[];
  readonly comments: readonly SealedComment[];
  readonly dataKey: Buffer;
}

/** A sealed document with its block, not signed yet, and the values that it then must hold. */
interface SealedText {
  readonly text: string;
  readonly values: readonly LeafValue[];
}

/**
 * Puts a ciphertext in place of every value and comment of a clear document that its selection encrypts. A comment that
 * stays clear and holds a value that is sealed is refused.
 */
export function sealEdits(input: SealInput): Result<SealedText> {
  const { root, selection, text } = input;
  const comments = sealComments({
    ...input,
    text: text + input.block,
    root: { ...root, entries: [...root.entries, blockEntry(text.length)] },
    within: [{ start: 0, end: text.length }],
    previous: input.comments,
  });
  const exposed = exposedValues(comments, input);
  if (exposed.length > 0) return failure(...exposed);
  const sealing = new Sealing(input, comments);
  const leaves = foldDocument<readonly Leaf[]>(root, selectorOf(selection), {
    leaf: (leaf) => [leaf],
    map: (_, entries) => entries.flatMap(({ value }) => value),
    list: (_, items) => items.flat(),
  });
  const flow = flowScalars(root, false, new Set());
  const edits = leaves.flatMap((leaf) => sealing.edit(leaf, flow.has(leaf.node)));
  if (sealing.problems.length > 0) return failure(...sealing.problems);
  const values = leaves
    .filter(({ node }) => !sealing.isComment(node.value))
    .map(({ path, node }) => ({ document: 0, path, value: node.value }));
  const sealed = applyEdits(text, [...edits, ...sealing.commentEdits()]);
  return success({ text: sealed + input.block, values });
}

/** Comments at the end stand before the sops block, which counts as what follows them. */
function blockEntry(at: number): YamlEntry {
  const span = { start: at, end: at };
  const nothing = {
    kind: 'scalar',
    value: null,
    style: 'plain',
    source: '',
    alias: false,
  } as const;
  return {
    ...{ key: METADATA_KEY, keyValue: METADATA_KEY, keySpan: span, merge: false, comments: [] },
    value: { ...nothing, span },
  };
}

class Sealing {
  readonly problems: Diagnostic[] = [];
  readonly #input: SealInput;
  readonly #pool = new Map<string, string[]>();
  readonly #comments = new Set<string>();
  readonly #seen = new Set<number>();
  readonly #places: readonly SealedPlace[];
  /** Block scalars that become one line, and the comments in their first lines go along. */
  readonly #replaced = new Set<YamlScalar>();

  constructor(input: SealInput, comments: readonly SealedPlace[]) {
    this.#input = input;
    this.#places = comments;
    for (const { path, value, sealed, comment } of input.previous) {
      if (sealed === undefined) continue;
      if (comment) this.#comments.add(sealed);
      else
        this.#pool.set(slot(path, value), [...(this.#pool.get(slot(path, value)) ?? []), sealed]);
    }
  }

  edit({ node, path, selected }: Leaf, flow: boolean): Edit[] {
    const { value } = node;
    if (!selected || value === null || hidesNothing(value) || this.isComment(value)) return [];
    const repeated = node.alias || this.#seen.has(node.span.start);
    this.#seen.add(node.span.start);
    const plaintext =
      typeof value === 'string' && !isUnicode(value) ? undefined : toPlaintext(value);
    if (repeated) this.#problem(path, 'it stands in several places (anchor); write it out');
    if (plaintext === undefined) this.#problem(path, 'SOPS has no form for such a value');
    if (repeated || plaintext === undefined) return [];
    const sealed =
      this.#pool.get(slot(path, value))?.shift() ??
      encrypt(this.#input.dataKey, plaintext, additionalData(path));
    this.#replaced.add(node);
    return [replaceScalar(node, (flow ? JSON.stringify(sealed) : sealed) + this.#header(node))];
  }

  /** To be asked for when all values have been sealed. */
  commentEdits(): Edit[] {
    return this.#places
      .filter(({ header }) => header === undefined || !this.#replaced.has(header))
      .flatMap(commentEdit);
  }

  #header(node: YamlScalar): string {
    const comment = this.#places.find(({ header }) => header === node);
    return comment === undefined ? '' : ` #${comment.sealed ?? comment.text}`;
  }

  /** The ciphertext of a comment among the items of a list, which the view shows as it is. */
  isComment(value: ScalarValue): boolean {
    return typeof value === 'string' && this.#comments.has(value);
  }

  #problem(path: readonly string[], what: string): void {
    const { file } = this.#input;
    const pointer = toPointer(path);
    this.problems.push(
      errorAt('secrets/edit', `the value at ${pointer} of ${file} cannot be encrypted: ${what}`, {
        file,
        pointer,
      }),
    );
  }
}

function slot(path: readonly string[], value: ScalarValue): string {
  return JSON.stringify([additionalData(path), valueIdentity(value)]);
}

/** Scalars in flow collections, where the commas of a ciphertext need quotes. */
function flowScalars(node: YamlNode, flow: boolean, found: Set<YamlNode>): Set<YamlNode> {
  if (node.kind === 'scalar') return flow ? found.add(node) : found;
  const children = node.kind === 'map' ? node.entries : node.items;
  for (const { value } of children) flowScalars(value, node.flow, found);
  return found;
}
