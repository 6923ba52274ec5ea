/**
 * What an evaluation may do beyond the files of the project. It comes from the command line, from whoever runs Gantry;
 * no file of a project can set it.
 */
export interface Grants {
  /** Absolute paths that modules may read too. */
  readonly read: readonly string[];
  /** Prefixes of URLs that a flake's code may fetch beside its locked inputs; each ends with `/`. */
  readonly fetch: readonly string[];
  /** Whether modules may have things built while they are evaluated (import from derivation). */
  readonly build: boolean;
  /** Whether inputs of a flake may lie on this machine (`path:`, `git+file:`). */
  readonly localInputs: boolean;
}

/** Nothing but the project. */
export const NO_GRANTS: Grants = { read: [], fetch: [], build: false, localInputs: false };
