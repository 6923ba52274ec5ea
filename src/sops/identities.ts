import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { errorAt, type Diagnostic } from '../core/diagnostic.ts';
import { openerFor, unwrapKey, type Opener } from './age.ts';
import { parseSshPrivateKey, type SshPrivateKey } from './ssh-key.ts';

/** The private keys of this run. They can be counted and used, not read. */
export interface Identities {
  readonly count: number;
  /** Sources that could not be read: worth telling only when decryption fails. */
  readonly problems: readonly Diagnostic[];
  /** Places looked at, for messages. */
  readonly searched: readonly string[];
}

export interface IdentitySources {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Absolute path of the user's home folder. */
  readonly home: string;
  /** Absolute paths of further identity files. */
  readonly ageKeyFiles: readonly string[];
}

/**
 * Collects age identities and SSH keys where sops looks for them (SOPS_AGE_KEY, SOPS_AGE_KEY_FILE,
 * SOPS_AGE_SSH_PRIVATE_KEY_FILE, ~/.ssh, the default file) and in the given files, all pooled. Never fails: a source that cannot be used is a problem
 * of the result. SOPS_AGE_KEY_CMD is not run.
 */
export async function loadIdentities(sources: IdentitySources): Promise<Identities> {
  const pool = new Pool();
  const { SOPS_AGE_KEY: key, SOPS_AGE_KEY_FILE: file, SOPS_AGE_KEY_CMD: command } = sources.env;
  pool.search('SOPS_AGE_KEY');
  if (key !== undefined && key !== '') pool.addText(key, 'SOPS_AGE_KEY');
  if (file === undefined || file === '') pool.search('SOPS_AGE_KEY_FILE');
  else await pool.addFile(file, { required: true });
  if (command !== undefined && command !== '') {
    pool.problem('SOPS_AGE_KEY_CMD is set, but Gantry runs no command to get a key');
  }
  const { SOPS_AGE_SSH_PRIVATE_KEY_FILE: sshFile } = sources.env;
  if (sshFile !== undefined && sshFile !== '') await pool.addFile(sshFile, { required: true });
  for (const name of ['id_ed25519', 'id_rsa']) {
    await pool.addFile(join(sources.home, '.ssh', name), { required: false });
  }
  await pool.addFile(defaultKeyFile(sources), { required: false });
  for (const path of sources.ageKeyFiles) await pool.addFile(path, { required: true });
  return pool.finish();
}

/** The bytes wrapped in an armored age file, opened with whichever identity fits. */
export async function unwrapWith(identities: Identities, enc: string): Promise<Buffer | undefined> {
  return identities.count === 0 ? undefined : unwrapKey(enc, LoadedIdentities.openerOf(identities));
}

class LoadedIdentities implements Identities {
  readonly count: number;
  readonly problems: readonly Diagnostic[];
  readonly searched: readonly string[];
  readonly #opener: Opener;

  constructor(opener: Opener, facts: Identities) {
    this.count = facts.count;
    this.problems = facts.problems;
    this.searched = facts.searched;
    this.#opener = opener;
  }

  static openerOf(identities: Identities): Opener {
    if (!(identities instanceof LoadedIdentities))
      throw new Error('identities not from loadIdentities');
    return identities.#opener;
  }
}

class Pool {
  readonly #identities: string[] = [];
  readonly #sshKeys: SshPrivateKey[] = [];
  readonly #problems: Diagnostic[] = [];
  readonly #searched: string[] = [];

  search(place: string): void {
    this.#searched.push(place);
  }

  problem(message: string): void {
    this.#problems.push(errorAt('secrets/identity-source', message));
  }

  async addFile(path: string, { required }: { required: boolean }): Promise<void> {
    this.search(path);
    try {
      this.addText(await readFile(path, 'utf8'), path);
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? 'unreadable';
      if (required || code !== 'ENOENT')
        this.problem(`cannot read the identity file ${path} (${code})`);
    }
  }

  #addSshKey(text: string, place: string): void {
    const key = parseSshPrivateKey(text);
    if (key === 'locked')
      this.problem(`${place} is protected by a passphrase, which Gantry does not ask for`);
    else if (key === undefined) this.problem(`${place} holds no SSH key that age knows`);
    else this.#sshKeys.push(key);
  }

  /** Identity text: one per line (several in a line since sops 3.13), `#` starts a comment line. */
  addText(text: string, place: string): void {
    if (/^-----BEGIN (?:[A-Z ]+ )?PRIVATE KEY-----/.test(text)) {
      this.#addSshKey(text, place);
      return;
    }
    if (/^(?:age-encryption|-----BEGIN AGE)/.test(text)) {
      this.problem(`${place} is protected by a passphrase, which Gantry does not ask for`);
      return;
    }
    const lines = text.split('\n').map((line) => line.trim());
    const identities = lines.filter((line) => line !== '' && !line.startsWith('#'));
    for (const identity of identities.flatMap((line) => line.split(/\s+/))) {
      if (identity.startsWith('AGE-SECRET-KEY-')) this.#identities.push(identity);
      else this.problem(`${place} holds a line that is no age identity Gantry can use`);
    }
  }

  finish(): Identities {
    const identities = [...new Set(this.#identities)];
    const { opener, rejected } = openerFor(identities, this.#sshKeys);
    if (rejected.length > 0) this.problem(`${rejected.length} age identities are malformed`);
    return new LoadedIdentities(opener, {
      count: identities.length - rejected.length + this.#sshKeys.length,
      problems: this.#problems,
      searched: this.#searched,
    });
  }
}

function defaultKeyFile({ env, home }: IdentitySources): string {
  const xdg = env['XDG_CONFIG_HOME'];
  const fallback =
    process.platform === 'darwin'
      ? join(home, 'Library', 'Application Support')
      : join(home, '.config');
  return join(xdg !== undefined && xdg !== '' ? xdg : fallback, 'sops', 'age', 'keys.txt');
}
