import * as z from 'zod';
import { codegenTargetSchema } from '../../bridge/project.ts';
import { errorAt, type Diagnostic } from '../../core/diagnostic.ts';
import { isJsonObject } from '../../core/json.ts';
import { didYouMean } from '../../core/near-miss.ts';
import { all, failure, success, type Result } from '../../core/result.ts';
import { nixString } from '../../nix/arguments.ts';
import { evaluate } from '../../nix/evaluate.ts';
import { libraryFolder } from '../../nix/library.ts';
import { projectEvaluator } from '../project-evaluator.ts';
import { projectRoot } from '../project-root.ts';
import { collectDocument, WHOLE_DOCUMENT, type Ask } from './collect-document.ts';
import type { CodegenRequest, ProjectTargets, ReadTarget, ReadTargets } from './request.ts';

/** The codegen targets of a project, read in one evaluation where all of it can be evaluated. */
export async function readProject(
  request: CodegenRequest,
  source: ProjectTargets,
): Promise<Result<ReadTargets>> {
  const root = await projectRoot({ cwd: request.cwd, ...source });
  if (!root.ok) return root;
  const asking = await projectAsk(root.value, request, source);
  if (!asking.ok) return asking;
  const ask = asking.value;
  const listed = await list(ask, source.names);
  if (!listed.ok) return listed;
  const { names, targets } = listed.value;
  const wrong = wrongNames(source.names, names);
  if (wrong.length > 0) return failure(...wrong);
  const read = await Promise.all(
    Object.entries(targets).map(([name, listing]) => complete(name, listing, ask)),
  );
  const collected = all(read);
  return collected.ok
    ? success({ root: root.value, sources: root.value, targets: collected.value })
    : collected;
}

async function projectAsk(
  root: string,
  request: CodegenRequest,
  { flake }: ProjectTargets,
): Promise<Result<Ask>> {
  const chosen = flake === undefined ? {} : { flake };
  const evaluator = await projectEvaluator(root, { ...request, ...chosen });
  if (!evaluator.ok) return evaluator;
  const common = { projectRoot: root, library: libraryFolder(), inFlake: flake !== undefined };
  return success(async (view) => {
    const part = { codegen: view };
    const evaluated = await evaluate({ ...common, part, evaluator: evaluator.value });
    return evaluated.ok ? success(evaluated.value.value) : evaluated;
  });
}

const listedSchema = z.object({
  names: z.array(z.string()),
  targets: z.record(
    z.string(),
    z.object({ target: codegenTargetSchema, document: z.unknown().optional() }),
  ),
});

type Listed = z.infer<typeof listedSchema>;

/** All names, and the targets asked for: with their documents, or without them when one cannot be evaluated. */
async function list(ask: Ask, names: readonly string[]): Promise<Result<Listed>> {
  const whole = await ask(listing(names, `document = (${WHOLE_DOCUMENT}) target;`));
  const listed = whole.ok ? whole : await ask(listing(names, ''));
  if (!listed.ok) return listed;
  const parsed = listedSchema.safeParse(listed.value);
  if (parsed.success) return success(parsed.data);
  return failure(
    errorAt('config/contract', 'the codegen targets are not what this program reads', {
      help: 'take the `gantry` flake input and the `gantry` program from the same version of Gantry',
    }),
  );
}

function listing(names: readonly string[], more: string): string {
  const wanted = `builtins.elem name [ ${names.map(nixString).join(' ')} ]`;
  return [
    'targets: { names = builtins.attrNames targets; targets = builtins.listToAttrs (map',
    `(name: let target = targets.\${name}; in { inherit name; value = { target = { inherit (target) out format; }; ${more} }; })`,
    `(builtins.filter (name: ${names.length === 0 ? 'true' : wanted}) (builtins.attrNames targets))); }`,
  ].join(' ');
}

function wrongNames(asked: readonly string[], names: readonly string[]): Diagnostic[] {
  if (names.length === 0) {
    return [
      errorAt('use/codegen-target', 'the project has no codegen targets', {
        help: 'write `codegen.NAME = { options = …; out = "generated/NAME.ts"; };` in gantry.nix, or use --options',
      }),
    ];
  }
  return asked
    .filter((name) => !names.includes(name))
    .map((name) =>
      errorAt('use/codegen-target', `there is no codegen target ${JSON.stringify(name)}`, {
        help: didYouMean(name, names) ?? `the project has ${names.join(', ')}`,
      }),
    );
}

async function complete(
  name: string,
  { target, document }: Listed['targets'][string],
  ask: Ask,
): Promise<Result<ReadTarget>> {
  const read = isJsonObject(document)
    ? success(document)
    : await collectDocument((view) => ask(`targets: (${view}) targets.\${${nixString(name)}}`));
  return read.ok
    ? success({ name, ...target, command: `gantry codegen ${name}`, document: read.value })
    : read;
}
