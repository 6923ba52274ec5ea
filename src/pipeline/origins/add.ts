import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { decodePositions, type Positions } from '../../bridge/positions.ts';
import { warningAt, type Diagnostic, type Origin } from '../../core/diagnostic.ts';
import type { ManifestFile } from '../../core/manifest-file.ts';
import { describeObject } from '../../core/object.ts';
import { fromPointer } from '../../core/pointer.ts';
import { evaluatePositions } from '../evaluate-project.ts';
import type { RunOptions } from '../options.ts';
import { findDefinition } from './find.ts';

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
  return diagnostics.map((diagnostic) => {
    const file = byPath.get(diagnostic.file ?? '');
    const origin = file === undefined ? undefined : originOf(diagnostic, file, { positions, root });
    return origin === undefined ? diagnostic : { ...diagnostic, origin };
  });
}

function withoutOrigins(why = 'Nix says nothing'): Diagnostic {
  return warningAt('nix/origins', `the lines that defined these values could not be found: ${why}`);
}

function needsOrigin({ severity, origin }: Diagnostic): boolean {
  return severity !== 'info' && origin === undefined;
}

interface Places {
  readonly positions: Positions;
  readonly root: string;
}

/** The nearest definition, else the file of the module. */
function originOf(
  diagnostic: Diagnostic,
  { module, objects }: ManifestFile,
  { positions, root }: Places,
): Origin | undefined {
  const known = positions[module];
  if (known === undefined || diagnostic.origin !== undefined) return diagnostic.origin;
  const object = objects.find((candidate) => describeObject(candidate) === diagnostic.object);
  const own = known.definitions.flatMap((definition) => {
    const file = inProject(definition.file, root);
    return file === undefined ? [] : [{ ...definition, file }];
  });
  const found =
    object === undefined
      ? undefined
      : findDefinition(own, { object, path: fromPointer(diagnostic.pointer ?? '') });
  if (found !== undefined) return { file: found.file, line: found.line, column: found.column };
  const file = inProject(known.file, root);
  return file === undefined ? undefined : { file };
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
