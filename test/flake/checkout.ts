import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('../../', import.meta.url));

/** A Git repository in a temporary folder. */
export interface Checkout {
  folder: string;
  remove: () => void;
}

/**
 * Copies what git would add of the working tree (new files too) and commits it in a repository of its
 * own: flakes see only tracked files, and a test must not touch the index of the real one.
 */
export function checkout(): Checkout {
  const folder = mkdtempSync(join(tmpdir(), 'gantry-flake-'));
  for (const path of filesOfWorkingTree()) {
    cpSync(join(repository, path), join(folder, path), { verbatimSymlinks: true });
  }
  git(folder, ['init', '--quiet']);
  commitAll(folder);
  return {
    folder,
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Commits every change in a folder made by `checkout`. */
export function commitAll(folder: string): void {
  git(folder, ['add', '--all']);
  git(folder, ['commit', '--quiet', '--no-gpg-sign', '--message', 'state']);
}

/**
 * The environment of git by nobody's settings (a hook sets GIT_DIR, a user hooks). Time and author are always the same,
 * so that the same files are the same revision: Nix then copies and evaluates it once for all test files.
 */
export function gitEnvironment(): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'));
  const people = ['AUTHOR', 'COMMITTER'].map((role) => ({
    [`GIT_${role}_NAME`]: 'you',
    [`GIT_${role}_EMAIL`]: 'you@example.org',
    [`GIT_${role}_DATE`]: '2026-01-01T00:00:00Z',
  }));
  return Object.assign(
    { ...Object.fromEntries(inherited), GIT_CONFIG_GLOBAL: '/dev/null' },
    ...people,
  );
}

/** Runs git in a folder and gives its output. */
export function git(folder: string, args: readonly string[]): string {
  return execFileSync('git', args, { cwd: folder, encoding: 'utf8', env: gitEnvironment() });
}

function filesOfWorkingTree(): string[] {
  const listed = git(repository, ['ls-files', '-z', '--cached', '--others', '--exclude-standard']);
  const deleted = git(repository, ['ls-files', '-z', '--deleted']).split('\0');
  return listed.split('\0').filter((path) => path !== '' && !deleted.includes(path));
}
