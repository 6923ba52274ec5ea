import type { Command } from '../process/run.ts';

/**
 * Which part of a project is evaluated: everything a run needs, the settings alone, where modules define things, or
 * what a function (Nix text) makes of its codegen targets.
 */
export type Part = 'everything' | 'settings' | 'positions' | { readonly codegen: string };

/** What to evaluate: a project folder through Gantry's own nix/, or the output of a flake. */
export interface Evaluation {
  /** Absolute, symbolic links resolved. */
  readonly projectRoot: string;
  /** Flake reference whose output `gantry` is the project; undefined: `<projectRoot>/gantry.nix`. */
  readonly flake?: string;
  /** Absolute path of the folder that holds Gantry's nix/ and generated/. */
  readonly library: string;
  /** How the command begins: what the evaluation may do (isolate.ts). */
  readonly isolation: readonly string[];
  readonly part: Part;
  /** POSIX EREs of module paths; undefined: all modules. */
  readonly only?: readonly string[];
}

/** The `nix eval` command for an evaluation without the modules `excluded`. */
export function evalArguments(evaluation: Evaluation, excluded: readonly string[]): Command {
  const args =
    evaluation.flake === undefined
      ? fileArguments(evaluation, excluded)
      : flakeArguments(evaluation, excluded);
  return {
    program: 'nix',
    args: [...evaluation.isolation, ...args],
    cwd: evaluation.projectRoot,
  };
}

const FILE_ATTRIBUTE = {
  everything: 'evaluation',
  settings: 'evaluation.settings',
  positions: 'located',
} as const;

/** Outside flakes: Gantry's entry file. */
function fileArguments(evaluation: Evaluation, excluded: readonly string[]): string[] {
  const { library, part } = evaluation;
  return [
    ...['-f', `${library}/nix/cli.nix`],
    ...(typeof part === 'string' ? [FILE_ATTRIBUTE[part]] : ['codegen', '--apply', part.codegen]),
    ...['--argstr', 'project', evaluation.projectRoot],
    ...['--argstr', 'only', JSON.stringify(evaluation.only ?? null)],
    ...['--argstr', 'exclude', JSON.stringify(excluded)],
  ];
}

function flakeArguments(evaluation: Evaluation, excluded: readonly string[]): string[] {
  const apply = `project: ${chosenPart(evaluation, excluded)}`;
  return [`${evaluation.flake ?? '.'}#gantry`, '--apply', apply];
}

function chosenPart({ part, only }: Evaluation, excluded: readonly string[]): string {
  if (part === 'settings') return 'project.settings';
  if (typeof part === 'object') return `(${part.codegen}) project.codegen`;
  const choose = part === 'positions' ? 'locate' : 'evaluate';
  return `project.${choose} { only = ${nixList(only)}; exclude = ${nixList(excluded)}; }`;
}

function nixList(items: readonly string[] | undefined): string {
  return items === undefined ? 'null' : `[ ${items.map(nixString).join(' ')} ]`;
}

/** A text as a Nix string literal. */
export function nixString(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('${', '\\${')}"`;
}
