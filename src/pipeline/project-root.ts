import type { Result } from '../core/result.ts';
import { findProject } from '../fs/project.ts';
import type { RunOptions } from './options.ts';

/** The root of the project that a run is for: a flake or a bundle file may say what the project is, in place of gantry.nix. */
export function projectRoot({
  cwd,
  project,
  flake,
  bundleFile,
}: Pick<RunOptions, 'cwd' | 'project' | 'flake' | 'bundleFile'>): Promise<Result<string>> {
  return findProject(cwd, project, flake !== undefined || bundleFile !== undefined);
}
