import { failure, success, type Result } from '../core/result.ts';
import { lookUpTree, type Tree, type TreeObject } from '../core/tree.ts';
import { openDataKey } from './data-key.ts';
import { decryptDocuments, type Decrypted } from './decrypt.ts';
import type { SopsFile } from './encrypted-file.ts';
import type { Identities } from './identities.ts';
import { treeOfNode, type OpenMap } from './open-tree.ts';

/** A decrypted SOPS file. Whether a bad MAC is an error is for the caller to say. */
export interface OpenedFile {
  readonly source: SopsFile;
  readonly macValid: boolean;
  /** Every leaf the file's selection covers is a `Secret`; the others are plain JSON. */
  readonly documents: readonly TreeObject[];
}

/** What sealing and editing need of an opened file: the data key and the values with their places. */
export interface OpenedInside {
  readonly dataKey: Buffer;
  readonly documents: readonly OpenMap[];
}

/**
 * Decrypts a file. Fails with `secrets/no-identity` (naming recipients and the places searched) or with
 * one `secrets/tampered` for each value that cannot be accepted.
 */
export async function openSops(
  file: SopsFile,
  identities: Identities,
): Promise<Result<OpenedFile>> {
  const key = await openDataKey(file.metadata, identities, file.file);
  return key.ok ? openWithKey(file, key.value) : key;
}

/** The same with the data key at hand. */
export function openWithKey(file: SopsFile, dataKey: Buffer): Result<OpenedFile> {
  const decrypted = decryptDocuments(file, dataKey);
  if (decrypted.problems.length > 0) return failure(...decrypted.problems);
  return success(new DecryptedFile(file, dataKey, decrypted));
}

/** The value or subtree at a path of mapping keys in the first document; undefined when there is none. */
export function lookUp(opened: OpenedFile, path: readonly string[]): Tree | undefined {
  return lookUpTree(opened.documents[0] ?? null, path);
}

/** For sealing and editing within this folder. */
export function insideOf(opened: OpenedFile): OpenedInside {
  return DecryptedFile.insideOf(opened);
}

/** Overwrites the data key, when nothing is sealed under it any more. The values stay as they are. */
export function forgetKey(opened: OpenedFile): void {
  insideOf(opened).dataKey.fill(0);
}

class DecryptedFile implements OpenedFile {
  readonly source: SopsFile;
  readonly macValid: boolean;
  readonly #inside: OpenedInside;
  #trees: readonly TreeObject[] | undefined;

  constructor(source: SopsFile, dataKey: Buffer, decrypted: Decrypted) {
    this.source = source;
    this.macValid = decrypted.macValid;
    this.#inside = { dataKey, documents: decrypted.documents };
  }

  get documents(): readonly TreeObject[] {
    return (this.#trees ??= this.#inside.documents.map((node) => treeOfNode(node) as TreeObject));
  }

  static insideOf(opened: OpenedFile): OpenedInside {
    if (!(opened instanceof DecryptedFile)) throw new Error('not a file opened by openSops');
    return opened.#inside;
  }
}
