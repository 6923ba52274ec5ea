import { rmSync } from 'node:fs';

const paths = new Set<string>();

/**
 * Has a file or folder removed when this process ends by anything but SIGKILL: a signal leaves no time to wait for
 * what is under way. Call `keepOnExit` as soon as it is removed, renamed or somebody else's.
 */
export function removeOnExit(path: string): void {
  if (paths.size === 0) process.once('exit', removeAll);
  paths.add(path);
}

/** Takes back `removeOnExit`. */
export function keepOnExit(path: string): void {
  paths.delete(path);
  if (paths.size === 0) process.off('exit', removeAll);
}

function removeAll(): void {
  for (const path of paths) {
    try {
      rmSync(path, { recursive: true, force: true });
    } catch {
      // The others still go; the next run removes what is left.
    }
  }
}
