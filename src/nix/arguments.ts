/**
 * Which part of a project is evaluated: everything a run needs, the settings alone, where modules define things, or
 * what a function (Nix text) makes of its codegen targets.
 */
export type Part = 'everything' | 'settings' | 'positions' | { readonly codegen: string };

/** What to evaluate of a project. */
export interface Selection {
  readonly part: Part;
  /** POSIX EREs of module paths; undefined: all modules. */
  readonly only?: readonly string[];
}

const ATTRIBUTE = {
  everything: 'evaluation',
  settings: 'evaluation.settings',
  positions: 'located',
} as const;

/** Attribute and arguments of nix/cli.nix and nix/flake.nix for an evaluation without the modules `excluded`. */
export function partArguments({ part, only }: Selection, excluded: readonly string[]): string[] {
  return [
    ...(typeof part === 'string' ? [ATTRIBUTE[part]] : ['codegen', '--apply', part.codegen]),
    ...['--argstr', 'only', JSON.stringify(only ?? null)],
    ...['--argstr', 'exclude', JSON.stringify(excluded)],
  ];
}

/** A text as a Nix string literal. */
export function nixString(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('${', '\\${')}"`;
}
