import {
  createHash,
  createPrivateKey,
  createPublicKey,
  type JsonWebKey,
  type KeyObject,
} from 'node:crypto';

/** A public SSH key of a kind that age encrypts for. */
export interface SshPublicKey {
  readonly kind: 'ssh-ed25519' | 'ssh-rsa';
  /** The key in SSH's wire format, which fingerprints and key derivation are over. */
  readonly wire: Buffer;
  /** Of an ed25519 key: its 32 bytes. */
  readonly point: Buffer | undefined;
  /** Of an RSA key. */
  readonly key: KeyObject | undefined;
}

/** A private SSH key with its public half. */
export interface SshPrivateKey {
  readonly public: SshPublicKey;
  /** Of an ed25519 key: the 32 bytes everything is derived from. */
  readonly seed: Buffer | undefined;
  readonly key: KeyObject | undefined;
}

const SMALLEST_RSA_BITS = 2048;

/** Reads `ssh-ed25519 AAAA… comment` or `ssh-rsa AAAA…`; undefined when it is neither, damaged, or too short a key. */
export function parseSshPublicKey(text: string): SshPublicKey | undefined {
  const [, kind, base64 = ''] =
    /^(ssh-ed25519|ssh-rsa) ([A-Za-z0-9+/]+={0,2})(?: |$)/.exec(text) ?? [];
  const wire = Buffer.from(base64, 'base64');
  if (kind === undefined || wire.toString('base64') !== base64) return undefined;
  try {
    const key = publicFromWire(wire);
    return key?.kind === kind ? key : undefined;
  } catch {
    // Cut short, or numbers that are no RSA key.
    return undefined;
  }
}

/** The first four bytes of the digest by which a stanza names its key. */
export function sshFingerprint({ wire }: SshPublicKey): string {
  return bare64(createHash('sha256').update(wire).digest().subarray(0, 4));
}

/**
 * Reads a private key file of OpenSSH, or an RSA key as PEM. `locked` when it is protected by a passphrase, undefined
 * when it is another kind of key or damaged.
 */
export function parseSshPrivateKey(text: string): SshPrivateKey | 'locked' | undefined {
  try {
    const [, body] =
      /-----BEGIN OPENSSH PRIVATE KEY-----([\sA-Za-z0-9+/=]+)-----END/.exec(text) ?? [];
    if (body !== undefined) return fromOpenSsh(new WireReader(Buffer.from(body, 'base64')));
    if (text.includes('ENCRYPTED')) return 'locked';
    return rsaPrivate(createPrivateKey(text));
  } catch {
    // Truncated, or no key at all.
    return undefined;
  }
}

/** Base64 without padding. */
export function bare64(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}

const MAGIC = Buffer.from('openssh-key-v1\0');

function fromOpenSsh(reader: WireReader): SshPrivateKey | 'locked' | undefined {
  if (!reader.take(MAGIC.length).equals(MAGIC)) return undefined;
  const cipher = reader.string().toString('latin1');
  reader.string();
  reader.string();
  if (reader.number() !== 1) return undefined;
  const wire = reader.string();
  if (cipher !== 'none') return 'locked';
  const secret = new WireReader(reader.string());
  if (secret.number() !== secret.number()) return undefined;
  const kind = secret.string().toString('latin1');
  const publicKey = publicFromWire(wire);
  if (publicKey?.kind !== kind) return undefined;
  if (kind === 'ssh-rsa') return rsaFromParts(secret, publicKey);
  secret.string();
  return { public: publicKey, seed: Buffer.from(secret.string().subarray(0, 32)), key: undefined };
}

function rsaFromParts(reader: WireReader, publicKey: SshPublicKey): SshPrivateKey {
  const [n, e, d, qi, p, q] = Array.from({ length: 6 }, () => reader.string());
  if (!n || !e || !d || !qi || !p || !q) throw new Error('an RSA key has six numbers');
  const reduced = (prime: Buffer): Buffer => {
    const hex = (toInteger(d) % (toInteger(prime) - 1n)).toString(16);
    return Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex');
  };
  const parts = { n, e, d, qi, p, q, dp: reduced(p), dq: reduced(q) };
  const members = Object.entries(parts).map(([name, bytes]) => [name, toUrl64(bytes)]);
  const jwk = { kty: 'RSA', ...Object.fromEntries(members) } as JsonWebKey;
  return { public: publicKey, seed: undefined, key: createPrivateKey({ key: jwk, format: 'jwk' }) };
}

function rsaPrivate(key: KeyObject): SshPrivateKey | undefined {
  if (key.asymmetricKeyType !== 'rsa') return undefined;
  const { n = '', e = '' } = createPublicKey(key).export({ format: 'jwk' });
  const parts = [Buffer.from('ssh-rsa'), toMpint(e), toMpint(n)];
  const publicKey = publicFromWire(Buffer.concat(parts.map(toWire)));
  return publicKey && { public: publicKey, seed: undefined, key };
}

function publicFromWire(wire: Buffer): SshPublicKey | undefined {
  const reader = new WireReader(wire);
  const kind = reader.string().toString('latin1');
  if (kind === 'ssh-ed25519') {
    const point = reader.string();
    return point.length === 32 ? { kind, wire, point, key: undefined } : undefined;
  }
  if (kind !== 'ssh-rsa') return undefined;
  const [e, n] = [reader.string(), reader.string()];
  const jwk = { kty: 'RSA', e: toUrl64(e), n: toUrl64(n) };
  const key = createPublicKey({ key: jwk, format: 'jwk' });
  const bits = toInteger(n).toString(2).length;
  return bits < SMALLEST_RSA_BITS ? undefined : { kind, wire, point: undefined, key };
}

/** SSH's wire format: strings behind their length, numbers in four bytes. Throws when the bytes end too soon. */
class WireReader {
  #rest: Buffer;

  constructor(bytes: Buffer) {
    this.#rest = bytes;
  }

  take(length: number): Buffer {
    if (length > this.#rest.length) throw new Error('an SSH key ends too soon');
    const taken = this.#rest.subarray(0, length);
    this.#rest = this.#rest.subarray(length);
    return taken;
  }

  number(): number {
    return this.take(4).readUInt32BE();
  }

  string(): Buffer {
    return this.take(this.number());
  }
}

function toWire(bytes: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}

/** A positive number has a leading zero byte when its first bit is set. */
function toMpint(url64: string): Buffer {
  const bytes = Buffer.from(url64, 'base64url');
  return (bytes[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.alloc(1), bytes]) : bytes;
}

function toUrl64(bytes: Buffer): string {
  const start = bytes.findIndex((byte) => byte !== 0);
  return bytes.subarray(Math.max(0, start)).toString('base64url');
}

function toInteger(bytes: Buffer): bigint {
  return BigInt(`0x${bytes.toString('hex')}`);
}
