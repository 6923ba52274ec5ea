import { lstatSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { errorAt, type Diagnostic } from '../../core/diagnostic.ts';
import { isJsonObject } from '../../core/json.ts';
import { failure, success, type Result } from '../../core/result.ts';
import { run } from '../../process/run.ts';
import type { Grants } from '../grants.ts';
import { sharedStore } from '../store.ts';
import { repositoryOf } from '../repository.ts';

interface Wanted {
  readonly root: string;
  readonly flake: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly grants: Grants;
}

/**
 * The folder of a flake's flake.nix. On this machine it is the nearest one upwards within the git repository, and git
 * must track flake.nix and flake.lock, because Nix sees nothing else; a folder outside git would be copied into the store
 * with everything in it. A remote flake is fetched, without its inputs. Codes `flake/no-git`, `flake/untracked`,
 * `flake/missing`.
 */
export async function findFlake(wanted: Wanted): Promise<Result<string>> {
  const [address = '', query] = (wanted.flake.split('#')[0] ?? '').split('?');
  const parameters = new URLSearchParams(query);
  const dir = parameters.get('dir') ?? '';
  const local = /^(?:git\+file:\/\/)?([./].*)?$/.exec(address);
  // Another revision than the working tree is fetched like a remote one.
  if (local !== null && !parameters.has('ref') && !parameters.has('rev')) return findLocal(resolve(wanted.root, local[1] ?? '.'), dir);
  if (/^path:/.test(address) && !wanted.grants.localInputs) return failure(noGit(address));
  return fetchFlake(wanted, dir);
}

async function findLocal(start: string, dir: string): Promise<Result<string>> {
  const repository = repositoryOf(start);
  if (repository === undefined) return failure(noGit(start));
  const folder = dir === '' ? nearestFlake(start, repository) : join(repository, dir);
  if (folder === undefined || !isFile(join(folder, 'flake.nix'))) return failure(missing(start));
  const present = ['flake.nix', 'flake.lock'].filter((name) => isThere(join(folder, name)));
  const listed = await run({
    program: 'git',
    args: ['ls-files', '-z', '--', ...present],
    cwd: folder,
  });
  if (listed.exitCode !== 0) return failure(noGit(folder));
  const tracked = new Set(listed.stdout.split('\0'));
  const unseen = present.filter((name) => !tracked.has(name) || !isFile(join(folder, name)));
  return unseen.length === 0 ? success(folder) : failure(...unseen.map(untracked));
}

function nearestFlake(start: string, repository: string): string | undefined {
  for (let folder = start; folder.length >= repository.length; folder = dirname(folder)) {
    if (isFile(join(folder, 'flake.nix'))) return folder;
  }
  return undefined;
}

async function fetchFlake({ flake, root, environment }: Wanted, dir: string): Promise<Result<string>> {
  const store = await sharedStore(environment);
  if (!store.ok) return store;
  const reference = flake.split('#')[0] ?? '';
  const fetched = await run({
    program: 'nix',
    args: [
      ...['flake', 'prefetch', '--json', ...store.value.args],
      ...['--option', 'experimental-features', 'nix-command flakes', reference],
    ],
    cwd: root,
  });
  const answer: unknown = fetched.exitCode === 0 ? JSON.parse(fetched.stdout) : undefined;
  const path = isJsonObject(answer ?? null) ? (answer as { storePath?: unknown }).storePath : undefined;
  if (typeof path === 'string') return success(join(store.value.root, path, dir));
  const said = fetched.stderr.trim().split('\n').at(-1) ?? '';
  return failure(errorAt('flake/missing', `${reference} cannot be fetched: ${said}`));
}

/** No link: what it leads to is not what Nix reads. */
function isFile(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

function noGit(place: string): Diagnostic {
  return errorAt('flake/no-git', `${place} is no git repository, so Nix would copy all of it into its store`, {
    help: 'run `git init` and `git add` what belongs to the project, or leave `--flake` out',
  });
}

function untracked(name: string): Diagnostic {
  return errorAt('flake/untracked', `${name} is no file that git tracks, so Nix would not see it`, {
    file: name,
    help: `run \`git add ${name}\`; a link has to be replaced by the file itself`,
  });
}

function missing(place: string): Diagnostic {
  return errorAt('flake/missing', `there is no flake.nix in ${place} or a folder above it in its repository`, {
    help: 'name the flake with --flake, or leave it out where the project has a gantry.nix',
  });
}
