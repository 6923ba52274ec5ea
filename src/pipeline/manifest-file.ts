import type { Diagnostic } from '../core/diagnostic.ts';
import { sha256, type Digest } from '../core/digest.ts';
import { canonicalJson } from '../core/json.ts';
import type { ManifestFile } from '../core/manifest-file.ts';
import type { KubernetesObject } from '../core/object.ts';
import type { Roll } from '../core/roll.ts';
import { record } from '../validation/graph/fields.ts';
import { collectPlaceholders } from '../references/collect.ts';
import { withChecksums, type Checksums } from './checksums.ts';

interface ModuleEntry {
  readonly output: string;
  readonly encrypt: boolean;
  readonly placeholders: boolean;
  readonly objects: readonly unknown[];
  readonly rolls: readonly Roll[];
  /** Releases of the module itself, by name. */
  readonly releases?: Readonly<Record<string, unknown>>;
  /** Indexes of objects that come from imported files. */
  readonly foreign?: readonly number[];
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
    foreign: foreignOf(entry, objects),
    placements: collected.placements,
    rolls: entry.rolls,
    digest: digestOf(objects),
  };
  return { file, diagnostics: collected.diagnostics };
}

/** Objects of imported files and of charts: those of a release of the module are its own, whatever they are labelled. */
function foreignOf(
  { foreign = [], releases = {} }: Pick<ModuleEntry, 'foreign' | 'releases'>,
  objects: readonly KubernetesObject[],
): number[] {
  return [...objects.keys()].filter((index) => {
    const labels = record(record(objects[index], 'metadata'), 'labels');
    const instance = labels['app.kubernetes.io/instance'];
    const isOwn = typeof instance === 'string' && Object.hasOwn(releases, instance);
    return foreign.includes(index) || ('helm.sh/chart' in labels && !isOwn);
  });
}

/** The file with the checksums of Secrets on the workloads that roll on them. */
export function withFileChecksums(file: ManifestFile, checksums: Checksums): ManifestFile {
  if (file.rolls.length === 0) return file;
  const objects = withChecksums(file.objects, file.rolls, checksums);
  return { ...file, objects, digest: digestOf(objects) };
}

function digestOf(objects: readonly KubernetesObject[]): Digest {
  return sha256(canonicalJson([...objects]));
}
