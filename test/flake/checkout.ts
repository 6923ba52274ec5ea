import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('../../', import.meta.url));

/** The variable that says where the shared checkout of a run is; test/global-setup.ts sets it. */
export const SHARED_CHECKOUT = 'GANTRY_SHARED_CHECKOUT';

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

/** Time and author are always the same: so the same files are the same revision, which Nix copies and evaluates once. */
export const sameCommits: Readonly<Record<string, string>> = {
  GIT_AUTHOR_NAME: 'you',
  GIT_AUTHOR_EMAIL: 'you@example.org',
  GIT_AUTHOR_DATE: '2026-01-01T00:00:00Z',
  GIT_COMMITTER_NAME: 'you',
  GIT_COMMITTER_EMAIL: 'you@example.org',
  GIT_COMMITTER_DATE: '2026-01-01T00:00:00Z',
};

/** The environment of git by nobody's settings: a hook sets GIT_DIR, a user hooks. */
export function gitEnvironment(): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'));
  return { ...Object.fromEntries(inherited), ...sameCommits, GIT_CONFIG_GLOBAL: '/dev/null' };
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
