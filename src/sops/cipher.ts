import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Plaintext } from './plaintext.ts';

/** sops insists on 32 bytes when it edits a file, although GCM would take any length. */
const IV_BYTES = 32;
const TAG_BYTES = 16;

export interface Ciphertext {
  readonly data: Buffer;
  readonly iv: Buffer;
  readonly tag: Buffer;
  readonly type: string;
}

const START = 'ENC[AES256_GCM,data:';
/** What follows the data. Text behind the bracket is ignored, as sops does. */
const REST = /^,iv:([A-Za-z0-9+/=]+),tag:([A-Za-z0-9+/=]+),type:([a-z]+)\]/;

/** The parts of `ENC[AES256_GCM,…]`; undefined when the text has another shape. Nothing is decrypted. */
export function parseCiphertext(text: string): Ciphertext | undefined {
  if (!text.startsWith(START)) return undefined;
  // No expression runs over the data, which may have megabytes.
  const comma = text.indexOf(',', START.length);
  const match = comma === -1 ? null : REST.exec(text.slice(comma));
  if (match === null) return undefined;
  const [, ivText = '', tagText = '', type = ''] = match;
  const [data, iv, tag] = [text.slice(START.length, comma), ivText, tagText].map(decode);
  if (data === undefined || iv === undefined || tag === undefined) return undefined;
  // A shorter tag would be accepted by the platform and is a forgery for the asking.
  return iv.length === 0 || tag.length !== TAG_BYTES ? undefined : { data, iv, tag, type };
}

/** Whether a text is a ciphertext and nothing else: what stands behind the bracket is read by nobody, but by people. */
export function isCiphertext(text: string): boolean {
  return text.indexOf(']') === text.length - 1 && parseCiphertext(text) !== undefined;
}

/** Seals a plaintext under the data key, bound to its additional data: a fresh IV each time. */
export function encrypt(key: Buffer, plaintext: Plaintext, additional: string): string {
  const iv = freshIv();
  const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(additional));
  const data = Buffer.concat([cipher.update(plaintext.bytes), cipher.final()]);
  const parts = [
    `data:${data.toString('base64')}`,
    `iv:${iv.toString('base64')}`,
    `tag:${cipher.getAuthTag().toString('base64')}`,
    `type:${plaintext.type}`,
  ];
  return `ENC[AES256_GCM,${parts.join(',')}]`;
}

let pool = Buffer.alloc(0);

/** Random bytes are asked for in bulk: a value costs half as much then. Each is handed out once. */
function freshIv(): Buffer {
  if (pool.length < IV_BYTES) pool = randomBytes(IV_BYTES * 128);
  const iv = pool.subarray(0, IV_BYTES);
  pool = pool.subarray(IV_BYTES);
  return iv;
}

/** The sealed bytes; undefined when key, additional data or any bit of the ciphertext is not the right one. */
export function decrypt(key: Buffer, sealed: Ciphertext, additional: string): Buffer | undefined {
  const cipher = createDecipheriv('aes-256-gcm', key, sealed.iv, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(additional));
  cipher.setAuthTag(sealed.tag);
  try {
    return Buffer.concat([cipher.update(sealed.data), cipher.final()]);
  } catch {
    return undefined;
  }
}

/** Bytes of canonical Base64; undefined for every other spelling. */
function decode(base64: string): Buffer | undefined {
  const bytes = Buffer.from(base64, 'base64');
  return bytes.toString('base64') === base64 ? bytes : undefined;
}
