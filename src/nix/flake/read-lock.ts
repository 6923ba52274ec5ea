import { join } from 'node:path';
import { errorAt } from '../../core/diagnostic.ts';
import { failure, success, type Result } from '../../core/result.ts';
import { readText } from '../../fs/read.ts';
import { flakeLockSchema, rootHasSource, type FlakeLock } from './lock.ts';

/** A flake without a lock file locks nothing. */
const EMPTY: FlakeLock = { version: 7, root: 'root', nodes: { root: {} } };

/** Versions that this program knows how to read; they name the same things. */
const KNOWN = new Set([5, 6, 7]);

/** The lock file of a flake, or one that holds nothing where there is none. Code `flake/unreadable` for another document. */
export function readFlakeLock(folder: string): Result<FlakeLock> {
  const text = readText(join(folder, 'flake.lock'), 'flake.lock');
  if (!text.ok) return text;
  if (text.value === undefined) return success(EMPTY);
  const parsed = flakeLockSchema.safeParse(parse(text.value));
  if (parsed.success && KNOWN.has(parsed.data.version) && !rootHasSource(parsed.data))
    return success(parsed.data);
  return failure(
    errorAt('flake/unreadable', 'flake.lock is no lock file of a flake', {
      file: 'flake.lock',
      help: 'restore it with git, or make it anew with `nix flake lock`',
    }),
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
