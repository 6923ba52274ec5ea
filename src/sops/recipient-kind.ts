import { decodeBech32 } from './bech32.ts';
import { parseSshPublicKey } from './ssh-key.ts';

/** What a recipient text is, for messages and for deciding who wraps the key. */
export type RecipientKind = 'age' | 'plugin' | 'ssh' | 'malformed';

const X25519_BYTES = 32;
/** ML-KEM-768 and X25519 public keys, one behind the other. */
const HYBRID_BYTES = 1216;

/**
 * Native age recipients (X25519 and hybrid) are checked to the last character of their checksum. Rules are read in
 * every run, so this works without the library that encrypts.
 */
export function recipientKind(recipient: string): RecipientKind {
  if (recipient.startsWith('ssh-')) {
    return parseSshPublicKey(recipient) === undefined ? 'malformed' : 'ssh';
  }
  if (decodeBech32(recipient, 'age')?.length === X25519_BYTES) return 'age';
  if (decodeBech32(recipient, 'age1pq')?.length === HYBRID_BYTES) return 'age';
  const isPlugin = /^age1(?!pq1)[0-9a-z+._-]+1[02-9ac-hj-np-z]+$/.test(recipient);
  return isPlugin ? 'plugin' : 'malformed';
}
