import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPair,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
  type JsonWebKey,
  type KeyObject,
} from 'node:crypto';
import { promisify } from 'node:util';
import { decodeBech32 } from './bech32.ts';

/*
 * age v1 files (C2SP age.md) whose recipients are all X25519 and whose content is one short chunk, made
 * and opened with the platform's cryptography: several times faster than the general
 * implementation, which every other file goes to. Keys are overwritten when they have been used.
 */

const VERSION_LINE = 'age-encryption.org/v1';
const STANZA_LABEL = 'age-encryption.org/v1/X25519';
const TAG_BYTES = 16;
const FILE_KEY_BYTES = 16;
const PAYLOAD_NONCE_BYTES = 16;
/** Counter 0 and the mark of the last chunk. */
const ONLY_CHUNK = Buffer.from('000000000000000000000001', 'hex');
const ZERO_NONCE = Buffer.alloc(12);
const NOTHING = Buffer.alloc(0);
const PKCS8_X25519 = Buffer.from('302e020100300506032b656e04220420', 'hex');
const SPKI_X25519 = Buffer.from('302a300506032b656e032100', 'hex');

/** One end of a key exchange with its public bytes. */
export interface X25519Key {
  readonly key: KeyObject;
  readonly publicBytes: Buffer;
}

const recipients = new Map<string, X25519Key | undefined>();

/** `age1…`; undefined when it is another kind of recipient. */
export function x25519Recipient(text: string): X25519Key | undefined {
  if (!recipients.has(text)) {
    const bytes = decodeBech32(text, 'age');
    recipients.set(text, bytes?.length === 32 ? publicKey(bytes) : undefined);
  }
  return recipients.get(text);
}

/** `AGE-SECRET-KEY-1…`; undefined when it is another kind of identity. */
export function x25519Identity(text: string): X25519Key | undefined {
  const bytes = decodeBech32(text, 'age-secret-key-');
  if (bytes?.length !== 32) return undefined;
  const key = x25519Private(bytes);
  bytes.fill(0);
  return { key, publicBytes: rawPublic(createPublicKey(key)) };
}

/** A scalar as a private key of the platform. */
export function x25519Private(bytes: Buffer): KeyObject {
  const der = Buffer.concat([PKCS8_X25519, bytes]);
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  der.fill(0);
  return key;
}

/** A point as a public key of the platform. */
export function x25519Public(bytes: Buffer): KeyObject {
  return createPublicKey({
    key: Buffer.concat([SPKI_X25519, bytes]),
    format: 'der',
    type: 'spki',
  });
}

/**
 * A key to use once, made in another thread, and its public bytes. These are asked for together with the key, never of
 * a key object afterwards: garbage that is collected while Node exports one half of a pair it made can block it for ever.
 */
export async function newKeyPair(): Promise<{ privateKey: KeyObject; share: Buffer }> {
  const options = { publicKeyEncoding: { format: 'jwk' } };
  const { privateKey, publicKey } = await promisify(generateKeyPair)('x25519', options);
  const { x = '' } = publicKey as unknown as JsonWebKey; // The types know no JWK here.
  return { privateKey, share: Buffer.from(x, 'base64url') };
}

/** A file key sealed with a key that is used once, and overwritten here. */
export function sealShort(key: Buffer, content: Uint8Array): Buffer {
  return seal(key, ZERO_NONCE, content);
}

/** What `sealShort` sealed; undefined when the key is another one. The key is overwritten. */
export function openSealed(key: Buffer, sealed: Buffer): Buffer | undefined {
  return open(key, ZERO_NONCE, sealed);
}

/** An age file with this content for one recipient. */
export async function encryptX25519(content: Uint8Array, recipient: X25519Key): Promise<Buffer> {
  const { privateKey, share } = await newKeyPair();
  const fileKey = randomBytes(FILE_KEY_BYTES);
  const secret = diffieHellman({ privateKey, publicKey: recipient.key });
  const wrapped = seal(stanzaKey(secret, share, recipient.publicBytes), ZERO_NONCE, fileKey);
  const header = `${VERSION_LINE}\n-> X25519 ${bare64(share)}\n${bare64(wrapped)}\n---`;
  const nonce = randomBytes(PAYLOAD_NONCE_BYTES);
  const payload = seal(derive(fileKey, nonce, 'payload'), ONLY_CHUNK, content);
  const mac = bare64(headerMac(fileKey, header));
  fileKey.fill(0);
  return Buffer.concat([Buffer.from(`${header} ${mac}\n`), nonce, payload]);
}

/**
 * The content of such a file. `undefined` when no identity opens it or it is damaged, `null` when it is
 * not of the kind this module knows.
 */
