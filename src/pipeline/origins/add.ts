import type { Bundle } from '../../bridge/bundle.ts';
import { decodePositions, type Positions } from '../../bridge/positions.ts';
import { warningAt, type Diagnostic, type Origin } from '../../core/diagnostic.ts';
import { isJsonObject } from '../../core/json.ts';
import type { ManifestFile } from '../../core/manifest-file.ts';
import { describeObject, type KubernetesObject } from '../../core/object.ts';
import { fromPointer } from '../../core/pointer.ts';
import { evaluatePositions } from '../evaluate-project.ts';
import type { RunOptions } from '../options.ts';
import { findDefinition, type Target } from './find.ts';
import { locatedModule } from './located-module.ts';
import { Source } from './source.ts';
import { valueAt } from './value-at.ts';

interface Project {
  /** Real path of the project root. */
  readonly root: string;
  readonly files: readonly ManifestFile[];
  readonly bundle: Bundle;
}

/**
 * The findings with the place in the Nix source that defines what they complain about. It takes a second evaluation, of
 * the modules with findings alone; nothing is evaluated when there are none but infos, or when the bundle was given. When
 * it fails, a warning says so (`nix/origins`).
 */
export async function addOrigins(
  diagnostics: readonly Diagnostic[],
  project: Project,
  options: RunOptions,
): Promise<readonly Diagnostic[]> {
  const byPath = new Map(project.files.map((file) => [file.path, file]));
  const modules = new Set(
    diagnostics.filter(needsOrigin).flatMap(({ file }) => byPath.get(file ?? '')?.module ?? []),
  );
  if (modules.size === 0 || options.bundleFile !== undefined) return diagnostics;
  const evaluated = await evaluatePositions(project.root, [...modules], options);
  if (!evaluated.ok) return [...diagnostics, withoutOrigins(evaluated.diagnostics[0]?.message)];
  const positions = decodePositions(evaluated.value);
  if (positions === undefined)
    return [...diagnostics, withoutOrigins('the `gantry` flake input is of another version')];
  const originIn = await originsOf(positions, project);
  return diagnostics.map((diagnostic) => {
    const file = byPath.get(diagnostic.file ?? '');
    if (file === undefined || diagnostic.origin !== undefined) return diagnostic;
    const origin = originIn(file.module, targetOf(diagnostic, file.objects));
    return origin === undefined ? diagnostic : { ...diagnostic, origin };
  });
}

function withoutOrigins(why = 'Nix says nothing'): Diagnostic {
  return warningAt('nix/origins', `the lines that defined these values could not be found: ${why}`);
}

function needsOrigin({ severity, origin }: Diagnostic): boolean {
  return severity !== 'info' && origin === undefined;
}

/** The object of a finding, which may be an item of a List: its pointer then begins at the List. */
function targetOf(
  { object: described, pointer }: Diagnostic,
  objects: readonly KubernetesObject[],
): Target | undefined {
  const path = fromPointer(pointer ?? '');
  const object = objects.find((candidate) => {
    const at = candidate.kind === 'List' ? valueAt(candidate, path.slice(0, 2)) : candidate;
    return isJsonObject(at) && describeObject(at) === described;
  });
  return object === undefined ? undefined : { object, path };
}

/** For each module: the nearest definition, else the imported file, else the file of the module. */
async function originsOf(positions: Positions, { root, bundle }: Project) {
  const source = new Source(root);
  const prepared = Object.entries(positions).map(async ([name, given]) => {
    const module = locatedModule(given, source);
    const imports = bundle.modules[name]?.imports ?? [];
    const imported = await importedBy(
      imports.map(({ file }) => module.inProject(file)),
      source,
    );
    return [name, { ...module, imported }] as const;
  });
  const modules = new Map(await Promise.all(prepared));
  return (name: string, target: Target | undefined): Origin | undefined => {
    const { known, file, imported } = modules.get(name) ?? {};
    const found = known && target && findDefinition(known, target);
    if (found !== undefined) return source.originOf(found);
    const other = target && imported?.(target);
    return other ?? (file === undefined ? undefined : { file });
  };
}

/** Few modules import files; the others do not pay for reading YAML. */
async function importedBy(files: readonly (string | undefined)[], source: Source) {
  const inside = files.filter((file) => file !== undefined);
  if (inside.length === 0) return undefined;
  const { findImported } = await import('./imported.ts');
  const texts = inside.map((file) => ({ file, text: source.text(file) }));
  return (target: Target) => findImported(texts, target);
}
