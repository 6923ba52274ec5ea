import type { Diagnostic } from '../core/diagnostic.ts';
import { success, type Result } from '../core/result.ts';
import { resolveReferences } from '../references/resolve.ts';
import { checkInjected } from '../validation/injected.ts';
import { takesTextOnly } from '../validation/schema/node-at.ts';
import type { SchemaRegistry } from '../validation/schema/registry.ts';
import { substitute } from '../references/substitute.ts';
import type { ManifestFile } from '../core/manifest-file.ts';
import type { Tree } from '../core/tree.ts';
import { referencesOf } from './facts.ts';
import { gmanifests } from './gmanifests.ts';
import type { RunOptions } from './options.ts';
import { storesOf } from './prepare.ts';

/** A reference of a project and whether it resolves. */
export interface ReportedReference {
  readonly name: string;
  readonly resolves: boolean;
  readonly modules: readonly string[];
}

/** What `gantry vmanifests` shows. */
export interface ReferencesReport {
  readonly references: readonly ReportedReference[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Resolves every reference of the project, done files included, and checks the injected values. Writes nothing. */
export async function reportReferences(options: RunOptions): Promise<Result<ReferencesReport>> {
  const generated = await gmanifests(options);
  if (!generated.ok) return generated;
  const { files, registry, diagnostics } = generated.value;
  const references = referencesOf(files);
  const resolved = await resolveReferences(
    [...references.values()],
    storesOf(generated.value, options),
  );
  const injected = files.flatMap((file) => checkFile(file, resolved.values, registry));
  return success({
    references: [...references.keys()].sort().map((name) => ({
      name,
      resolves: resolved.values.has(name),
      modules: files.filter((file) => referencesOf([file]).has(name)).map(({ module }) => module),
    })),
    diagnostics: [...diagnostics, ...resolved.diagnostics, ...injected],
  });
}

/** A file is checked when all of its references resolve. */
function checkFile(
  file: ManifestFile,
  values: ReadonlyMap<string, Tree>,
  registry: SchemaRegistry,
): Diagnostic[] {
  const isComplete = [...referencesOf([file]).keys()].every((name) => values.has(name));
  if (!isComplete) return [];
  const { path, objects, placements } = file;
  const substituted = substitute({
    ...{ file: path, objects, placements, values },
    takesText: (object, place) => takesTextOnly(registry, object, place),
  });
  return substituted.ok
    ? checkInjected(file, substituted.value, registry)
    : [...substituted.diagnostics];
}
