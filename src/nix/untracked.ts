import { run } from '../process/run.ts';
import { repositoryOf } from './repository.ts';

/** What modules are made of, and the project's rules; a flake sees nothing that git does not track. */
const SOURCES = ['*.nix', '*.json', '*.toml', 'gantry.rules.ts'];

/**
 * Files below a folder that git neither tracks nor ignores, as relative paths: invisible to a flake. None outside a
 * git repository, or where git cannot tell.
 */
export async function untrackedSources(folder: string): Promise<string[]> {
  if (repositoryOf(folder) === undefined) return [];
  const listed = await run({
    program: 'git',
    args: ['ls-files', '-z', '--others', '--exclude-standard', '--', ...SOURCES],
    cwd: folder,
  });
  if (listed.exitCode !== 0) return [];
  return listed.stdout.split('\0').filter((path) => path !== '');
}
