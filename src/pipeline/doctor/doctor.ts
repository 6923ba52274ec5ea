import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { RunOptions } from '../options.ts';
import { projectRoot } from '../project-root.ts';
import { problem, type Finding } from './finding.ts';
import { checkFlakes, checkGit, checkNix, checkNode, checkStore } from './machine.ts';
import { checkProject } from './project.ts';

/** Looks at the machine and, where there is one, at the project. Writes nothing and opens nothing. */
export async function doctor(options: RunOptions): Promise<Finding[]> {
  const root = await projectRoot(options);
  const isFlake = root.ok && existsSync(join(root.value, 'flake.nix'));
  const machine = [
    checkNode(process.versions.node),
    await checkNix(),
    await checkStore(options.environment),
    ...(isFlake ? [await checkFlakes(options.environment)] : []),
    await checkGit(),
  ];
  if (root.ok) return [...machine, ...(await checkProject(root.value, options))];
  return [...machine, problem('project', root.diagnostics)];
}
