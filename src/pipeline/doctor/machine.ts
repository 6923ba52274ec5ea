import { sharedStore } from '../../nix/store.ts';
import { run } from '../../process/run.ts';
import type { RunOptions } from '../options.ts';
import { problem, type Finding } from './finding.ts';

const INSTALL_NIX = 'install Nix: sh <(curl -L https://nixos.org/nix/install)';
const OLDEST_NIX: Version = [2, 8];
const OLDEST_NODE_20: Version = [20, 19];

type Version = readonly [major: number, minor: number];

/** The Node that runs this. */
export function checkNode(version: string): Finding {
  const known = readVersion(version) ?? [0, 0];
  const ok = known[0] >= 22 || (known[0] === 20 && isAtLeast(known, OLDEST_NODE_20));
  return {
    name: 'node',
    ok,
    detail: version,
    ...(ok ? {} : { help: 'install Node 20.19 or newer, but not 21' }),
  };
}

/** The program nix, whoever made it. */
export async function checkNix(): Promise<Finding> {
  const name = 'nix';
  const { missing, stdout } = await run({ program: 'nix', args: ['--version'] });
  if (missing) return { name, ok: false, detail: 'not on PATH', help: INSTALL_NIX };
  const detail = stdout.trim();
  const version = readVersion(detail.replace(/\(.*\)/, ''));
  const ok = version !== undefined && isAtLeast(version, OLDEST_NIX);
  return { name, ok, detail, ...(ok ? {} : { help: 'Gantry needs Nix 2.8 or newer' }) };
}

/** Where evaluations keep what they copy: a store below the cache folder, for flakes the machine's. */
export async function checkStore(environment: RunOptions['environment']): Promise<Finding> {
  const store = await sharedStore(environment);
  if (!store.ok) return problem('store', store.diagnostics);
  const { root } = store.value;
  const detail = root === '' ? "Nix's own" : `${root}, because this user cannot use Nix's own`;
  return { name: 'store', ok: true, detail };
}

/** Gantry switches on what it needs; `nix run` and `nix flake check` are the user's. */
export async function checkFlakes(environment: RunOptions['environment']): Promise<Finding> {
  const store = await sharedStore(environment);
  if (!store.ok) return problem('flakes', store.diagnostics);
  // The function is there only while the feature is on, and the command only while its own is.
  const { exitCode, stdout } = await run({
    program: 'nix',
    args: ['eval', '--json', '--expr', 'builtins ? getFlake', ...store.value.args],
  });
  if (exitCode === 0 && stdout.trim() === 'true') return { name: 'flakes', ok: true, detail: 'on' };
  return {
    name: 'flakes',
    ok: false,
    detail: 'off: gantry works, `nix run` and `nix flake check` do not',
    help: 'write `experimental-features = nix-command flakes` into ~/.config/nix/nix.conf',
  };
}

/** Flakes read what git tracks. */
export async function checkGit(): Promise<Finding> {
  const { missing, stdout } = await run({ program: 'git', args: ['--version'] });
  if (!missing) return { name: 'git', ok: true, detail: stdout.trim() };
  return { name: 'git', ok: false, detail: 'not on PATH', help: 'install git: flakes need it' };
}

function readVersion(text: string): Version | undefined {
  const match = /(\d+)\.(\d+)/.exec(text);
  return match === null ? undefined : [Number(match[1]), Number(match[2])];
}

function isAtLeast([major, minor]: Version, [wanted, least]: Version): boolean {
  return major > wanted || (major === wanted && minor >= least);
}
