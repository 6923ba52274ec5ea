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

/**
 * The bundle with the objects of `kubernetes.imports` in their places. They cannot be read in Nix; everything that
 * depends on them (order, `kubenix/hash`) is made here, for the modules that have imports and no others. All
 * findings together, codes `imports/…`.
 */
export async function completeImports(
  bundle: Bundle,
  places: Places,
): Promise<Result<CompletedBundle>> {
  const open = Object.entries(bundle.modules).filter(([, { imports }]) => imports.length > 0);
  if (open.length === 0) return success(bundle);
  const diagnostics: Diagnostic[] = [];
  const modules: Record<string, CompletedModule> = { ...bundle.modules };
  for (const [name, module] of open) {
    const completed = await complete(name, module, places);
    if (completed.ok) modules[name] = completed.value;
    else diagnostics.push(...completed.diagnostics);
  }
  return diagnostics.length > 0 ? failure(...diagnostics) : success({ ...bundle, modules });
}

async function complete(
  name: string,
  module: Module,
  places: Places,
): Promise<Result<CompletedModule>> {
  const imported: ImportedObject[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const request of module.imports) {
    const read = await readImport(request, name, places);
    if (read.ok) imported.push(...read.value);
    else diagnostics.push(...read.diagnostics);
  }
  const own = module.objects as readonly KubernetesObject[];
  diagnostics.push(...doublesOf(own, imported, name));
  if (diagnostics.length > 0) return failure(...diagnostics);
  const [{ first, hash } = { first: [], hash: false }] = module.imports;
  const objects = arrange(own, imported, first);
  const ofOthers = new Set(imported.map(({ object }) => object));
  const foreign = objects.flatMap((object, index) => (ofOthers.has(object) ? [index] : []));
  return success({ ...module, objects: hash ? withHash(objects) : objects, foreign });
}
