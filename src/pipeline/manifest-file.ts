import type { Diagnostic } from '../core/diagnostic.ts';
import { sha256 } from '../core/digest.ts';
import { canonicalJson } from '../core/json.ts';
import type { ManifestFile } from '../core/manifest-file.ts';
import type { KubernetesObject } from '../core/object.ts';
import { collectPlaceholders } from '../references/collect.ts';

interface ModuleEntry {
  readonly output: string;
  readonly encrypt: boolean;
  readonly placeholders: boolean;
  readonly objects: readonly unknown[];
}

/** Builds the manifest file of a module; unreadable placeholders are the diagnostics. */
export function manifestFile(
  module: string,
  entry: ModuleEntry,
  manifestsDir: string,
): { readonly file: ManifestFile; readonly diagnostics: readonly Diagnostic[] } {
  const path = `${manifestsDir}/${entry.output}`;
  // The bundle keeps objects opaque; validation (rule schema/object) tells those that are none.
  const objects = entry.objects as readonly KubernetesObject[];
  const collected = entry.placeholders
    ? collectPlaceholders(objects, path)
    : { placements: [], diagnostics: [] };
  const file: ManifestFile = {
    module,
    output: entry.output,
    path,
    encrypt: entry.encrypt,
    objects,
    placements: collected.placements,
    digest: sha256(canonicalJson([...objects])),
  };
  return { file, diagnostics: collected.diagnostics };
}
