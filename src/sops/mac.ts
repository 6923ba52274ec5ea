import { createHash, timingSafeEqual } from 'node:crypto';
import { decrypt, encrypt, parseCiphertext } from './cipher.ts';

/** Fed first when only encrypted values count, so that the two kinds of MAC never agree. */
const ONLY_ENCRYPTED = createHash('sha256').update('sops').digest();

/**
 * SHA-512 over the plaintext bytes of all leaves of all documents in file order: no keys, no
 * separators, no nulls, no comments.
 */
export class MacHash {
  readonly #hash = createHash('sha512');
  readonly #onlyEncrypted: boolean;

  constructor(onlyEncrypted: boolean) {
    this.#onlyEncrypted = onlyEncrypted;
    if (onlyEncrypted) this.#hash.update(ONLY_ENCRYPTED);
  }

  add(bytes: Uint8Array, encrypted: boolean): void {
    if (encrypted || !this.#onlyEncrypted) this.#hash.update(bytes);
  }

  /** Upper-case hex, the form that is sealed. */
  digest(): string {
    return this.#hash.digest('hex').toUpperCase();
  }
}

/** Seals a digest; its additional data is the time of change as it stands in the file. */
export function sealMac(key: Buffer, digest: string, lastModified: string): string {
  return encrypt(key, { type: 'str', bytes: Buffer.from(digest) }, lastModified);
}

/** Whether the sealed MAC of a file opens and holds this digest. */
export function macMatches(
  key: Buffer,
  sealed: string,
  expected: { digest: string; lastModified: string },
): boolean {
  const parsed = parseCiphertext(sealed);
  const opened = parsed && decrypt(key, parsed, expected.lastModified);
  const digest = Buffer.from(expected.digest);
  return opened?.length === digest.length && timingSafeEqual(opened, digest);
}
