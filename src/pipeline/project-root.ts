import type { Result } from '../core/result.ts';
import { findProject } from '../fs/project.ts';
import type { RunOptions } from './options.ts';

/** The root of the project that a run is for. */
export function projectRoot(
  options: Pick<RunOptions, 'cwd' | 'project' | 'flake' | 'bundleFile'>,
): Promise<Result<string>> {
  const { cwd, project, flake, bundleFile } = options;
  return findProject(cwd, project, flake !== undefined || bundleFile !== undefined);
}
