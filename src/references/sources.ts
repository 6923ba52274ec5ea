import type { Result } from '../core/result.ts';
import type { Tree } from '../core/tree.ts';

/** An opened secret store, as resolvers see it. */
export interface Store {
  /** The value at a key path; undefined when there is none. */
  lookUp(key: readonly string[]): Tree | undefined;
  /** The whole of it as text. */
  text(): Result<Tree>;
  /** All key paths, for near misses. */
  keys(): readonly (readonly string[])[];
}

/** Where values come from. The pipeline provides it; every file is opened at most once per run. */
export interface Sources {
  /** Decrypts a store. Codes `secrets/…` when it is missing, cannot be opened, or its MAC is wrong. */
  openStore(path: string): Promise<Result<Store>>;
  /** Reads a clear file as text. */
  readText(path: string): Promise<Result<string>>;
  /** Parses the text of a YAML or JSON file into its first document. */
  parse(text: string, file: string): Result<Tree>;
  /** Schemes that the project lets the program `vals` resolve; never `exec`. */
  readonly valsSchemes: readonly string[];
  /** Resolves one placeholder with `vals`. Codes `secrets/vals…`. */
  askVals(placeholder: string): Promise<Result<Tree>>;
  readonly environment: Readonly<Record<string, string | undefined>>;
}
