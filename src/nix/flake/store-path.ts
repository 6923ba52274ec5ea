import { createHash } from 'node:crypto';

const DIGITS = '0123456789abcdfghijklmnpqrsvwxyz';
const STORE = '/nix/store';

/**
 * The store path of a source by the hash of its content (`sha256-…`): how Nix names what it fetches by hash, in the
 * chapter on store paths of its manual.
 */
export function sourcePath(narHash: string): string {
  const content = Buffer.from(narHash.replace(/^sha256-/, ''), 'base64').toString('hex');
  const digest = createHash('sha256').update(`source:sha256:${content}:${STORE}:source`).digest();
  return `${STORE}/${base32(folded(digest))}-source`;
}

/** 160 of the 256 bits: the bytes beyond are added to the first ones. */
function folded(digest: Buffer): Buffer {
  const result = Buffer.alloc(20);
  digest.forEach((byte, index) => {
    result[index % 20] = (result[index % 20] ?? 0) ^ byte;
  });
  return result;
}

/** Nix writes five bits a digit, the last ones first. */
function base32(bytes: Buffer): string {
  const length = Math.ceil((bytes.length * 8) / 5);
  return Array.from({ length }, (_, index) => {
    const bit = (length - 1 - index) * 5;
    const low = (bytes[bit >> 3] ?? 0) >> (bit & 7);
    const high = (bytes[(bit >> 3) + 1] ?? 0) << (8 - (bit & 7));
    return DIGITS[(low | high) & 31];
  }).join('');
}
