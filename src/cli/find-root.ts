import { findProject } from '../fs/project.ts';
import type { RunOptions } from '../pipeline/options.ts';

/** The project root for source lines in messages; undefined when there is no project. */
export async function findRoot({ cwd, project }: RunOptions): Promise<string | undefined> {
  const root = await findProject(cwd, project);
  return root.ok ? root.value : undefined;
}
