import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Whether an outside program is on PATH: tests that need it skip otherwise. */
export function has(program: string): boolean {
  return find(program) !== undefined;
}

/** Where a program of PATH lies. */
export function find(program: string): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.map((folder) => join(folder, program)).find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Whether the `yq` on PATH is mikefarah's: Debian has another program of that name, which wraps jq. */
export function hasYq(): boolean {
  if (!has('yq')) return false;
  return spawnSync('yq', ['--version'], { encoding: 'utf8' }).stdout.includes('mikefarah');
}
