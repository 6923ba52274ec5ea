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
  const author = ['-c', 'user.name=test', '-c', 'user.email=test@example.org'];
  git(folder, [...author, 'commit', '--quiet', '--no-gpg-sign', '--message', 'state']);
}

/** Runs git in a folder, by nobody's settings (a hook sets GIT_DIR, a user hooks), and gives its output. */
export function git(folder: string, args: readonly string[]): string {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'));
  const env = { ...Object.fromEntries(inherited), GIT_CONFIG_GLOBAL: '/dev/null' };
  return execFileSync('git', args, { cwd: folder, encoding: 'utf8', env });
}

function filesOfWorkingTree(): string[] {
  const listed = git(repository, ['ls-files', '-z', '--cached', '--others', '--exclude-standard']);
  const deleted = git(repository, ['ls-files', '-z', '--deleted']).split('\0');
  return listed.split('\0').filter((path) => path !== '' && !deleted.includes(path));
}
