import type { Grants } from './grants.ts';

/** How a file of a project is evaluated: with these paths and nothing else. */
export interface FileIsolation {
  /** Absolute path of the folder that holds Gantry's nix/ and generated/. */
  readonly library: string;
  /** Absolute paths that the evaluation may read besides the library. */
  readonly readable: readonly string[];
  /** Where what is copied while evaluating goes (store.ts). */
  readonly store: EvaluationStore;
  readonly grants: Grants;
}

/** The Nix store of an evaluation. */
export interface EvaluationStore {
  /** Folder that stands for `/` of the store; "" for the machine's own. */
  readonly root: string;
  /** Arguments of `nix` that choose it. */
  readonly args: readonly string[];
}

/** What every `nix eval` of this program begins with. */
const EVAL = ['eval', '--json', '--show-trace', '--log-format', 'internal-json'];

/**
 * The beginning of a `nix eval` outside flakes. Features are named without `extra-`, because a user's nix.conf turns
 * flakes on, and with flakes come `fetchTree` and `getFlake`, which old Nix does not restrict. A search path has a name
 * of ours, because Nix splits `-I` at the first `=` and a folder may be called `x=`.
 */
export function fileIsolation({ library, readable, store, grants }: FileIsolation): string[] {
  const paths = [`${library}/nix`, `${library}/generated`, ...readable, ...grants.read];
  // Nix 2.8 does not let a module read back what it wrote with `toFile` unless its store is readable.
  const all = [...paths, `${store.root}/nix/store`];
  return [
    ...[...EVAL, ...store.args],
    ...option('experimental-features', 'nix-command'),
    ...always(grants),
    ...option('allowed-uris', ''),
    ...(grants.build ? [] : [...option('substitute', 'false'), ...option('build-users-group', '')]),
    ...all.flatMap((path, index) => ['-I', `gantry${index}=${path}`]),
  ];
}

/**
 * The beginning of a `nix eval` of a flake: pure, and restricted besides, because a pure evaluation may fetch whatever
 * it knows the hash of, files of this machine among it. Its inputs are what `uris` begin with.
 */
export function flakeIsolation(
  store: EvaluationStore,
  grants: Grants,
  uris: readonly string[],
): string[] {
  return [
    ...[...EVAL, ...store.args],
    ...option('experimental-features', 'nix-command flakes'),
    ...always(grants),
    ...option('allowed-uris', [...uris, ...grants.fetch].join(' ')),
    ...option('accept-flake-config', 'false'),
    '--no-write-lock-file',
  ];
}

/** The beginning of a `nix eval` that may do what its user may do. */
export function unrestricted(store: EvaluationStore): string[] {
  return [...EVAL, ...store.args, '--extra-experimental-features', 'nix-command flakes'];
}

function always(grants: Grants): string[] {
  return [
    ...option('restrict-eval', 'true'),
    ...option('allow-import-from-derivation', String(grants.build)),
    ...option('allow-unsafe-native-code-during-evaluation', 'false'),
  ];
}

function option(name: string, value: string): string[] {
  return ['--option', name, value];
}
