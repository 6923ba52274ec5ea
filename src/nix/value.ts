import { realpath } from 'node:fs/promises';
import { resolve } from 'node:path';
import { success, type Result } from '../core/result.ts';
import type { Command } from '../process/run.ts';
import { readablePaths } from './access.ts';
import { NO_GRANTS } from './grants.ts';
import { isolated, unrestricted } from './isolation.ts';
import { libraryFolder } from './library.ts';
import { projectStore, sharedStore } from './store.ts';

/** A value that a program asks for; `attr` is its attribute path. */
export type ValueSource = {
  readonly attr?: string;
  readonly nixArguments?: readonly string[];
} & (
  | { readonly flake: string }
  | { readonly file: string }
  | { readonly expr: string }
  | { readonly project: string }
);

/**
 * The `nix eval` command for one value. A project is evaluated as isolated as on the command line; everything else may
 * read what its user may read.
 */
export async function valueArguments(source: ValueSource, cwd: string): Promise<Result<Command>> {
  const { attr, nixArguments = [] } = source;
  const attribute = attr === undefined ? [] : [attr];
  const started = 'project' in source ? await ofProject(source.project, cwd) : await free();
  if (!started.ok) return started;
  const chosen =
    'flake' in source
      ? [attr === undefined ? source.flake : `${source.flake}#${attr}`, '--no-write-lock-file']
      : 'file' in source
        ? ['-f', source.file, ...attribute]
        : 'expr' in source
          ? ['--impure', '--expr', source.expr, ...attribute]
          : attribute;
  return success({ program: 'nix', args: [...started.value, ...chosen, ...nixArguments], cwd });
}

/** The program that asks is its user's own, as are the files and flakes that it names. */
async function free(): Promise<Result<string[]>> {
  const store = await sharedStore(process.env);
  return store.ok ? success(unrestricted(store.value)) : store;
}

async function ofProject(folder: string, cwd: string): Promise<Result<string[]>> {
  const project = await realpath(resolve(cwd, folder));
  const store = await projectStore(process.env, project);
  if (!store.ok) return store;
  const library = libraryFolder();
  const readable = readablePaths(project, []);
  const begin = isolated({ library, readable, store: store.value, grants: NO_GRANTS });
  return success([...begin, '-f', `${library}/nix/cli.nix`, '--argstr', 'project', project]);
}
