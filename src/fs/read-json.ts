import { readFile } from 'node:fs/promises';
import { errorAt } from '../core/diagnostic.ts';
import { failure, success, type Result } from '../core/result.ts';
import { errorCode } from './read.ts';

/** The JSON document that an option of the command line names; `use/json-file` when there is none. */
export async function readJson(path: string): Promise<Result<unknown>> {
  try {
    return success(JSON.parse(await readFile(path, 'utf8')) as unknown);
  } catch (error) {
    const reason = error instanceof SyntaxError ? 'it is not JSON' : errorCode(error);
    return failure(errorAt('use/json-file', `${path} cannot be read: ${reason}`));
  }
}
