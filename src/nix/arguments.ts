import type { Command } from '../process/run.ts';

/** What to evaluate: a project folder through Gantry's own nix/, or the output of a flake. */
export interface Evaluation {
  /** Absolute, symbolic links resolved. */
  readonly projectRoot: string;
  /** Flake reference whose output `gantry` is the project; undefined: `<projectRoot>/gantry.nix`. */
  readonly flake?: string;
  /** Absolute path of Gantry's folder nix/ (and of generated/ beside it). */
  readonly library: string;
  /** Paths that a restricted evaluation may read besides the library. */
  readonly readable: readonly string[];
  readonly storeArguments: readonly string[];
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

/** Outside flakes: Gantry's entry file, restricted to reading the project, the library and the store. */
function fileArguments(evaluation: Evaluation, excluded: readonly string[]): string[] {
  const readable = [evaluation.library, ...evaluation.readable, '/nix/store'];
  return [
    ...['--option', 'restrict-eval', 'true'],
    ...readable.flatMap((path) => ['-I', path]),
    ...['-f', `${evaluation.library}/nix/cli.nix`, 'evaluation'],
    ...['--argstr', 'project', evaluation.projectRoot],
    ...['--argstr', 'only', JSON.stringify(evaluation.only ?? null)],
    ...['--argstr', 'exclude', JSON.stringify(excluded)],
  ];
}

/** In flake mode the evaluation is pure, so it reads tracked files alone and no environment. */
function flakeArguments(evaluation: Evaluation, excluded: readonly string[]): string[] {
  const selection = `{ only = ${nixList(evaluation.only)}; exclude = ${nixList(excluded)}; }`;
  return [
    `${evaluation.flake ?? '.'}#gantry`,
    '--no-write-lock-file',
    ...['--apply', `project: project.evaluate ${selection}`],
  ];
}

function nixList(items: readonly string[] | undefined): string {
  return items === undefined ? 'null' : `[ ${items.map(nixString).join(' ')} ]`;
}

function nixString(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('${', '\\${')}"`;
}
