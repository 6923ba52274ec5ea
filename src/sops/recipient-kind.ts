import { decodeBech32 } from './bech32.ts';
import { parseSshPublicKey } from './ssh-key.ts';

/** What a recipient text is, for messages and for deciding who wraps the key. */
export type RecipientKind = 'age' | 'plugin' | 'ssh' | 'malformed';

/** Prefix and length of the recipients that need no plugin: X25519, with ML-KEM, and keys of hardware tokens. */
const NATIVE: readonly (readonly [prefix: string, bytes: number])[] = [
  ['age', 32],
  ['age1pq', 1216],
  ['age1tag', 33],
  ['age1tagpq', 1249],
];

/**
 * Recipients of age are checked to the last character of their checksum. Rules are read in every run, so this works
 * without the library that encrypts.
 */
export function recipientKind(recipient: string): RecipientKind {
  if (recipient.startsWith('ssh-')) {
    return parseSshPublicKey(recipient) === undefined ? 'malformed' : 'ssh';
  }
  const native = NATIVE.find(
    ([prefix]) => recipient.startsWith(`${prefix}1`) && !recipient.includes('1', prefix.length + 1),
  );
  if (native !== undefined) {
    const [prefix, bytes] = native;
    return decodeBech32(recipient, prefix)?.length === bytes ? 'age' : 'malformed';
  }
  return pluginOfRecipient(recipient) === undefined ? 'malformed' : 'plugin';
}

/** NAME of `age1NAME1…`; undefined when it is another kind of recipient. */
export function pluginOfRecipient(recipient: string): string | undefined {
  const [, name = ''] = /^age1([0-9a-z+._-]+)1[^1]+$/.exec(recipient) ?? [];
  const isNative = NATIVE.some(([prefix]) => prefix === `age1${name}`);
  return !isNative && decodeBech32(recipient, `age1${name}`) !== undefined ? name : undefined;
}

/** NAME of `AGE-PLUGIN-NAME-1…`; undefined when it is another kind of identity. */
export function pluginOfIdentity(identity: string): string | undefined {
  const [, name = ''] = /^AGE-PLUGIN-([0-9A-Z+._-]+)-1[^1]+$/.exec(identity) ?? [];
  return decodeBech32(identity, `age-plugin-${name}-`) === undefined
    ? undefined
    : name.toLowerCase();
}
