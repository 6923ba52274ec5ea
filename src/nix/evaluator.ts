import { success, type Result } from '../core/result.ts';
import { readablePaths } from './access.ts';
import { NO_GRANTS, type Grants } from './grants.ts';
import { isolated } from './isolation.ts';
import { libraryFolder } from './library.ts';
import { runNix, type Ended } from './run-nix.ts';
import { evaluationStore } from './store.ts';

/** What is to be evaluated, and what its evaluation may do. */
export interface Isolated {
  /** Absolute, real: the folder whose files the evaluation may read, or that flake references start from. */
  readonly root: string;
  /** Flake reference; undefined: files of the folder. */
  readonly flake?: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Absolute paths known to hold identities. */
  readonly keyFiles: readonly string[];
  readonly grants?: Grants | undefined;
}

/** Evaluates one file of Gantry's nix/ for a project or a flake, as often as it is asked, and reaches nothing else. */
export interface Evaluator {
  /** Absolute paths that it may read besides the project and the library. */
  readonly readable: readonly string[];
  /** Folder that stands for `/` of the store that it copies into; "" for the machine's. */
  readonly storeRoot: string;
  /**
   * Runs `nix eval` on an attribute.
   *
   * @param rest what stands behind the file: the attribute and its arguments
   */
  readonly run: (rest: readonly string[]) => Promise<Ended>;
}

/** An evaluator of a project's files by a file of Gantry's nix/, `cli.nix` unless another is given. */
export async function fileEvaluator(
  { root, environment, keyFiles, grants = NO_GRANTS }: Isolated,
  entry = 'cli.nix',
): Promise<Result<Evaluator>> {
  const store = await evaluationStore(environment, root, grants);
  if (!store.ok) return store;
  const library = libraryFolder();
  const readable = readablePaths(root, keyFiles);
  const begin = [
    ...isolated({ library, readable, store: store.value, grants }),
    ...['-f', `${library}/nix/${entry}`],
  ];
  return success({
    readable: grants.read,
    storeRoot: store.value.root,
    run: (rest) => runNix({ program: 'nix', args: [...begin, ...rest], cwd: root }),
  });
}

/** The evaluator of a project by its `gantry.nix`, or of a flake. */
export async function evaluatorOf(wanted: Isolated): Promise<Result<Evaluator>> {
  const { root, flake } = wanted;
  if (flake !== undefined) {
    const { flakeEvaluator } = await import('./flake/evaluator.ts');
    return flakeEvaluator({ ...wanted, flake });
  }
  const evaluator = await fileEvaluator(wanted);
  if (!evaluator.ok) return evaluator;
  const { run, ...rest } = evaluator.value;
  return success({ ...rest, run: (args) => run([...args, '--argstr', 'project', root]) });
}
