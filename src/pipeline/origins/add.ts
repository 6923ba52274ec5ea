import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { decodePositions, type Definition, type Positions } from '../../bridge/positions.ts';
import { warningAt, type Diagnostic, type Origin } from '../../core/diagnostic.ts';
import { isJsonObject } from '../../core/json.ts';
import type { ManifestFile } from '../../core/manifest-file.ts';
import { describeObject, type KubernetesObject } from '../../core/object.ts';
import { fromPointer } from '../../core/pointer.ts';
import { evaluatePositions } from '../evaluate-project.ts';
import type { RunOptions } from '../options.ts';
import { definitionTrees } from './definition-tree.ts';
import { findDefinition, type Known, type Target } from './find.ts';
import { Source } from './source.ts';
import { valueAt } from './value-at.ts';

interface Project {
  /** Real path of the project root. */
  readonly root: string;
  readonly files: readonly ManifestFile[];
}

/**
 * The findings with the place in the Nix source that defines what they complain about. It takes a second evaluation, of
 * the modules with findings alone; nothing is evaluated when there are none but infos, or when the bundle was given. When
 * it fails, a warning says so (`nix/origins`).
 */
export async function addOrigins(
  diagnostics: readonly Diagnostic[],
  { root, files }: Project,
  options: RunOptions,
): Promise<readonly Diagnostic[]> {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const modules = new Set(
    diagnostics.filter(needsOrigin).flatMap(({ file }) => byPath.get(file ?? '')?.module ?? []),
  );
  if (modules.size === 0 || options.bundleFile !== undefined) return diagnostics;
  const evaluated = await evaluatePositions(root, [...modules], options);
  if (!evaluated.ok) return [...diagnostics, withoutOrigins(evaluated.diagnostics[0]?.message)];
  const positions = decodePositions(evaluated.value);
  if (positions === undefined)
    return [...diagnostics, withoutOrigins('the `gantry` flake input is of another version')];
  const modulesOf = modulesIn(positions, root);
  return diagnostics.map((diagnostic) => {
    const file = byPath.get(diagnostic.file ?? '');
    const module = file === undefined ? undefined : modulesOf(file.module);
    if (file === undefined || module === undefined || diagnostic.origin !== undefined)
      return diagnostic;
    const origin = originOf(diagnostic, file, module);
    return origin === undefined ? diagnostic : { ...diagnostic, origin };
  });
}

function withoutOrigins(why = 'Nix says nothing'): Diagnostic {
  return warningAt('nix/origins', `the lines that defined these values could not be found: ${why}`);
}

function needsOrigin({ severity, origin }: Diagnostic): boolean {
  return severity !== 'info' && origin === undefined;
}

interface LocatedModule {
  readonly known: Known;
  readonly source: Source;
  /** The file of the module itself, when it lies in the project. */
  readonly file: string | undefined;
}

/** The modules with what is known of their definitions, each prepared once. */
function modulesIn(positions: Positions, root: string) {
  const source = new Source(root);
  const prepared = new Map<string, LocatedModule>();
  const prepare = ({ file, definitions }: Positions[string]): LocatedModule => {
    const own = definitions.flatMap((definition) => {
      const inside = inProject(definition.file, root);
      return inside === undefined ? [] : [{ ...definition, file: inside }];
    });
    const isWritten = (definition: Definition) => source.isWritten(definition);
    const known = { definitions: own, trees: definitionTrees(own), isWritten };
    return { known, source, file: inProject(file, root) };
  };
  return (name: string): LocatedModule | undefined => {
    const located = positions[name];
    if (located === undefined) return undefined;
    const module = prepared.get(name) ?? prepare(located);
    prepared.set(name, module);
    return module;
  };
}

/** The nearest definition, else the file of the module. */
function originOf(
  diagnostic: Diagnostic,
  { objects }: ManifestFile,
  { known, source, file }: LocatedModule,
): Origin | undefined {
  const target = targetOf(diagnostic, objects);
  const found = target === undefined ? undefined : findDefinition(known, target);
  if (found !== undefined) return source.originOf(found);
  return file === undefined ? undefined : { file };
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

/** A path below the project root; copies in the Nix store are led back to the working tree. */
function inProject(file: string, root: string): string | undefined {
  if (file.startsWith(`${root}/`)) return file.slice(root.length + 1);
  const stored = /\/nix\/store\/[^/]+\/(.*)$/.exec(file)?.[1];
  if (stored === undefined) return undefined;
  // The root of the flake may lie above that of the project.
  const parts = stored.split('/');
  return parts
    .map((_, index) => parts.slice(index).join('/'))
    .find((path) => existsSync(join(root, path)));
}
