import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Person } from './person.ts';

export interface IdentitySources {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Absolute path of the user's home folder. */
  readonly home: string;
  /** Absolute paths of further identity files. */
  readonly ageKeyFiles: readonly string[];
  /** Who is asked for passphrases and by plugins; nobody when it is left out. */
  readonly person?: Person;
}

/** What was found, and everywhere that was looked. */
export interface FoundIdentities {
  readonly texts: readonly { readonly place: string; readonly bytes: Buffer }[];
  readonly commands: readonly { readonly place: string; readonly command: string }[];
  readonly searched: readonly string[];
  readonly problems: readonly string[];
}

const COMMANDS = ['SOPS_AGE_SSH_PRIVATE_KEY_CMD', 'SOPS_AGE_KEY_CMD'];
const FILES = ['SOPS_AGE_SSH_PRIVATE_KEY_FILE', 'SOPS_AGE_KEY_FILE'];

/** Looks where sops 3.13 looks, and into the given files. No command is run. */
export async function collectIdentities(sources: IdentitySources): Promise<FoundIdentities> {
  const { env } = sources;
  const set = (name: string): string[] => valueOf(env, name);
  const files = identityFiles(sources);
  const read = await Promise.all(files.map(readIdentityFile));
  const inline = set('SOPS_AGE_KEY').map((text) => ({
    place: 'SOPS_AGE_KEY',
    bytes: Buffer.from(text),
  }));
  const unset = [...FILES, ...COMMANDS].filter((name) => !env[name]);
  return {
    texts: [...inline, ...read.flatMap((file) => ('bytes' in file ? [file] : []))],
    commands: COMMANDS.flatMap((place) => set(place).map((command) => ({ place, command }))),
    searched: ['SOPS_AGE_KEY', ...unset, ...files.map(({ path }) => path)],
    problems: read.flatMap((file) => ('problem' in file ? [file.problem] : [])),
  };
}

/** The files that are looked into, whether they are there or not; relative ones as the environment gives them. */
export function identityFiles(sources: IdentitySources): IdentityFile[] {
  const { env, home, ageKeyFiles } = sources;
  const defaults = [
    ...['id_ed25519', 'id_rsa'].map((name) => join(home, '.ssh', name)),
    defaultKeyFile(sources),
  ];
  return [
    ...FILES.flatMap((name) => valueOf(env, name)).map((path) => ({ path, required: true })),
    ...defaults.map((path) => ({ path, required: false })),
    ...ageKeyFiles.map((path) => ({ path, required: true })),
  ];
}

function valueOf(env: IdentitySources['env'], name: string): string[] {
  return env[name] ? [env[name]] : [];
}

interface IdentityFile {
  readonly path: string;
  /** Named by somebody, not a default place. */
  readonly required: boolean;
}

async function readIdentityFile({
  path,
  required,
}: IdentityFile): Promise<{ place: string; bytes: Buffer } | { problem: string } | object> {
  try {
    return { place: path, bytes: await readFile(path) };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unreadable';
    if (!required && code === 'ENOENT') return {};
    return { problem: `cannot read the identity file ${path} (${code})` };
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
