import { errorAt, type Diagnostic } from '../../core/diagnostic.ts';

/** A module and the manifest file it becomes. */
export interface Output {
  readonly module: string;
  readonly output: string;
}

/** Where files go. */
export interface Layout {
  readonly manifestsDir: string;
  readonly lockFile: string;
}

/**
 * Whether modules can become the files that they name: no two of them one file (`layout/duplicate-output`), also where
 * names that differ in case or in how an accent is written are the same; no name that a lock file or a mapping cannot
 * hold (`layout/name`); none that is the lock file (`layout/lock-file`).
 */
export function checkOutputs(outputs: readonly Output[], layout: Layout): Diagnostic[] {
  return [
    ...outputs.flatMap(checkName),
    ...duplicates(outputs),
    ...outputs.flatMap((output) => checkLockFile(output, layout)),
  ];
}

/** Lines of the lock file end at a line feed, and a terminal obeys what else is below the blank. */
const UNFIT = /\p{Cc}|[\u2028\u2029]/u;

function checkName({ module }: Output): Diagnostic[] {
  const isUnfit = UNFIT.test(module) || module.split(/[/.]/).includes('__proto__');
  if (!isUnfit) return [];
  const shown = JSON.stringify(module);
  return [
    errorAt('layout/name', `a module cannot be called ${shown}`, {
      file: module,
      help: 'rename it: no control characters or line breaks, and no `__proto__`',
    }),
  ];
}

function duplicates(outputs: readonly Output[]): Diagnostic[] {
  const byName = new Map<string, Output[]>();
  for (const output of outputs) {
    const name = folded(output.output);
    byName.set(name, [...(byName.get(name) ?? []), output]);
  }
  return [...byName.values()]
    .filter((found) => found.length > 1)
    .map((found) => {
      const names = found.map(({ module }) => module).join(' and ');
      const files = [...new Set(found.map(({ output }) => output))];
      const differ = files.length > 1 ? ', which are one file where case does not count' : '';
      return errorAt(
        'layout/duplicate-output',
        `${names} both become ${files.join(', ')}${differ}`,
        {
          file: files[0] ?? '',
          help: 'rename one of the modules, or start its name with `_` so that it is no module of its own',
        },
      );
    });
}

function checkLockFile(
  { module, output }: Output,
  { manifestsDir, lockFile }: Layout,
): Diagnostic[] {
  if (folded(`${manifestsDir}/${output}`) !== folded(lockFile)) return [];
  return [
    errorAt('layout/lock-file', `${module} becomes ${lockFile}, which settings.lockFile names`, {
      file: module,
      help: 'rename the module, or give the lock file another path',
    }),
  ];
}

function folded(path: string): string {
  return path.normalize('NFC').toLowerCase().replace(/^\.\//, '').replaceAll(/\/+/g, '/');
}
