import type { GeneratedFile } from './generate.ts';

/** What generating again would change. */
export interface Drift {
  readonly path: string;
  readonly text: string;
  /** Lines as a unified diff shows them, without context: `-` what stands there, `+` what would. */
  readonly difference: readonly string[];
}

/**
 * The files whose bytes differ from what `current` reads (undefined: no such file). Two files of one
 * path are a bug of the targets.
 */
export function driftOf(
  files: readonly GeneratedFile[],
  current: (path: string) => string | undefined,
): Drift[] {
  const paths = files.map((file) => file.path);
  const twice = paths.find((path, index) => paths.indexOf(path) !== index);
  if (twice !== undefined) throw new Error(`two generated files are called ${twice}`);
  return files.flatMap(({ path, text }) => {
    const before = current(path);
    return before === text ? [] : [{ path, text, difference: differenceOf(before ?? '', text) }];
  });
}

/**
 * The lines between the common start and the common end: exact, though not minimal, and linear for
 * files of any size.
 */
function differenceOf(before: string, after: string): string[] {
  const old = before === '' ? [] : before.replace(/\n$/, '').split('\n');
  const fresh = after.replace(/\n$/, '').split('\n');
  let start = 0;
  while (start < old.length && start < fresh.length && old[start] === fresh[start]) start++;
  let end = 0;
  const most = Math.min(old.length, fresh.length) - start;
  while (end < most && old.at(-1 - end) === fresh.at(-1 - end)) end++;
  const removed = old.slice(start, old.length - end);
  const added = fresh.slice(start, fresh.length - end);
  const place = `@@ -${String(start + 1)},${String(removed.length)} +${String(start + 1)},${String(added.length)} @@`;
  return [place, ...removed.map((line) => `-${line}`), ...added.map((line) => `+${line}`)];
}
