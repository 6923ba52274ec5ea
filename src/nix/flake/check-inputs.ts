import { errorAt, type Diagnostic } from '../../core/diagnostic.ts';
import { failure, success, type Result } from '../../core/result.ts';
import type { Grants } from '../grants.ts';
import { readDeclaredInputs, type DeclaredInput } from './declared.ts';
import { findFlake } from './find.ts';
import {
  fetchPrefixes,
  isLocalNode,
  isPinned,
  isSameSource,
  lockedNodes,
  type FlakeLock,
} from './lock.ts';
import { readFlakeLock } from './read-lock.ts';
import { isLocal } from './reference.ts';

interface Flake {
  /** Absolute: what a relative reference starts from. */
  readonly root: string;
  /** The flake reference. */
  readonly flake: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly grants: Grants;
}

/**
 * Compares what a flake declares with what its lock file holds, before Nix sees either: Nix fetches an input that is not
 * locked, a folder of this machine too, before it says that it should not have. Gives what the URLs of the inputs begin
 * with. Codes `flake/unlocked`, `flake/local-input`, `flake/unreadable`.
 */
export async function checkFlakeInputs(wanted: Flake): Promise<Result<string[]>> {
  const folder = await findFlake(wanted);
  if (!folder.ok) return folder;
  const [declared, lock] = await Promise.all([
    readDeclaredInputs(folder.value, wanted.environment),
    readFlakeLock(folder.value),
  ]);
  if (!declared.ok) return declared;
  if (!lock.ok) return lock;
  const found = [
    ...(wanted.grants.localInputs ? [] : localFindings(declared.value, lock.value)),
    ...unlockedFindings(declared.value, lock.value),
  ];
  if (found.length > 0) return failure(...found);
  const prefixes = lockedNodes(lock.value).flatMap(([, node]) => fetchPrefixes(node));
  return success([...new Set(prefixes)]);
}

function localFindings(declared: readonly DeclaredInput[], lock: FlakeLock): Diagnostic[] {
  const asked = declared.filter(({ source }) => source !== undefined && isLocal(source));
  const locked = lockedNodes(lock).filter(([, node]) => isLocalNode(node));
  const names = [...asked.map(({ path }) => path.join('/')), ...locked.map(([name]) => name)];
  return [...new Set(names)].map((name) =>
    errorAt('flake/local-input', `the flake input ${name} lies on this machine`, {
      file: 'flake.nix',
      help: 'Nix would copy it into its store, which everybody can read; name a remote source, or run with `--allow local-inputs`',
    }),
  );
}

function unlockedFindings(declared: readonly DeclaredInput[], lock: FlakeLock): Diagnostic[] {
  const missing = declared.filter((input) => !isLocked(input, lock)).map(({ path }) => path);
  const loose = lockedNodes(lock).filter(([, node]) => !isPinned(node));
  const names = [...missing.map((path) => path.join('/')), ...loose.map(([name]) => name)];
  return [...new Set(names)].map((name) =>
    errorAt('flake/unlocked', `flake.lock does not hold the input ${name} as flake.nix asks for it`, {
      file: 'flake.lock',
      help: 'run `nix flake lock`, look at what it changed, and add flake.lock to git',
    }),
  );
}

/** What follows another input is fetched as that one. */
function isLocked({ path, source }: DeclaredInput, lock: FlakeLock): boolean {
  if (source === undefined) return true;
  const node = nodeAt(lock, path);
  return node?.original !== undefined && isSameSource(node.original, source);
}

function nodeAt(lock: FlakeLock, path: readonly string[]) {
  let name: string | undefined = lock.root;
  for (const input of path) {
    const next: string | string[] | undefined = lock.nodes[name]?.inputs?.[input];
    if (typeof next !== 'string') return undefined;
    name = next;
  }
  return lock.nodes[name];
}
