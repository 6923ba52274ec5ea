import { errorAt, type Diagnostic } from '../../core/diagnostic.ts';
import type { JsonObject } from '../../core/json.ts';
import { fromPointer } from '../../core/pointer.ts';
import { failure, success, type Result } from '../../core/result.ts';
import { printName, printNix } from '../../nix/print.ts';
import { liftArguments, type ReleaseArguments } from './lift.ts';
import { largeNumbers, missingNamespace, usesNamespace } from './notes.ts';
import { prove } from './prove.ts';
import { readReleaseSource, type ReleaseSource } from './read-source.ts';

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
  const { values, isFlux, locate } = source.value;
  const name = conversion.name ?? source.value.name;
  const namespace = conversion.namespace ?? source.value.namespace;
  if (name === undefined) return failure(nameless());
  const { kubernetesVersion, environment } = conversion;
  const target = { name, namespace: namespace ?? null, kubernetesVersion, values };
  let refusal: Result<never> = failure();
  for (const args of [liftArguments(values), { values }]) {
    const module = moduleText(name, namespace, args);
    const proof = await prove(module, target, environment);
    if (!proof.ok) {
      refusal = failure(...proof.diagnostics.map((found) => located(found, locate)));
      continue;
    }
    const needed = isFlux || usesNamespace(values, proof.value);
    const notes = namespace === undefined && needed ? [missingNamespace(isFlux)] : [];
    const diagnostics = [...source.value.diagnostics, ...largeNumbers(values), ...notes];
    return success({ module, objects: proof.value.length, diagnostics });
  }
  return refusal;
}

/** A finding with the place of what it is about; its pointer is the path below the values. */
function located(found: Diagnostic, locate: ReleaseSource['locate']): Diagnostic {
  const { pointer, ...rest } = found;
  const origin = pointer === undefined ? undefined : locate(fromPointer(pointer));
  return origin === undefined ? rest : { ...rest, origin };
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

function nameless(): Diagnostic {
  return errorAt('use/release-name', 'values do not say what their release is called', {
    help: 'add `--name NAME`, the name that Helm knew the release by: it stands in the names of its objects',
  });
}
