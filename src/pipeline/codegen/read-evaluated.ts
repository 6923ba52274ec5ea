import { resolve } from 'node:path';
import * as z from 'zod';
import { codegenTargetSchema } from '../../bridge/project.ts';
import { errorAt } from '../../core/diagnostic.ts';
import { failure, success, type Result } from '../../core/result.ts';
import { readJson } from '../../fs/read-json.ts';
import { projectRoot } from '../project-root.ts';
import type { CodegenRequest, EvaluatedTargets, ReadTargets } from './request.ts';

/** What packaging/checks.nix hands over. */
const evaluatedSchema = z.object({
  sources: z.string(),
  library: z.string(),
  targets: z.record(z.string(), z.object({ target: codegenTargetSchema, document: z.unknown() })),
});

/** The codegen targets of a project as its flake evaluated them: all that is needed is in one JSON file. */
export async function readEvaluated(
  request: CodegenRequest,
  source: EvaluatedTargets,
): Promise<Result<ReadTargets>> {
  const root = await projectRoot({ cwd: request.cwd, ...source });
  if (!root.ok) return root;
  const json = await readJson(resolve(request.cwd, source.bundleFile));
  if (!json.ok) return json;
  const parsed = evaluatedSchema.safeParse(json.value);
  if (!parsed.success) {
    return failure(
      errorAt(
        'config/contract',
        `${source.bundleFile} does not hold the codegen targets of a project`,
        {
          help: 'it is what the `checks.codegen` of mkChecks passes; take both from one version of Gantry',
        },
      ),
    );
  }
  const { sources, library, targets } = parsed.data;
  const named = Object.entries(targets).map(([name, { target, document }]) => ({
    name,
    command: `gantry codegen ${name}`,
    ...target,
    document,
  }));
  return success({ root: root.value, sources, library, targets: named });
}
