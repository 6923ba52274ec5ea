import { spawnSync } from 'node:child_process';
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

/** Runs `nix` in a folder. Its downloads go to a port where nobody answers, so that one fails the test. */
export function nix(folder: string, args: readonly string[]): Ended {
  const ended = spawnSync('nix', args, {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    env: {
      ...process.env,
      NIX_CONFIG: 'experimental-features = nix-command flakes\nsubstituters =',
      https_proxy: 'http://127.0.0.1:9',
    },
  });
  return { code: ended.status, stdout: ended.stdout, stderr: ended.stderr };
}

/** Whether there is a `nix` to evaluate with. */
export const nixEvaluates = nixSucceeds(['eval', '--expr', '1']);

/**
 * Whether this machine's store builds with the host's programs: not with a sandbox, and not for a user
 * without a store.
 */
export const nixBuilds =
  nixEvaluates &&
  nixSucceeds([
    ...['build', '--no-link', '--impure', '--expr'],
    `(builtins.getFlake "${standIn}").legacyPackages.\${builtins.currentSystem}.runCommand "probe" { } "node --version >$out"`,
  ]);

function nixSucceeds(args: readonly string[]): boolean {
  return nix('.', args).code === 0;
}
