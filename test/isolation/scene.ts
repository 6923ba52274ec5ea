import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { git } from '../flake/checkout.ts';
import type { Places } from './attacks.ts';

/** What must be seen nowhere: outside the project, in its key file, in the environment. */
export const CANARIES = {
  outside: 'canary-outside-7d1f',
  identity: 'AGE-SECRET-KEY-1CANARYCANARYCANARYCANARYCANARYCANARYCANARYCANARYCANARYC',
  environment: 'canary-environment-40c2',
} as const;

/** A project with a key file that git ignores, things outside it, and a home of its own. */
export interface Scene {
  readonly places: Places;
  readonly environment: NodeJS.ProcessEnv;
  /** Folder of everything that evaluations may leave behind: caches and stores. */
  readonly home: string;
  readonly write: (path: string, text: string) => void;
  readonly remove: () => void;
}

/** Makes the scene in a temporary folder. */
export function makeScene(): Scene {
  const base = realpathSync(mkdtempSync(join(tmpdir(), 'gantry-isolation-')));
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(base, path)), { recursive: true });
    writeFileSync(join(base, path), text);
  };
  write('outside/key.txt', `${CANARIES.outside}\n`);
  write('outside/key.nix', `"${CANARIES.outside}"`);
  execFileSync('tar', ['-C', base, '-cf', join(base, 'key.tar'), 'outside']);
  write('repository/key.txt', CANARIES.outside);
  commit(join(base, 'repository'));
  write('project/gantry.nix', '{ gantry, ... }: gantry.mkProject { root = ./modules; }');
  write('project/local.agekey', `${CANARIES.identity}\n`);
  write('project/.gitignore', 'local.agekey\n');
  write('project/find.nix', 'builtins.readFile <x/key.txt>');
  write('project/x=/etc/.keep', '');
  write('project/x=/tmp/.keep', '');
  symlinkSync(join(base, 'outside'), join(base, 'project/link'));
  symlinkSync('local.agekey', join(base, 'project/key-link'));
  const home = join(base, 'home');
  mkdirSync(home);
  return {
    places: {
      outside: join(base, 'outside'),
      repository: join(base, 'repository'),
      revision: git(join(base, 'repository'), ['rev-parse', 'HEAD']).trim(),
      project: join(base, 'project'),
      sha256: createHash('sha256').update(`${CANARIES.outside}\n`).digest('hex'),
      narHash: narHash(join(base, 'outside')),
    },
    environment: {
      PATH: process.env['PATH'] ?? '',
      HOME: home,
      GANTRY_CANARY: CANARIES.environment,
      SOPS_AGE_KEY: CANARIES.identity,
      // Users turn flakes on, and more.
      NIX_CONFIG:
        'experimental-features = nix-command flakes\nextra-experimental-features = flakes\naccept-flake-config = true\nsubstituters =',
    },
    home,
    write: (path, text) => {
      write(`project/${path}`, text);
    },
    remove: () => {
      rmSync(base, { recursive: true, force: true });
    },
  };
}

function narHash(folder: string): string {
  const args = ['hash', 'path', '--extra-experimental-features', 'nix-command', folder];
  return execFileSync('nix', args, { encoding: 'utf8' }).trim();
}

/** Commits everything in a folder, a repository or not yet one. */
export function commit(folder: string): void {
  git(folder, ['init', '--quiet']);
  git(folder, ['add', '--all']);
  git(folder, ['commit', '--quiet', '--no-gpg-sign', '--allow-empty', '--message', 'state']);
}
