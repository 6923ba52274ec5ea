import type { Grants } from './grants.ts';

/** The Nix store of an evaluation. */
export interface EvaluationStore {
  /** Folder that stands for `/` of the store; "" for the machine's own. */
  readonly root: string;
  /** Arguments of `nix` that choose it. */
  readonly args: readonly string[];
}

/** What an evaluation may reach. */
export interface Reach {
  /** Absolute path of the folder that holds Gantry's nix/ and generated/. */
  readonly library: string;
  /** Absolute paths that may be read besides the library. */
  readonly readable: readonly string[];
  /** Where what is copied while evaluating goes (store.ts). */
  readonly store: EvaluationStore;
  readonly grants: Grants;
}

/** What every `nix eval` of this program begins with. */
const EVAL = ['eval', '--json', '--show-trace', '--log-format', 'internal-json'];

/**
 * The beginning of a `nix eval` that reaches what is given and nothing else. Features are named without `extra-`: a user's
 * nix.conf turns flakes on, and with flakes come `fetchTree` and `getFlake`, which no Nix restricts as it restricts the
 * rest. A search path has a name of ours, because Nix splits `-I` at the first `=` and a folder may be called `x=`.
 */
export function isolated({ library, readable, store, grants }: Reach): string[] {
  const paths = [`${library}/nix`, `${library}/generated`, ...readable, ...grants.read];
  // Nix 2.8 does not let a module read back what it wrote with `toFile` unless its store is readable.
  const all = [...paths, `${store.root}/nix/store`];
  return [
    ...[...EVAL, ...store.args],
    ...option('experimental-features', 'nix-command'),
    ...option('restrict-eval', 'true'),
    ...option('allowed-uris', grants.fetch.join(' ')),
    ...option('allow-import-from-derivation', String(grants.build)),
    ...option('allow-unsafe-native-code-during-evaluation', 'false'),
    ...(grants.build ? [] : [...option('substitute', 'false'), ...option('build-users-group', '')]),
    ...all.flatMap((path, index) => ['-I', `gantry${index}=${path}`]),
  ];
}

/** The beginning of a `nix eval` that may do what its user may do. */
export function unrestricted(store: EvaluationStore): string[] {
  return [...EVAL, ...store.args, '--extra-experimental-features', 'nix-command flakes'];
}

function option(name: string, value: string): string[] {
  return ['--option', name, value];
}
