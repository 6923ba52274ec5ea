import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { errorAt, type Diagnostic } from '../core/diagnostic.ts';
import { failure, success, type Result } from '../core/result.ts';

/** The error code of a failed file operation (`ENOENT`, `EACCES`…). Anything else is a bug and is thrown on. */
export function errorCode(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string')
    return error.code;
  throw error;
}

/**
 * Text of a file, or undefined when there is none. Code `config/unreadable` when it is there but cannot be read, is no
 * UTF-8, or is a pipe or device, which would hold this process. It is read at once: a tree is many small files, and
 * waiting for each costs five times the reading.
 *
 * @param path absolute
 * @param name how messages call the file
 */
export function readText(path: string, name: string): Result<string | undefined> {
  return decoded(name, () => readRegular(path));
}

/** The same for a file that somebody names on the command line, which may be a pipe: `<(command)`, `/dev/stdin`. */
export function readGivenText(path: string, name: string): Result<string | undefined> {
  return decoded(name, () => readFileSync(path));
}

/** Opened without waiting: a pipe that nobody writes to would be waited for. */
function readRegular(path: string): Buffer | undefined {
  const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const stats = fstatSync(file);
    // Reading a folder fails by itself, with the code that says so.
    return stats.isFile() || stats.isDirectory() ? readFileSync(file) : undefined;
  } finally {
    closeSync(file);
  }
}

function decoded(name: string, read: () => Buffer | undefined): Result<string | undefined> {
  try {
    const bytes = read();
    if (bytes === undefined) return failure(unreadable(name, 'it is a pipe, a socket or a device'));
    return success(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return success(undefined);
    const isText = code !== 'ERR_ENCODING_INVALID_ENCODED_DATA';
    return failure(unreadable(name, isText ? code : 'it is not UTF-8'));
  }
}

function unreadable(name: string, reason: string): Diagnostic {
  return errorAt('config/unreadable', `${name} cannot be read: ${reason}`, { file: name });
}
