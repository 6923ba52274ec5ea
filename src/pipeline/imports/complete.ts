import type { Bundle } from '../../bridge/bundle.ts';
import type { Diagnostic } from '../../core/diagnostic.ts';
import type { KubernetesObject } from '../../core/object.ts';
import { failure, success, type Result } from '../../core/result.ts';
import { arrange } from './arrange.ts';
import { doublesOf } from './doubles.ts';
import { withHash } from './hash.ts';
import { readImport, type ImportedObject, type Places } from './read.ts';

type Module = Bundle['modules'][string];

/** A bundle whose imports are read. */
export type CompletedBundle = Omit<Bundle, 'modules'> & {
  readonly modules: Readonly<Record<string, CompletedModule>>;
};

/** A module that knows which of its objects others made, by their indexes. */
export type CompletedModule = Module & { readonly foreign?: readonly number[] };

/** A bundle with everything that its modules import. */
export interface Completed {
  readonly bundle: CompletedBundle;
  /** Of files that can be read, code `yaml/ambiguous`. */
  readonly warnings: readonly Diagnostic[];
}

/**
 * The bundle with the objects of `kubernetes.imports` in their places. They cannot be read in Nix; everything that
 * depends on them (order, `kubenix/hash`) is made here, for the modules that have imports and no others. All
 * findings together, codes `imports/…`.
 */
export async function completeImports(bundle: Bundle, places: Places): Promise<Result<Completed>> {
  const open = Object.entries(bundle.modules).filter(([, { imports }]) => imports.length > 0);
  const diagnostics: Diagnostic[] = [];
  const warnings: Diagnostic[] = [];
  const modules: Record<string, CompletedModule> = { ...bundle.modules };
  for (const [name, module] of open) {
    const completed = await complete(name, module, places);
    if (!completed.ok) diagnostics.push(...completed.diagnostics);
    else {
      modules[name] = completed.value.module;
      warnings.push(...completed.value.warnings);
    }
  }
  const told = new Map(warnings.map((warning) => [JSON.stringify(warning), warning]));
  if (diagnostics.length > 0) return failure(...diagnostics);
  return success({ bundle: { ...bundle, modules }, warnings: [...told.values()] });
}

/** The bundle by its contract, which knows nothing of who made an object. */
export function byContract(bundle: CompletedBundle): Bundle {
  const modules = Object.entries(bundle.modules).map(([name, module]): [string, Module] => {
    const members = Object.entries(module).filter(([key]) => key !== 'foreign');
    return [name, Object.fromEntries(members) as unknown as Module];
  });
  return { ...bundle, modules: Object.fromEntries(modules) };
}

interface Read {
  readonly module: CompletedModule;
  readonly warnings: readonly Diagnostic[];
}

async function complete(name: string, module: Module, places: Places): Promise<Result<Read>> {
  const imported: ImportedObject[] = [];
  const warnings: Diagnostic[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const request of module.imports) {
    const read = await readImport(request, name, places);
    if (read.ok) {
      imported.push(...read.value.objects);
      warnings.push(...read.value.warnings);
    } else diagnostics.push(...read.diagnostics);
  }
  const own = module.objects as readonly KubernetesObject[];
  diagnostics.push(...doublesOf(own, imported, name));
  if (diagnostics.length > 0) return failure(...diagnostics);
  const [{ first, hash } = { first: [], hash: false }] = module.imports;
  const objects = arrange(own, imported, first);
  const ofOthers = new Set(imported.map(({ object }) => object));
  const foreign = objects.flatMap((object, index) => (ofOthers.has(object) ? [index] : []));
  const finished = { ...module, objects: hash ? withHash(objects) : objects, foreign };
  return success({ module: finished, warnings });
}
