import { createHash } from 'node:crypto';
import { identityToRecipient } from 'age-encryption';
import type { IdentityText } from './identity-text.ts';
import { bare64, parseSshPublicKey, type SshPublicKey } from './ssh-key.ts';

/** The public halves of the private keys in a text, as recipients are written; of plugins their names alone. */
export async function publicHalves({ age, ssh, plugins }: IdentityText): Promise<string[]> {
  const recipients = await Promise.all(age.map(recipientOf));
  return [
    ...recipients.flat(),
    ...ssh.map((key) => nameOf(key.public)),
    ...plugins.map(({ name }) => `an identity of age-plugin-${name}`),
  ];
}

/** A recipient as `publicHalves` writes it: an SSH key without its comment. */
export function publicName(recipient: string): string {
  const ssh = parseSshPublicKey(recipient);
  return ssh === undefined ? recipient : nameOf(ssh);
}

/** Malformed identities have no public half; they are told as problems of their source. */
async function recipientOf(identity: string): Promise<string[]> {
  try {
    return [await identityToRecipient(identity)];
  } catch {
    return [];
  }
}

/** RSA keys are too long to be read: they are named as `ssh-keygen -l` does. */
function nameOf({ kind, wire }: SshPublicKey): string {
  if (kind === 'ssh-ed25519') return `${kind} ${wire.toString('base64')}`;
  return `${kind} SHA256:${bare64(createHash('sha256').update(wire).digest())}`;
}
