import { armor, Decrypter, Encrypter } from 'age-encryption';

/** What a recipient text is, for messages and for deciding who wraps the key. */
export type RecipientKind = 'age' | 'plugin' | 'ssh' | 'malformed';

/** Opens what was wrapped for one of its identities. */
export type Opener = Decrypter;

/** Native age recipients (X25519 and hybrid) are checked to the last character of their checksum. */
export function recipientKind(recipient: string): RecipientKind {
  if (/^ssh-(?:ed25519|rsa) /.test(recipient)) return 'ssh';
  const native = /^age1(?:pq1)?[02-9ac-hj-np-z]+$/.test(recipient);
  if (!native)
    return /^age1[0-9a-z+._-]+1[02-9ac-hj-np-z]+$/.test(recipient) ? 'plugin' : 'malformed';
  try {
    new Encrypter().addRecipient(recipient);
    return 'age';
  } catch {
    return 'malformed';
  }
}

/** An opener for these identities; `rejected` holds the positions of texts that are none. */
export function openerFor(identities: readonly string[]): { opener: Opener; rejected: number[] } {
  const opener = new Decrypter();
  const rejected: number[] = [];
  identities.forEach((identity, index) => {
    try {
      opener.addIdentity(identity);
    } catch {
      rejected.push(index);
    }
  });
  return { opener, rejected };
}

/** One armored age file per recipient, as sops keeps them, holding a data key or a part of one. */
export async function wrapKey(key: Uint8Array, recipient: string): Promise<string> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  return armor.encode(await encrypter.encrypt(key));
}

/** The wrapped bytes; undefined when no identity fits or the armored file is damaged. */
export async function unwrapKey(enc: string, opener: Opener): Promise<Buffer | undefined> {
  try {
    return Buffer.from(await opener.decrypt(armor.decode(enc), 'uint8array'));
  } catch {
    return undefined;
  }
}
