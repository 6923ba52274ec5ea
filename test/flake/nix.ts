import { spawnSync } from 'node:child_process';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** How a program ended. */
export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** The stand-in for nixpkgs as a flake reference; `path:` because it is used from other repositories too. */
export const standIn = `path:${fileURLToPath(new URL('../fixtures/nixpkgs', import.meta.url))}`;

/** The options that put the stand-in in the place of Gantry's nixpkgs. */
export const offline = ['--override-input', 'nixpkgs', standIn, '--no-write-lock-file'];

/** What the apps of a test's flake need: its Gantry and its nixpkgs lie on this machine. */
export const LOCAL_INPUTS = ['--allow', 'local-inputs'];

/** Runs an app of the flake in a folder. */
export function nixRun(folder: string, app: string, args: readonly string[] = []): Ended {
  return nix(folder, ['run', `.#${app}`, '--', ...args, ...LOCAL_INPUTS]);
}

/** Runs `nix` in a folder. Its downloads go to a port where nobody answers, so that one fails the test. */
export function nix(folder: string, args: readonly string[]): Ended {
  return nixWith(storeIsUsable ? {} : { NIX_REMOTE: ownStore }, folder, args);
}

// A user whom the machine's store refuses can evaluate with one of their own, but build nothing.
const ownStore = join(
  process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'),
  'gantry/test-store',
);
const storeIsUsable = nixWith({}, '.', ['eval', '--expr', '1']).code === 0;

/** Whether there is a `nix` to evaluate with. */
export const nixEvaluates = nixSucceeds(['eval', '--expr', '1']);

/** Whether this machine's store builds with the host's programs: not with a sandbox. */
export const nixBuilds =
  storeIsUsable &&
  nixSucceeds([
    ...['build', '--no-link', '--impure', '--expr'],
    `(builtins.getFlake "${standIn}").legacyPackages.\${builtins.currentSystem}.runCommand "probe" { } "node --version >$out"`,
  ]);

function nixSucceeds(args: readonly string[]): boolean {
  return nix('.', args).code === 0;
}

function nixWith(store: NodeJS.ProcessEnv, folder: string, args: readonly string[]): Ended {
  const ended = spawnSync('nix', args, {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    env: {
      ...process.env,
      ...store,
      NIX_CONFIG: 'experimental-features = nix-command flakes\nsubstituters =',
      https_proxy: 'http://127.0.0.1:9',
    },
  });
  return { code: ended.status, stdout: ended.stdout, stderr: ended.stderr };
}
