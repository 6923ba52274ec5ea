import { errorAt, type Diagnostic } from '../../core/diagnostic.ts';
import { failure, success, type Result } from '../../core/result.ts';
import type { Grants } from '../grants.ts';
import type { DeclaredInput } from './declared.ts';
import {
  isLocalNode,
  isPinned,
  isOfSource,
  isSameSource,
  lockedNodes,
  type FlakeLock,
} from './lock.ts';
import { isLocal } from './reference.ts';

/**
 * Compares what a flake declares with what its lock file holds. Codes `flake/unlocked`, `flake/local-input`: nothing is
 * fetched that the committed lock file does not name, and nothing of this machine.
 */
export function checkInputs(
  declared: readonly DeclaredInput[],
  lock: FlakeLock,
  { localInputs }: Grants,
): Result<void> {
  const found = [
    ...(localInputs ? [] : localFindings(declared, lock)),
    ...unlockedFindings(declared, lock),
  ];
  return found.length === 0 ? success(undefined) : failure(...found);
}

function localFindings(declared: readonly DeclaredInput[], lock: FlakeLock): Diagnostic[] {
  const asked = declared.filter(({ source }) => source !== undefined && isLocal(source));
  const nodes = new Set(asked.map(({ path }) => nodeAt(lock, path)));
  const locked = lockedNodes(lock).filter(([, node]) => isLocalNode(node) && !nodes.has(node));
  const names = [...asked.map(({ path }) => path.join('/')), ...locked.map(([name]) => name)];
  if (names.length === 0) return [];
  return [
    errorAt('flake/local-input', `on this machine lie the flake inputs ${names.join(', ')}`, {
      file: 'flake.nix',
      help: 'Nix would copy them into its store, which everybody can read; name remote sources, or run with `--allow local-inputs`',
    }),
  ];
}

function unlockedFindings(declared: readonly DeclaredInput[], lock: FlakeLock): Diagnostic[] {
  const missing = declared.filter((input) => !isLocked(input, lock)).map(({ path }) => path);
  const loose = lockedNodes(lock).filter(([, node]) => !isPinned(node));
  const names = new Set([...missing.map((path) => path.join('/')), ...loose.map(([name]) => name)]);
  if (names.size === 0) return [];
  return [
    errorAt(
      'flake/unlocked',
      `flake.lock does not hold what flake.nix asks for: ${[...names].join(', ')}`,
      {
        file: 'flake.lock',
        help: 'run `nix flake lock`, look at what it changed, and add flake.lock to git',
      },
    ),
  ];
}

/** What follows another input is fetched as that one. */
function isLocked({ path, source }: DeclaredInput, lock: FlakeLock): boolean {
  if (source === undefined) return true;
  const { original = {}, locked = {} } = nodeAt(lock, path) ?? {};
  if (isSameSource(original, source)) return true;
  // Nix 2.8 keeps what the input itself asked for as the original of one that it was given.
  return path.length > 1 && isOfSource(locked, source);
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
