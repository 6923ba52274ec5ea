import type { Digest } from './digest.ts';
import type { KubernetesObject } from './object.ts';
import type { Placement } from './reference.ts';

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
  readonly placements: readonly Placement[];
  /** Over the objects with their placeholders. */
  readonly digest: Digest;
}
