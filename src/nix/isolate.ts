import { success, type Result } from '../core/result.ts';
import { readablePaths } from './access.ts';
import { NO_GRANTS, type Grants } from './grants.ts';
import { fileIsolation, flakeIsolation, type EvaluationStore } from './isolation.ts';
import { libraryFolder } from './library.ts';
import { projectStore, sharedStore } from './store.ts';

/** What is to be evaluated, and what its evaluation may do. */
export interface Isolated {
  /** Absolute, real: the folder whose files the evaluation may read, or that flake references start from. */
  readonly root: string;
  /** Flake reference; undefined: a file of the project. */
  readonly flake?: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Absolute paths known to hold identities. */
  readonly keyFiles: readonly string[];
  readonly grants?: Grants | undefined;
}

/**
 * The beginning of the `nix eval` for something of a project. For a flake its inputs are compared with its lock file
 * first: codes `flake/…` where one is not locked or lies on this machine.
 */
export async function isolate(wanted: Isolated): Promise<Result<string[]>> {
  const { root, flake, environment, keyFiles, grants = NO_GRANTS } = wanted;
  const store = await evaluationStore(wanted);
  if (!store.ok) return store;
  if (flake !== undefined) {
    const { checkFlakeInputs } = await import('./flake/check-inputs.ts');
    const uris = await checkFlakeInputs({ root, flake, environment, grants });
    return uris.ok ? success(flakeIsolation(store.value, grants, uris.value)) : uris;
  }
  const readable = readablePaths(root, keyFiles);
  return success(
    fileIsolation({ library: libraryFolder(), readable, store: store.value, grants }),
  );
}

/** The store that an evaluation copies into: a project's own, but for what a flake fetches and what is built. */
export function evaluationStore({
  root,
  flake,
  environment,
  grants,
}: Omit<Isolated, 'keyFiles'>): Promise<Result<EvaluationStore>> {
  const isShared = flake !== undefined || grants?.build === true;
  return isShared ? sharedStore(environment) : projectStore(environment, root);
}
