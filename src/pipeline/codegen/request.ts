import type { Format } from '../../codegen/generate.ts';
import type { Grants } from '../../nix/grants.ts';

/** What `gantry codegen` is asked for. */
export interface CodegenRequest {
  /** Absolute: where the run was started. */
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** What is evaluated may do this beyond its own files. */
  readonly grants?: Grants;
  readonly source: ProjectTargets | EvaluatedTargets | AdHocTarget;
}

/** Targets that gantry.nix names. */
export interface ProjectTargets {
  readonly kind: 'project';
  /** Folder of the project; undefined: the nearest gantry.nix upwards from `cwd`. */
  readonly project?: string;
  /** Flake whose output `gantry` is the project; undefined: its gantry.nix. */
  readonly flake?: string;
  /** Empty: all targets. */
  readonly names: readonly string[];
}

/** Targets that a flake evaluated already. */
export interface EvaluatedTargets {
  readonly kind: 'evaluated';
  /** Folder of the project, as in ProjectTargets. */
  readonly project?: string;
  /** JSON file that they are in, relative to `cwd`. */
  readonly bundleFile: string;
}

/** Options from anywhere. */
export interface AdHocTarget {
  readonly kind: 'ad-hoc';
  /** A Nix file, or a flake reference with an attribute. */
  readonly options: string;
  readonly name: string;
  readonly format: Format;
  /** The file to write, relative to `cwd`. */
  readonly out: string;
}

/** Option trees that were read, and where their files belong. */
export interface ReadTargets {
  /** Absolute, real: generated files lie below it. */
  readonly root: string;
  /** Absolute, real: declarations are told relative to it. */
  readonly sources: string;
  /** Absolute: the same for declarations of Gantry's own; undefined: the folder of this program. */
  readonly library?: string;
  readonly targets: readonly ReadTarget[];
}

export interface ReadTarget {
  readonly name: string;
  /** What to run to make the file again. */
  readonly command: string;
  readonly format: Format;
  /** Relative to the root. */
  readonly out: string;
  /** `{ ir; defaults; examples; }`, undecoded. */
  readonly document: unknown;
}
