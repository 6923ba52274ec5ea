import { errorAt, type Diagnostic } from '../core/diagnostic.ts';
import { toPointer } from '../core/pointer.ts';
import { failure, success, type Result } from '../core/result.ts';
import type { Edit } from '../yaml/edit.ts';
import type { ScalarValue, YamlMap, YamlNode } from '../yaml/node.ts';
import { encrypt } from './cipher.ts';
import type { LeafValue } from './leaf-values.ts';
import type { OpenLeaf } from './open-tree.ts';
import { additionalData } from './path.ts';
import { replaceScalar } from './patch.ts';
import { toPlaintext } from './plaintext.ts';
import { selectorOf, type Selection } from './selection.ts';
import { isUnicode, valueIdentity } from './value.ts';
import { foldDocument, type Leaf } from './walk.ts';

interface SealInput {
  readonly file: string;
  readonly root: YamlMap;
  readonly selection: Selection;
  /** Leaves of the previous version, whose ciphertexts are kept where value and path are the same. */
  readonly previous: readonly OpenLeaf[];
  readonly dataKey: Buffer;
}

/** What makes a sealed document of a clear one, and the values that it then must hold. */
interface SealedEdits {
  readonly edits: readonly Edit[];
  readonly values: readonly LeafValue[];
}

/** The edits that put a ciphertext in place of every value of a clear document that its selection encrypts. */
export function sealEdits(input: SealInput): Result<SealedEdits> {
  const sealing = new Sealing(input);
  const leaves = foldDocument<readonly Leaf[]>(input.root, selectorOf(input.selection), {
    leaf: (leaf) => [leaf],
    map: (_, entries) => entries.flatMap(({ value }) => value),
    list: (_, items) => items.flat(),
  });
  const flow = flowScalars(input.root, false, new Set());
  const edits = leaves.flatMap((leaf) => sealing.edit(leaf, flow.has(leaf.node)));
  if (sealing.problems.length > 0) return failure(...sealing.problems);
  const values = leaves
    .filter(({ node }) => !sealing.isComment(node.value))
    .map(({ path, node }) => ({ document: 0, path, value: node.value }));
  return success({ edits, values });
}

class Sealing {
  readonly problems: Diagnostic[] = [];
  readonly #input: SealInput;
  readonly #pool = new Map<string, string[]>();
  readonly #comments = new Set<string>();
  readonly #seen = new Set<number>();

  constructor(input: SealInput) {
    this.#input = input;
    for (const { path, value, sealed, comment } of input.previous) {
      if (sealed === undefined) continue;
      if (comment) this.#comments.add(sealed);
      else
        this.#pool.set(slot(path, value), [...(this.#pool.get(slot(path, value)) ?? []), sealed]);
    }
  }

  edit({ node, path, selected }: Leaf, flow: boolean): Edit[] {
    const { value } = node;
    if (!selected || value === null || value === '' || this.isComment(value)) return [];
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
    return [replaceScalar(node, flow ? JSON.stringify(sealed) : sealed)];
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
