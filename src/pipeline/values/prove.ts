import { errorAt, type Diagnostic } from '../../core/diagnostic.ts';
import type { Json, JsonObject } from '../../core/json.ts';
import { toDotted, toPointer, type Path } from '../../core/pointer.ts';
import { failure, success, type Result } from '../../core/result.ts';
import { evaluateExpression } from '../../nix/expression.ts';
import { libraryFolder } from '../../nix/library.ts';
import { fromJson, printNix } from '../../nix/print.ts';
import { differences } from './compare-objects.ts';
import { withoutValues } from './without-values.ts';

/** The release that a module shall make. */
export interface Target {
  readonly name: string;
  readonly namespace: string | null;
  readonly kubernetesVersion: string;
  readonly values: JsonObject;
}

/** What nix/convert.nix gives: findings about the values, or the objects of the values and of the module. */
type Evaluated =
  | { readonly findings: readonly { readonly path: Path; readonly message: string }[] }
  | { readonly expected: Json[]; readonly converted: Json[] };

/** Evaluates values and module in one run and gives the objects when they are the same. */
export async function prove(
  module: string,
  target: Target,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Result<readonly Json[]>> {
  const request = fromJson({ ...target });
  const entry = printNix(`${libraryFolder()}/nix/convert.nix`);
  const evaluated = await evaluateExpression(
    `import ${entry} (${request} // { module = ${module}; })`,
    environment,
  );
  if (!evaluated.ok) {
    return failure(...evaluated.diagnostics.map((found) => withoutInput(found, target.values)));
  }
  // As text, which has all digits of floats in every version of Nix.
  const answer = JSON.parse(evaluated.value as string) as Evaluated;
  if ('findings' in answer) {
    return failure(...answer.findings.map((found) => refused(found, target.values)));
  }
  const found = differences(answer.expected, answer.converted, target.namespace);
  if (found.length === 0) return success(answer.expected);
  return failure(
    ...found.map((sentence) =>
      errorAt('values/different', `the module would not give the same objects: ${sentence}`),
    ),
  );
}

/** What upstream's rules refuse, one finding each; `pointer` is the path below the values. */
function refused(
  { path, message }: { readonly path: Path; readonly message: string },
  values: JsonObject,
): Diagnostic {
  const place = toDotted(['values', ...path]);
  const separator = /^(is|must|needs|has|may|can|cannot)\b/.test(message) ? ' ' : ': ';
  return errorAt('values/refused', `${place}${separator}${withoutValues(message, values)}`, {
    pointer: toPointer(path),
  });
}

/** A template string that goes wrong, or a failure of Nix itself. */
function withoutInput(found: Diagnostic, values: JsonObject): Diagnostic {
  const isOfRelease = found.message.startsWith('release ‘');
  return {
    ...found,
    code: isOfRelease ? 'values/refused' : found.code,
    message: withoutValues(found.message, values),
  };
}
