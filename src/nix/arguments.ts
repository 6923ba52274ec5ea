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
  /** Paths that a restricted evaluation may read besides the library. */
  readonly readable: readonly string[];
  readonly storeArguments: readonly string[];
  readonly part: Part;
  /** POSIX EREs of module paths; undefined: all modules. */
  readonly only?: readonly string[];
}

/** What every `nix eval` of this program begins with. */
export const EVAL = [
  'eval',
  '--json',
  '--show-trace',
  '--log-format',
  'internal-json',
  '--extra-experimental-features',
  'nix-command flakes',
];

/** The `nix eval` command for an evaluation without the modules `excluded`. */
export function evalArguments(evaluation: Evaluation, excluded: readonly string[]): Command {
  const args =
    evaluation.flake === undefined
      ? fileArguments(evaluation, excluded)
      : flakeArguments(evaluation, excluded);
  return {
    program: 'nix',
    args: [...EVAL, ...evaluation.storeArguments, ...args],
    cwd: evaluation.projectRoot,
  };
}

const FILE_ATTRIBUTE = {
  everything: 'evaluation',
  settings: 'evaluation.settings',
  positions: 'located',
} as const;

/** Outside flakes: Gantry's entry file, restricted to reading the project, the library and the store. */
function fileArguments(evaluation: Evaluation, excluded: readonly string[]): string[] {
  const { library, part } = evaluation;
  return [
    ...restriction(library, evaluation.readable),
    ...['-f', `${library}/nix/cli.nix`],
    ...(typeof part === 'string' ? [FILE_ATTRIBUTE[part]] : ['codegen', '--apply', part.codegen]),
    ...['--argstr', 'project', evaluation.projectRoot],
    ...['--argstr', 'only', JSON.stringify(evaluation.only ?? null)],
    ...['--argstr', 'exclude', JSON.stringify(excluded)],
  ];
}

/** Lets Nix read the library, the store and `readable`, and no other path. */
export function restriction(library: string, readable: readonly string[]): string[] {
  const paths = [`${library}/nix`, `${library}/generated`, ...readable, '/nix/store'];
  return ['--option', 'restrict-eval', 'true', ...paths.flatMap((path) => ['-I', path])];
}

/** In flake mode the evaluation is pure, so it reads tracked files alone and no environment. */
function flakeArguments(evaluation: Evaluation, excluded: readonly string[]): string[] {
  return [
    `${evaluation.flake ?? '.'}#gantry`,
    '--no-write-lock-file',
    ...['--apply', `project: ${chosenPart(evaluation, excluded)}`],
  ];
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
