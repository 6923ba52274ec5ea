import { errorAt, type Diagnostic } from '../core/diagnostic.ts';
import { toPointer } from '../core/pointer.ts';
import type { ScalarValue } from '../yaml/node.ts';
import { decrypt, parseCiphertext } from './cipher.ts';
import type { SopsFile } from './encrypted-file.ts';
import { MacHash, macMatches } from './mac.ts';
import type { OpenLeaf, OpenMap, OpenNode } from './open-tree.ts';
import { additionalData } from './path.ts';
import { fromPlaintext, toPlaintext } from './plaintext.ts';
import { selectorOf } from './selection.ts';
import { foldDocument, type Leaf } from './walk.ts';

/** All documents of a file under its data key, with every value that could not be opened as a problem. */
export interface Decrypted {
  readonly documents: readonly OpenMap[];
  /** Upper-case hex over the values as they are now; what the MAC of the file should hold. */
  readonly digest: string;
  readonly macValid: boolean;
  readonly problems: readonly Diagnostic[];
}

/** Opens every leaf by rule: a clear value where the rule wants ciphertext is a problem, as for sops. */
export function decryptDocuments(file: SopsFile, key: Buffer): Decrypted {
  return new Decryption(file, key).run();
}

class Decryption {
  readonly #file: SopsFile;
  readonly #key: Buffer;
  readonly #hash: MacHash;
  readonly #problems: Diagnostic[] = [];

  constructor(file: SopsFile, key: Buffer) {
    this.#file = file;
    this.#key = key;
    this.#hash = new MacHash(file.metadata.macOnlyEncrypted);
  }

  run(): Decrypted {
    const { mac, lastModified, selection } = this.#file.metadata;
    const selector = selectorOf(selection);
    const documents = this.#file.documents.map(
      ({ root }) =>
        foldDocument<OpenNode>(root, selector, {
          leaf: (leaf) => this.#leaf(leaf),
          map: (node, entries) => ({ kind: 'map', node, entries }),
          list: (node, items) => ({ kind: 'list', node, items }),
        }) as OpenMap,
    );
    const digest = this.#hash.digest();
    const macValid = mac !== undefined && macMatches(this.#key, mac, { digest, lastModified });
    return { documents, digest, macValid, problems: this.#problems };
  }

  #leaf(leaf: Leaf): OpenLeaf {
    const { node, path, selected } = leaf;
    const base = { kind: 'leaf', node, path, selected, sealed: undefined, comment: false } as const;
    if (!selected) return { ...base, value: this.#count(leaf, node.value) };
    if (node.value === null || node.value === '') return { ...base, value: node.value };
    if (typeof node.value !== 'string') return { ...base, value: this.#refuse(leaf, CLEAR) };
    const sealed = parseCiphertext(node.value);
    if (sealed === undefined) return { ...base, value: this.#refuse(leaf, CLEAR) };
    const bytes = decrypt(this.#key, sealed, additionalData(path));
    if (bytes === undefined) return { ...base, value: this.#refuse(leaf, DAMAGED) };
    const value = fromPlaintext(sealed.type, bytes);
    if (value === undefined)
      return {
        ...base,
        value: this.#refuse(leaf, `its type is not one of sops, or not that of its value`),
      };
    if (value instanceof Uint8Array)
      return { ...base, value: this.#refuse(leaf, 'it is no UTF-8 text') };
    if (sealed.type === 'comment')
      return { ...base, value: null, sealed: node.value, comment: true };
    return { ...base, value: this.#count(leaf, value), sealed: node.value };
  }

  /** Feeds the MAC with the value, in the canonical form sops would give it. */
  #count(leaf: Leaf, value: ScalarValue): ScalarValue {
    const plaintext = value === null ? undefined : toPlaintext(value);
    if (plaintext !== undefined) this.#hash.add(plaintext.bytes, leaf.selected);
    else if (value !== null)
      this.#refuse(leaf, 'it is an integer that sops cannot hold (beyond 64 bits)');
    return value;
  }

  #refuse({ path }: Leaf, reason: string): null {
    const { file } = this.#file;
    const pointer = toPointer(path);
    this.#problems.push(
      errorAt(
        'secrets/tampered',
        `${file}: the value at ${pointer} cannot be accepted: ${reason}`,
        {
          file,
          pointer,
          help: `restore it with git: \`git restore ${file}\`; or set the value anew with \`gantry secrets set\``,
        },
      ),
    );
    return null;
  }
}

const CLEAR = 'it is clear text where the file says it is encrypted';
const DAMAGED =
  'its ciphertext was changed, moved here from another path, or sealed with another key';
