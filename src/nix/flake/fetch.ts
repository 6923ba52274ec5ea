import { errorAt } from '../../core/diagnostic.ts';
import type { JsonObject } from '../../core/json.ts';
import { failure, success, type Result } from '../../core/result.ts';
import { unrestricted, type EvaluationStore } from '../isolation.ts';
import { runNix } from '../run-nix.ts';
import type { Source } from './source.ts';

/** What to fetch, and where it goes. */
export interface Fetch {
  /** A flake reference or the attributes of one, as the Nix text of an argument of `fetchTree`. */
  readonly source: string;
  /** How messages call it. */
  readonly name: string;
  readonly store: EvaluationStore;
  readonly cwd: string;
}

/**
 * Has Nix fetch one source, before and apart from any evaluation of what is in it. What is there by its hash is not
 * fetched again, and what has another hash than it should is refused. Code `flake/fetch`.
 */
export async function fetchSource({ source, name, store, cwd }: Fetch): Promise<Result<Source>> {
  const expression = `let tree = builtins.fetchTree ${source}; in builtins.removeAttrs tree [ "outPath" ] // { path = "\${tree.outPath}"; }`;
  const args = [...unrestricted(store), '--impure', '--expr', expression];
  const ended = await runNix({ program: 'nix', args, cwd });
  if (!ended.ok) {
    if (ended.error === undefined) return failure(...ended.crash);
    return failure(errorAt('flake/fetch', `${name} cannot be fetched: ${ended.error.text}`));
  }
  const { path, ...attributes } = ended.evaluated.value as JsonObject & { readonly path: string };
  return success({ ...attributes, outPath: store.root + path });
}
