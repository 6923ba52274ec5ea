import type { RunOptions } from '../pipeline/options.ts';
import { projectRoot } from '../pipeline/project-root.ts';

/** The project root for source lines in messages; undefined when there is no project. */
export async function findRoot(options: RunOptions): Promise<string | undefined> {
  const root = await projectRoot(options);
  return root.ok ? root.value : undefined;
}
