import { readFileSync } from 'node:fs';
import { errorAt } from '../core/diagnostic.ts';
import { failure, success, type Result } from '../core/result.ts';

/** The error code of a failed file operation (`ENOENT`, `EACCES`…). Anything else is a bug and is thrown on. */
export function errorCode(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string')
    return error.code;
  throw error;
}

/**
 * Text of a file, or undefined when there is none. Code `config/unreadable` when it is there but cannot be read,
 * or is no UTF-8. It is read at once: a tree is many small files, and waiting for each costs five times the reading.
 *
 * @param path absolute
 * @param name how messages call the file
 */
export function readText(path: string, name: string): Result<string | undefined> {
  try {
    const bytes = readFileSync(path);
    return success(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return success(undefined);
    const reason = code === 'ERR_ENCODING_INVALID_ENCODED_DATA' ? 'it is not UTF-8' : code;
    return failure(
      errorAt('config/unreadable', `${name} cannot be read: ${reason}`, { file: name }),
    );
  }
}
