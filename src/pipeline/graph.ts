import { success, type Result } from '../core/result.ts';
import { buildGraph } from '../validation/graph/build.ts';
import { graphToJson } from '../validation/graph/to-json.ts';
import { generateAnyway } from './gmanifests.ts';
import type { RunOptions } from './options.ts';
import { projectRoot } from './project-root.ts';
import { worldOf } from './world.ts';

/** The reference graph of a project as plain data, dangling references included. */
export async function projectGraph(
  options: RunOptions,
): Promise<Result<ReturnType<typeof graphToJson>>> {
  const root = await projectRoot(options);
  if (!root.ok) return root;
  const generated = await generateAnyway(root.value, options);
  if (!generated.ok) return generated;
  return success(graphToJson(buildGraph(generated.value.files, worldOf(generated.value))));
}
