import { realpath, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { errorAt } from '../../core/diagnostic.ts';
import { failure, success, type Result } from '../../core/result.ts';
import { errorCode } from '../../fs/read.ts';
import { readablePaths } from '../../nix/access.ts';
import { libraryFolder } from '../../nix/library.ts';
import { optionTreeArguments, type OptionTree } from '../../nix/option-tree.ts';
import { evaluateOnce } from '../../nix/run-nix.ts';
import { storeArguments } from '../../nix/store.ts';
import { collectDocument } from './collect-document.ts';
import type { AdHocTarget, CodegenRequest, ReadTargets } from './request.ts';

/** One option tree from a file or a flake; its file is written wherever `--out` says. */
export async function readAdHoc(
  request: CodegenRequest,
  target: AdHocTarget,
): Promise<Result<ReadTargets>> {
  const found = await findSource(request.cwd, target.options);
  if (!found.ok) return found;
  const { source, folder } = found.value;
  const keyFile = request.environment['SOPS_AGE_KEY_FILE'];
  const tree: OptionTree = {
    source,
    library: libraryFolder(),
    readable: 'file' in source ? readablePaths(folder, keyFile === undefined ? [] : [keyFile]) : [],
    storeArguments: await storeArguments(request.environment),
    cwd: request.cwd,
  };
  const document = await collectDocument((view) =>
    evaluateOnce(optionTreeArguments(tree, view), {
      projectRoot: folder,
      library: libraryFolder(),
    }),
  );
  if (!document.ok) return document;
  const { name, format, options } = target;
  const command = `gantry codegen --options ${options} --name ${name}`;
  const { root, out } = await outputPlace(resolve(request.cwd, target.out));
  return success({
    root,
    sources: folder,
    targets: [{ name, format, out, command, document: document.value }],
  });
}

interface Found {
  readonly source: OptionTree['source'];
  /** Absolute, real: the folder whose files the evaluation may read, and that places are told relative to. */
  readonly folder: string;
}

async function findSource(cwd: string, options: string): Promise<Result<Found>> {
  if (options.includes('#')) return success({ source: { flake: options }, folder: cwd });
  try {
    const file = await realpath(resolve(cwd, options));
    return success({ source: { file }, folder: await repositoryOf(file) });
  } catch (error) {
    return failure(
      errorAt('use/options', `${options} cannot be read: ${errorCode(error)}`, {
        help: 'name a Nix file, or an output of a flake such as `.#nixosConfigurations.host`',
      }),
    );
  }
}

const MARKS = ['gantry.nix', 'flake.nix', '.git'];

/** The nearest folder upwards that is a repository of some kind: what a file in it may import. Else its own folder. */
async function repositoryOf(file: string): Promise<string> {
  for (let folder = dirname(file); folder !== dirname(folder); folder = dirname(folder)) {
    for (const mark of MARKS) if (await exists(join(folder, mark))) return folder;
  }
  return dirname(file);
}

/** The nearest folder that exists, and the rest of the path. */
async function outputPlace(path: string): Promise<{ root: string; out: string }> {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if (!(await exists(folder))) continue;
    return { root: await realpath(folder), out: relative(folder, path) };
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
