import { findPrivateKeysEncoded } from '../core/private-key.ts';
import { Secret } from '../core/secret.ts';
import type { Tree } from '../core/tree.ts';
import type { Identities } from './identities.ts';
import { readIdentityText, type IdentityText } from './identity-text.ts';

/** What makes a private key one of the project's own. */
export interface ProjectKeys {
  /** Recipients of its creation rules and stores, as they are written there. */
  readonly recipients: ReadonlySet<string>;
  /** The private keys of this run. */
  readonly identities: () => Promise<Identities>;
}

/**
 * Whether a text, or what it says in base64, holds a private key that opens something of the project: one of the
 * identities of this run, or one whose public half is a recipient. Of a key whose public half cannot be told (PGP's,
 * one behind a passphrase) that is taken to be so where the project has a recipient of its kind.
 */
export async function isProjectKey(value: Tree, keys: ProjectKeys): Promise<boolean> {
  const text = value instanceof Secret ? Secret.reveal(value) : value;
  if (typeof text !== 'string') return false;
  for (const found of findPrivateKeysEncoded(text)) {
    if (await opensProject(found.text, keys)) return true;
  }
  return false;
}

async function opensProject(
  text: string,
  { recipients, identities }: ProjectKeys,
): Promise<boolean> {
  if (text.includes('PGP PRIVATE KEY')) return hasRecipient(recipients, /^[0-9A-F]{16,}$/i);
  const key = readIdentityText(Buffer.from(ended(text)));
  if (isUnreadable(key)) return hasRecipient(recipients, /^ssh-/);
  // Few values are keys: what tells their public halves is not loaded for the others.
  const { publicHalves, publicName } = await import('./public-halves.ts');
  const names = await publicHalves(key);
  const known = new Set([...recipients].map(publicName));
  if (names.some((name) => known.has(name))) return true;
  const own = await (await identities()).owned();
  return names.some((name) => own.has(name));
}

/** A key that was found ends before the last line of its armor. */
function ended(text: string): string {
  const label = /^-----BEGIN ([^-]+)-----/.exec(text)?.[1];
  return label === undefined ? text.toUpperCase() : `${text}-----END ${label}-----\n`;
}

function isUnreadable({ age, ssh, plugins }: IdentityText): boolean {
  return age.length + ssh.length + plugins.length === 0;
}

function hasRecipient(recipients: ReadonlySet<string>, form: RegExp): boolean {
  return [...recipients].some((recipient) => form.test(recipient.replace(/^pgp:/, '')));
}
