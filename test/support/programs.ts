import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Whether an outside program is on PATH: tests that need it skip otherwise. */
export function has(program: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
