import { closeSync, openSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';

/**
 * Makes an empty file and opens it for writing; rejects with EEXIST when there is one. The file is there when this
 * returns to the event loop: one that another thread were still to make when a signal ends the process would come after
 * everything that is removed then, and stay.
 */
export async function createFile(path: string, mode: number): Promise<FileHandle> {
  closeSync(openSync(path, 'wx', mode));
  return open(path, 'r+');
}