export function decryptX25519(
  file: Buffer,
  identities: readonly X25519Key[],
): Buffer | undefined | null {
  const parsed = parseHeader(file);
  if (parsed === null) return null;
  for (const stanza of parsed.stanzas) {
    for (const identity of identities) {
      const fileKey = unwrap(stanza, identity);
      if (fileKey !== undefined) return openPayload(parsed, fileKey);
    }
  }
  return undefined;
}

interface Stanza {
  readonly share: Buffer;
  readonly body: Buffer;
}

interface Parsed {
  readonly stanzas: readonly Stanza[];
  readonly header: string;
  readonly mac: Buffer;
  readonly payload: Buffer;
}

const HEADER =
  /^(age-encryption\.org\/v1\n((?:-> X25519 [A-Za-z0-9+/]{43}\n[A-Za-z0-9+/]{43}\n)+)---) ([A-Za-z0-9+/]{43})\n/;

function parseHeader(file: Buffer): Parsed | null {
  const match = HEADER.exec(file.subarray(0, 64 * 1024).toString('latin1'));
  if (match === null) return null;
  const [whole, header = '', stanzaText = '', mac = ''] = match;
  const payload = file.subarray(whole.length);
  if (payload.length > 64 * 1024) return null;
  const texts = [...stanzaText.matchAll(/-> X25519 (\S+)\n(\S+)\n/g)];
  const [macBytes, ...parts] = [mac, ...texts.flatMap(([, ...pair]) => pair)].map(fromBare64);
  if (macBytes === undefined || parts.includes(undefined)) return null;
  const stanzas = texts.map((_, index) => ({
    share: parts[index * 2] ?? NOTHING,
    body: parts[index * 2 + 1] ?? NOTHING,
  }));
  return { stanzas, header, mac: macBytes, payload };
}

/** Bytes of canonical Base64 without padding; age allows no other spelling. */
function fromBare64(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64');
  return bare64(bytes) === text ? bytes : undefined;
}

function unwrap({ share, body }: Stanza, identity: X25519Key): Buffer | undefined {
  try {
    const secret = diffieHellman({ privateKey: identity.key, publicKey: publicKey(share).key });
    return open(stanzaKey(secret, share, identity.publicBytes), ZERO_NONCE, body);
  } catch {
    // A share of low order: the platform refuses the exchange.
    return undefined;
  }
}

function openPayload({ header, mac, payload }: Parsed, fileKey: Buffer): Buffer | undefined {
  if (fileKey.length !== FILE_KEY_BYTES || !timingSafeEqual(headerMac(fileKey, header), mac))
    return undefined;
  const nonce = payload.subarray(0, PAYLOAD_NONCE_BYTES);
  const key = derive(fileKey, nonce, 'payload');
  fileKey.fill(0);
  return open(key, ONLY_CHUNK, payload.subarray(PAYLOAD_NONCE_BYTES));
}

function stanzaKey(secret: Buffer, share: Buffer, recipient: Buffer): Buffer {
  const key = derive(secret, Buffer.concat([share, recipient]), STANZA_LABEL);
  secret.fill(0);
  return key;
}

function headerMac(fileKey: Buffer, header: string): Buffer {
  return createHmac('sha256', derive(fileKey, NOTHING, 'header'))
    .update(header)
    .digest();
}

/** HKDF with SHA-256, 32 bytes. */
export function derive(secret: Buffer, salt: Buffer, info: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, salt, info, 32));
}

function seal(key: Buffer, nonce: Buffer, content: Uint8Array): Buffer {
  const cipher = createCipheriv('chacha20-poly1305', key, nonce, { authTagLength: TAG_BYTES });
  key.fill(0);
  return Buffer.concat([cipher.update(content), cipher.final(), cipher.getAuthTag()]);
}

function open(key: Buffer, nonce: Buffer, sealed: Buffer): Buffer | undefined {
  if (sealed.length < TAG_BYTES) return undefined;
  const cipher = createDecipheriv('chacha20-poly1305', key, nonce, { authTagLength: TAG_BYTES });
  key.fill(0);
  cipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  try {
    return Buffer.concat([cipher.update(sealed.subarray(0, -TAG_BYTES)), cipher.final()]);
  } catch {
    return undefined;
  }
}

function publicKey(bytes: Buffer): X25519Key {
  return { key: x25519Public(bytes), publicBytes: bytes };
}

/** The 32 bytes of a public key. As JWK, which is several times cheaper to make than DER. */
function rawPublic(key: KeyObject): Buffer {
  return Buffer.from(key.export({ format: 'jwk' }).x ?? '', 'base64url');
}

/** Base64 without padding, as age headers have it. */
function bare64(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}
