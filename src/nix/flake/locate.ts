import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { errorAt } from '../../core/diagnostic.ts';
import { failure, success, type Result } from '../../core/result.ts';
import type { Grants } from '../grants.ts';
import { repositoryOf } from '../repository.ts';
import { splitAt } from './reference.ts';

/** Where a flake is: a source that can be fetched, and the folder of the flake.nix in it. */
export interface FlakeLocation {
  /** Flake reference of the whole source. */
  readonly reference: string;
  /** "" for the top of the source. */
  readonly dir: string;
  /** What stands behind `#`. */
  readonly fragment: string | undefined;
}

/**
 * Reads a flake reference as the command line of Nix does: a folder of this machine means the nearest flake.nix upwards
 * in its git repository, of which git's files alone are taken. Code `flake/no-git` for a folder outside of git, which
 * Nix would copy into its store with all that is in it.
 */
export function locateFlake(flake: string, cwd: string, grants: Grants): Result<FlakeLocation> {
  const [whole, fragment] = splitAt(flake, '#');
  const [address, query] = splitAt(whole, '?');
  const parameters = new URLSearchParams(query);
  const dir = parameters.get('dir') ?? '';
  parameters.delete('dir');
  const rest = parameters.size === 0 ? '' : `?${parameters.toString()}`;
  const path = /^(?:git\+file:\/\/)?([./].*)?$/.exec(address);
  if (path !== null) return inRepository(resolve(cwd, path[1] ?? '.'), { dir, rest, fragment });
  if (address.startsWith('path:') && !grants.localInputs) return failure(noGit(address));
  return success({ reference: address + rest, dir, fragment });
}

interface Parts {
  readonly dir: string;
  readonly rest: string;
  readonly fragment: string | undefined;
}

function inRepository(start: string, { dir, rest, fragment }: Parts): Result<FlakeLocation> {
  const repository = repositoryOf(start);
  if (repository === undefined) return failure(noGit(start));
  const folder = dir === '' ? nearestFlake(start, repository) : join(start, dir);
  if (folder === undefined) {
    return failure(
      errorAt('flake/missing', `there is no flake.nix in ${start} or above it in its repository`, {
        help: 'name the flake with --flake, or leave it out where the project has a gantry.nix',
      }),
    );
  }
  const reference = `git+file://${encodeURI(repository)}${rest}`;
  return success({ reference, dir: relative(repository, folder), fragment });
}

function nearestFlake(start: string, repository: string): string | undefined {
  for (let folder = start; folder.length >= repository.length; folder = dirname(folder)) {
    if (existsSync(join(folder, 'flake.nix'))) return folder;
  }
  return undefined;
}

function noGit(place: string) {
  return errorAt(
    'flake/no-git',
    `${place} is no git repository, so Nix would copy all of it into its store`,
    {
      help: 'run `git init` and `git add` what belongs to the project, or leave `--flake` out',
    },
  );
}
