import { count } from '../core/words.ts';
import { pluginOfIdentity } from './recipient-kind.ts';
import { parseSshPrivateKey, type SshPrivateKey } from './ssh-key.ts';

/** The private keys in a text: an identity file of age or a private key of SSH. */
export interface IdentityText {
  readonly age: readonly string[];
  readonly ssh: readonly SshPrivateKey[];
  readonly plugins: readonly { readonly name: string; readonly identity: string }[];
  /** The file itself, when it is an identity file behind a passphrase. */
  readonly locked?: Buffer;
  /** What is wrong with it, said about the place it comes from. */
  readonly problems: readonly string[];
}

const NOTHING: IdentityText = { age: [], ssh: [], plugins: [], problems: [] };

/** Reads it: one identity per line (several in a line since sops 3.13), `#` starts a comment line. */
export function readIdentityText(bytes: Buffer): IdentityText {
  const text = bytes.toString();
  if (/^-----BEGIN (?:[A-Z ]+ )?PRIVATE KEY-----/.test(text)) return sshKey(text);
  if (/^(?:age-encryption|-----BEGIN AGE)/.test(text)) return { ...NOTHING, locked: bytes };
  const words = text
    .split('\n')
    .filter((line) => !line.trim().startsWith('#'))
    .flatMap((line) => line.split(/\s+/))
    .filter((word) => word !== '');
  const age = words.filter((word) => word.startsWith('AGE-SECRET-KEY-'));
  const plugins = words.flatMap((identity) => {
    const name = pluginOfIdentity(identity);
    return name === undefined ? [] : [{ name, identity }];
  });
  const unknown = words.length - age.length - plugins.length;
  const problems =
    unknown === 0
      ? []
      : [`holds ${count(unknown, 'word that is', 'words that are')} no age identity`];
  return { age, ssh: [], plugins, problems };
}

function sshKey(text: string): IdentityText {
  const key = parseSshPrivateKey(text);
  if (key === 'locked') {
    return {
      ...NOTHING,
      problems: ['is an SSH key behind a passphrase, which Gantry does not ask for'],
    };
  }
  if (key === undefined) return { ...NOTHING, problems: ['holds no SSH key that age knows'] };
  return { ...NOTHING, ssh: [key] };
}
