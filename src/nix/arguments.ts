import type { Command } from '../process/run.ts';

/** Which part of a project is evaluated: everything a run needs, the settings alone, or where modules define things. */
export type Part = 'everything' | 'settings' | 'positions';

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

const ALWAYS = ['eval', '--json', '--show-trace', '--log-format', 'internal-json'];
const FEATURES = ['--extra-experimental-features', 'nix-command flakes'];

/** The `nix eval` command for an evaluation without the modules `excluded`. */
export function evalArguments(evaluation: Evaluation, excluded: readonly string[]): Command {
  const args =
    evaluation.flake === undefined
      ? fileArguments(evaluation, excluded)
      : flakeArguments(evaluation, excluded);
  return {
    program: 'nix',
    args: [...ALWAYS, ...FEATURES, ...evaluation.storeArguments, ...args],
    cwd: evaluation.projectRoot,
  };
}

const FILE_ATTRIBUTE = {
  everything: 'evaluation',
  settings: 'evaluation.settings',
  positions: 'located',
} as const satisfies Record<Part, string>;

const FLAKE_FUNCTION = { everything: 'evaluate', positions: 'locate' } as const;

/** Outside flakes: Gantry's entry file, restricted to reading the project, the library and the store. */
function fileArguments(evaluation: Evaluation, excluded: readonly string[]): string[] {
  const { library } = evaluation;
  const readable = [`${library}/nix`, `${library}/generated`, ...evaluation.readable, '/nix/store'];
  return [
    ...['--option', 'restrict-eval', 'true'],
    ...readable.flatMap((path) => ['-I', path]),
    ...['-f', `${library}/nix/cli.nix`, FILE_ATTRIBUTE[evaluation.part]],
    ...['--argstr', 'project', evaluation.projectRoot],
    ...['--argstr', 'only', JSON.stringify(evaluation.only ?? null)],
    ...['--argstr', 'exclude', JSON.stringify(excluded)],
  ];
}

/** In flake mode the evaluation is pure, so it reads tracked files alone and no environment. */
function flakeArguments(evaluation: Evaluation, excluded: readonly string[]): string[] {
  const selection = `{ only = ${nixList(evaluation.only)}; exclude = ${nixList(excluded)}; }`;
  const { part } = evaluation;
  const chosen = part === 'settings' ? part : `${FLAKE_FUNCTION[part]} ${selection}`;
  return [
    `${evaluation.flake ?? '.'}#gantry`,
    '--no-write-lock-file',
    ...['--apply', `project: project.${chosen}`],
  ];
}

function nixList(items: readonly string[] | undefined): string {
  return items === undefined ? 'null' : `[ ${items.map(nixString).join(' ')} ]`;
}

function nixString(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('${', '\\${')}"`;
}
