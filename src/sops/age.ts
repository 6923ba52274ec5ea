import {
  armor,
  Decrypter,
  Encrypter,
  type Identity,
  type Recipient,
  type Stanza,
} from 'age-encryption';
import { errorAt } from '../core/diagnostic.ts';
import { failure, success, type Result } from '../core/result.ts';
import { sshIdentity, sshRecipient } from './age-ssh.ts';
import {
  decryptX25519,
  encryptX25519,
  x25519Identity,
  x25519Recipient,
  type X25519Key,
} from './age-x25519.ts';
import { pluginOfRecipient } from './recipient-kind.ts';
import { parseSshPublicKey, type SshPrivateKey } from './ssh-key.ts';

/** Opens what was wrapped for one of its identities. */
export interface Opener {
  readonly x25519: readonly X25519Key[];
  /** All identities at hand, for files that hold anything but X25519 stanzas. */
  readonly general: Decrypter;
  /** Identities whose use starts a program and may bother a person. */
  readonly plugins: Decrypter | undefined;
}

/** An opener for these identities; `rejected` holds the positions of texts that are none. */
export function openerFor(
  identities: readonly string[],
  sshKeys: readonly SshPrivateKey[],
  plugins: readonly Identity[] = [],
): { opener: Opener; rejected: number[] } {
  const general = decrypterOf(sshKeys.map(sshIdentity));
  const rejected: number[] = [];
  identities.forEach((identity, index) => {
    try {
      general.addIdentity(identity);
    } catch {
      rejected.push(index);
    }
  });
  const x25519 = identities.flatMap((identity) => x25519Identity(identity) ?? []);
  const asking = plugins.length === 0 ? undefined : decrypterOf(plugins);
  return { opener: { x25519, general, plugins: asking }, rejected };
}

function decrypterOf(identities: readonly Identity[]): Decrypter {
  const decrypter = new Decrypter();
  for (const identity of identities) decrypter.addIdentity(identity);
  return decrypter;
}

/**
 * One armored age file per recipient, as sops keeps them, holding a data key or a part of one. Code `secrets/plugin`
 * when the plugin of a recipient is missing or refuses.
 */
export async function wrapKey(key: Uint8Array, recipient: string): Promise<Result<string>> {
  const native = x25519Recipient(recipient);
  if (native !== undefined) return success(armor.encode(await encryptX25519(key, native)));
  const plugin = pluginOfRecipient(recipient);
  if (plugin !== undefined) return wrapForPlugin(key, recipient, plugin);
  const ssh = parseSshPublicKey(recipient);
  return success(await encryptFor(key, ssh === undefined ? recipient : sshRecipient(ssh)));
}

async function wrapForPlugin(
  key: Uint8Array,
  recipient: string,
  name: string,
): Promise<Result<string>> {
  const { wrapWithPlugin } = await import('./age-plugin.ts');
  let problem: string | undefined;
  const wrapFileKey = async (fileKey: Uint8Array): Promise<Stanza[]> => {
    const wrapped = await wrapWithPlugin(name, recipient, fileKey);
    problem = wrapped.problem;
    return wrapped.problem === undefined ? wrapped.done : [];
  };
  const enc = await encryptFor(key, { wrapFileKey });
  if (problem === undefined) return success(enc);
  return failure(
    errorAt('secrets/plugin', `age-plugin-${name} does not encrypt for ${recipient}: ${problem}`),
  );
}

async function encryptFor(key: Uint8Array, recipient: string | Recipient): Promise<string> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  return armor.encode(await encrypter.encrypt(key));
}

/** What any of the entries holds; plugins are asked only when nothing else opens one, and for all of them at once. */
export async function unwrapAny(
  keys: readonly { readonly enc: string }[],
  opener: Opener,
): Promise<Buffer | undefined> {
  for (const { enc } of keys) {
    const opened = await unwrapKey(enc, opener);
    if (opened !== undefined) return opened;
  }
  const { plugins } = opener;
  if (plugins === undefined) return undefined;
  const opened = await Promise.all(keys.map(({ enc }) => decryptArmored(enc, plugins)));
  return opened.find((key) => key !== undefined);
}

/** The wrapped bytes; undefined when no identity at hand fits or the armored file is damaged. */
export async function unwrapKey(
  enc: string,
  { x25519, general }: Opener,
): Promise<Buffer | undefined> {
  try {
    const opened = decryptX25519(Buffer.from(armor.decode(enc)), x25519);
    return opened === null ? await decryptArmored(enc, general) : opened;
  } catch {
    return undefined;
  }
}

/** The content of an identity file behind a passphrase, armored or not; undefined when it is another passphrase. */
export async function unlockIdentityFile(
  file: Buffer,
  passphrase: string,
): Promise<Buffer | undefined> {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  const armored = file.toString('latin1');
  return armored.startsWith('-----')
    ? decryptArmored(armored, decrypter)
    : decryptFile(file, decrypter);
}

function decryptArmored(enc: string, decrypter: Decrypter): Promise<Buffer | undefined> {
  try {
    return decryptFile(armor.decode(enc), decrypter);
  } catch {
    return Promise.resolve(undefined);
  }
}

async function decryptFile(file: Uint8Array, decrypter: Decrypter): Promise<Buffer | undefined> {
  try {
    return Buffer.from(await decrypter.decrypt(file, 'uint8array'));
  } catch {
    return undefined;
  }
}
