import { armor, Decrypter, Encrypter } from 'age-encryption';
import { sshIdentity, sshRecipient } from './age-ssh.ts';
import {
  decryptX25519,
  encryptX25519,
  x25519Identity,
  x25519Recipient,
  type X25519Key,
} from './age-x25519.ts';
import { parseSshPublicKey, type SshPrivateKey } from './ssh-key.ts';

/** Opens what was wrapped for one of its identities. */
export interface Opener {
  readonly x25519: readonly X25519Key[];
  /** All identities, for files that hold anything but X25519 stanzas. */
  readonly general: Decrypter;
}

/** An opener for these identities; `rejected` holds the positions of texts that are none. */
export function openerFor(
  identities: readonly string[],
  sshKeys: readonly SshPrivateKey[],
): { opener: Opener; rejected: number[] } {
  const general = new Decrypter();
  for (const key of sshKeys) general.addIdentity(sshIdentity(key));
  const rejected: number[] = [];
  identities.forEach((identity, index) => {
    try {
      general.addIdentity(identity);
    } catch {
      rejected.push(index);
    }
  });
  const x25519 = identities.flatMap((identity) => x25519Identity(identity) ?? []);
  return { opener: { x25519, general }, rejected };
}

/** One armored age file per recipient, as sops keeps them, holding a data key or a part of one. */
export async function wrapKey(key: Uint8Array, recipient: string): Promise<string> {
  const native = x25519Recipient(recipient);
  if (native !== undefined) return armor.encode(encryptX25519(key, native));
  const encrypter = new Encrypter();
  const ssh = parseSshPublicKey(recipient);
  encrypter.addRecipient(ssh === undefined ? recipient : sshRecipient(ssh));
  return armor.encode(await encrypter.encrypt(key));
}

/** The wrapped bytes; undefined when no identity fits or the armored file is damaged. */
export async function unwrapKey(
  enc: string,
  { x25519, general }: Opener,
): Promise<Buffer | undefined> {
  try {
    const file = Buffer.from(armor.decode(enc));
    const opened = decryptX25519(file, x25519);
    return opened === null ? Buffer.from(await general.decrypt(file, 'uint8array')) : opened;
  } catch {
    return undefined;
  }
}
