import type { Command } from '../process/run.ts';
import { EVAL, nixString, restriction } from './arguments.ts';

/** Options that stand outside any project: in a file, or in the output of a flake. */
export interface OptionTree {
  /** Absolute path of a Nix file, or a flake reference with an attribute (`.#nixosConfigurations.harbour`). */
  readonly source: { readonly file: string } | { readonly flake: string };
  /** Absolute path of the folder that holds Gantry's nix/ and generated/. */
  readonly library: string;
  /** Paths that the evaluation may read besides the library. */
  readonly readable: readonly string[];
  readonly storeArguments: readonly string[];
  /** Absolute: what relative flake references start from. */
  readonly cwd: string;
}

/** The `nix eval` command for what `view`, a function as Nix text, makes of `{ ir; defaults; examples; }` of the options. */
export function optionTreeArguments(tree: OptionTree, view: string): Command {
  const { source, library, cwd } = tree;
  const always = [...EVAL, ...tree.storeArguments, ...restriction(library, tree.readable)];
  const chosen =
    'file' in source
      ? [
          '-f',
          `${library}/nix/codegen.nix`,
          'document',
          '--argstr',
          'file',
          source.file,
          '--apply',
          view,
        ]
      : [source.flake, '--no-write-lock-file', '--impure', '--apply', flakeView(library, view)];
  return { program: 'nix', args: [...always, ...chosen], cwd };
}

/**
 * A pure evaluation could not read Gantry's own nix/, so flakes are evaluated impurely here; restricted as they are, they
 * see no environment and no other path all the same.
 */
function flakeView(library: string, view: string): string {
  return `options: (${view}) ((import (/. + ${nixString(`${library}/nix/default.nix`)})).documentOf options)`;
}
