import { realpath } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Command } from '../process/run.ts';
import { readablePaths } from './access.ts';
import { EVAL, restriction } from './arguments.ts';
import { libraryFolder } from './library.ts';
import { storeArguments } from './store.ts';

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
 * The `nix eval` command for one value. A project is evaluated as restricted as on the command line; everything else
 * may read what its user may read.
 */
export async function valueArguments(source: ValueSource, cwd: string): Promise<Command> {
  const store = await storeArguments(process.env);
  const { nixArguments = [] } = source;
  const args = [...EVAL, ...store, ...(await chosen(source, cwd)), ...nixArguments];
  return { program: 'nix', args, cwd };
}

async function chosen(source: ValueSource, cwd: string): Promise<string[]> {
  const { attr } = source;
  const attribute = attr === undefined ? [] : [attr];
  if ('flake' in source) {
    return [attr === undefined ? source.flake : `${source.flake}#${attr}`, '--no-write-lock-file'];
  }
  if ('file' in source) return ['-f', source.file, ...attribute];
  if ('expr' in source) return ['--impure', '--expr', source.expr, ...attribute];
  const library = libraryFolder();
  const project = await realpath(resolve(cwd, source.project));
  const restricted = restriction(library, readablePaths(project, []));
  return [
    ...restricted,
    '-f',
    `${library}/nix/cli.nix`,
    ...attribute,
    '--argstr',
    'project',
    project,
  ];
}
