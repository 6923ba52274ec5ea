import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

const TEMPORARY = /^\.gantry-\d+-\d+\.tmp$/;
let count = 0;

/** A new name for a file that becomes another one by rename. */
export function temporaryName(): string {
  count += 1;
  return `.gantry-${process.pid}-${count}.tmp`;
}

/** Removes what a killed run left behind, below `folder` and in `folder` itself. Call it under the run lock. */
export async function removeLeftovers(folder: string, recursive: boolean): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true, recursive }).catch(() => []);
  const leftovers = entries.filter((entry) => entry.isFile() && TEMPORARY.test(entry.name));
  await Promise.all(
    leftovers.map((entry) => rm(join(entry.parentPath, entry.name), { force: true })),
  );
}
