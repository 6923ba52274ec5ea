import { errorAt, type Diagnostic } from '../../core/diagnostic.ts';
import { type Json, type JsonObject } from '../../core/json.ts';
import { failure, success, type Result } from '../../core/result.ts';
import { evaluateExpression } from '../../nix/expression.ts';
import { libraryFolder } from '../../nix/library.ts';
import { printName, printNix } from '../../nix/print.ts';
import { differences } from './compare-objects.ts';
import { liftArguments, type ReleaseArguments } from './lift.ts';
import { readReleaseSource } from './read-source.ts';

/** What to convert, and what the text does not say itself. */
export interface Conversion {
  readonly text: string;
  readonly name?: string;
  readonly namespace?: string;
  readonly kubernetesVersion: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** A module that makes the same objects as the values, and how many those are. */
export interface Converted {
  readonly module: string;
  readonly objects: number;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Turns app-template values, or a HelmRelease, into a module with one release. Both are evaluated, and the objects must
 * be the same: a module that says it with typed arguments is preferred, one that carries the values as they are is next,
 * and `values/different` tells where even that is not the same.
 */
export async function convertValues(conversion: Conversion): Promise<Result<Converted>> {
  const source = readReleaseSource(conversion.text, 'stdin');
  if (!source.ok) return source;
  const { values, diagnostics } = source.value;
  const name = conversion.name ?? source.value.name;
  const namespace = conversion.namespace ?? source.value.namespace;
  if (name === undefined) return failure(nameless());
  const { kubernetesVersion, environment } = conversion;
  const target = { name, namespace: namespace ?? null, kubernetesVersion, values };
  let found: Result<Converted> = failure();
  for (const args of [liftArguments(values), { values }]) {
    const module = moduleText(name, namespace, args);
    const proof = await prove(module, target, environment);
    if (proof.ok) return success({ module, objects: proof.value, diagnostics });
    found = proof;
  }
  return found;
}

function moduleText(name: string, namespace: string | undefined, args: ReleaseArguments): string {
  const all: JsonObject = namespace === undefined ? args : { namespace, ...args };
  return `{
  submodules.instances.${printName(name)} = {
    submodule = "release";

    args = ${printNix(all, 4)};
  };
}
`;
}

interface Target {
  readonly name: string;
  readonly namespace: string | null;
  readonly kubernetesVersion: string;
  readonly values: JsonObject;
}

/** Evaluates values and module in one run and gives the number of objects when they are the same. */
async function prove(
  module: string,
  target: Target,
  environment: Conversion['environment'],
): Promise<Result<number>> {
  const request = JSON.stringify(target);
  const entry = printNix(`${libraryFolder()}/nix/convert.nix`);
  const evaluated = await evaluateExpression(
    `import ${entry} (builtins.fromJSON ${printNix(request)} // { module = ${module}; })`,
    environment,
  );
  if (!evaluated.ok) return failure(...evaluated.diagnostics.map(asFinding));
  const { expected, converted } = evaluated.value as { expected: Json[]; converted: Json[] };
  const found = differences(expected, converted, target.namespace);
  if (found.length === 0) return success(expected.length);
  return failure(
    ...found.map((sentence) =>
      errorAt('values/different', `the module would not give the same objects: ${sentence}`),
    ),
  );
}

/** What upstream's rules refuse is a finding about the values, not a failure of Nix. */
function asFinding(diagnostic: Diagnostic): Diagnostic {
  const refused = diagnostic.message.includes('the values do not fit app-template');
  return refused ? { ...diagnostic, code: 'values/refused' } : diagnostic;
}

function nameless(): Diagnostic {
  return errorAt('use/release-name', 'values do not say what their release is called', {
    help: 'add `--name NAME`, the name that Helm knew the release by: it stands in the names of its objects',
  });
}
