import type { Grants } from '../nix/grants.ts';
import type { Person } from '../sops/person.ts';

/** What a run is asked for; the command line makes it, and tests do. */
export interface RunOptions {
  /** Absolute: where the run was started. */
  readonly cwd: string;
  /** Folder of the project; undefined: the nearest gantry.nix upwards from `cwd`. */
  readonly project?: string;
  /** Flake whose output `gantry` is the project; undefined: its gantry.nix. */
  readonly flake?: string;
  /** File with `{ settings, bundle }` that Nix evaluated already; nothing is evaluated then. */
  readonly bundleFile?: string;
  /** Globs of module paths; empty: all modules. */
  readonly only: readonly string[];
  /** Take over files and a lock file that Gantry did not write. */
  readonly adopt: boolean;
  /** Whether gantry.rules.ts is run; it is unless this says no. */
  readonly userRules?: boolean;
  /** What modules may do beyond the project; nothing when it is left out. */
  readonly grants?: Grants;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Who is asked for passphrases and PINs; nobody when it is left out. */
  readonly person?: Person;
  readonly now: Date;
}
