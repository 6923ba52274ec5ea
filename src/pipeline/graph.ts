import type { Diagnostic } from '../core/diagnostic.ts';
import { success, type Result } from '../core/result.ts';
import { buildGraph } from '../validation/graph/build.ts';
import { graphToJson } from '../validation/graph/to-json.ts';
import { generateAnyway } from './gmanifests.ts';
import type { RunOptions } from './options.ts';
import { projectRoot } from './project-root.ts';
import { worldOf } from './world.ts';

/** The reference graph of a project as plain data, dangling references included, and what validation says. */
export interface ProjectGraph {
  readonly graph: ReturnType<typeof graphToJson>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Evaluates a project and looks at the references between its objects. Validation does not stop it. */
export async function projectGraph(options: RunOptions): Promise<Result<ProjectGraph>> {
  const root = await projectRoot(options);
  if (!root.ok) return root;
  const generated = await generateAnyway(root.value, options);
  if (!generated.ok) return generated;
  const { files, diagnostics } = generated.value;
  const graph = graphToJson(buildGraph(files, worldOf(generated.value)));
  return success({ graph, diagnostics });
}
