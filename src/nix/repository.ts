import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The git repository that a folder lies in: the nearest folder upwards with a `.git`; undefined outside of any. */
export function repositoryOf(folder: string): string | undefined {
  for (let candidate = folder; ; candidate = dirname(candidate)) {
    if (existsSync(join(candidate, '.git'))) return candidate;
    if (candidate === dirname(candidate)) return undefined;
  }
}
