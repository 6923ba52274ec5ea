import { join } from 'node:path';
import { errorAt } from '../core/diagnostic.ts';
import { failure, success, type Result } from '../core/result.ts';
import { readText } from '../fs/read.ts';
import { EMPTY_LOCK, parseLock, type LockFile } from './lock-file.ts';

/** The lock file as it stands; an absent one, or one of another format that is to be adopted, is empty. */
export interface PresentLock {
  readonly lock: LockFile;
  readonly text: string | undefined;
}

/** Reads the lock file. One of another format is `config/foreign-lock` unless `adopt` replaces it. */
export function readLock(root: string, lockFile: string, adopt: boolean): Result<PresentLock> {
  const text = readText(join(root, lockFile), lockFile);
  if (!text.ok) return text;
  if (text.value === undefined) return success({ lock: EMPTY_LOCK, text: undefined });
  const parsed = parseLock(text.value, lockFile);
  if (!parsed.ok) return parsed;
  if (parsed.value.kind === 'gantry') return success({ lock: parsed.value.lock, text: text.value });
  if (adopt) return success({ lock: EMPTY_LOCK, text: text.value });
  return failure(
    errorAt('config/foreign-lock', `${lockFile} is a lock file of another format`, {
      file: lockFile,
      help: 'replace it with --adopt, or name another file in settings.lockFile',
    }),
  );
}
