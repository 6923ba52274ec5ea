import type { Command } from '../process/run.ts';
import { nixString } from './arguments.ts';
import type { StagedLibrary } from './staged-library.ts';

/** Options that stand outside any project: in a file, or in the output of a flake. */
export interface OptionTree {
  readonly source: OptionSource;
  /** How the command begins: what the evaluation may do (isolate.ts). */
  readonly isolation: readonly string[];
  /** Absolute: what relative flake references start from. */
  readonly cwd: string;
}

/**
 * Absolute path of a Nix file and of the folder that holds Gantry's nix/, or a flake reference with an attribute
 * (`.#nixosConfigurations.harbour`) and the library as a pure evaluation reads it.
 */
export type OptionSource =
  | { readonly file: string; readonly library: string }
  | { readonly flake: string; readonly library: StagedLibrary };

/** The `nix eval` command for what `view`, a function as Nix text, makes of `{ ir; defaults; examples; }` of the options. */
export function optionTreeArguments({ source, isolation, cwd }: OptionTree, view: string): Command {
  const chosen = 'file' in source ? ofFile(source, view) : ofFlake(source, view);
  return { program: 'nix', args: [...isolation, ...chosen], cwd };
}

function ofFile({ file, library }: Extract<OptionSource, { file: string }>, view: string): string[] {
  const entry = `${library}/nix/codegen.nix`;
  return ['-f', entry, 'document', '--argstr', 'file', file, '--apply', view];
}

function ofFlake({ flake, library }: Extract<OptionSource, { flake: string }>, view: string): string[] {
  const { folder, narHash } = library;
  const tree = `{ type = "path"; path = ${nixString(folder)}; narHash = ${nixString(narHash)}; }`;
  const gantry = `import ((builtins.fetchTree ${tree}).outPath + "/nix")`;
  return [flake, '--apply', `options: (${view}) ((${gantry}).documentOf options)`];
}
