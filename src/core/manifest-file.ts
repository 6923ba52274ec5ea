import type { Digest } from './digest.ts';
import type { KubernetesObject } from './object.ts';
import type { Placement } from './reference.ts';
import type { Roll } from './roll.ts';

/** A manifest file as its module defines it, placeholders intact. */
export interface ManifestFile {
  /** Path of the module below the folder of modules. */
  readonly module: string;
  /** Relative to the manifests folder: the name in the lock file. */
  readonly output: string;
  /** Relative to the project root. */
  readonly path: string;
  readonly encrypt: boolean;
  readonly objects: readonly KubernetesObject[];
  /** Indexes of objects that others made: imported files and charts. */
  readonly foreign?: readonly number[];
  readonly placements: readonly Placement[];
  /** Workloads in it that roll on Secrets, here or in other files. */
  readonly rolls: readonly Roll[];
  /** Over the objects with their placeholders. */
  readonly digest: Digest;
}
