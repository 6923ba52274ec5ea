import { realpath, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { errorAt } from '../../core/diagnostic.ts';
import { failure, success, type Result } from '../../core/result.ts';
import { errorCode } from '../../fs/read.ts';
import { NO_GRANTS } from '../../nix/grants.ts';
import { isolate } from '../../nix/isolate.ts';
import { libraryFolder } from '../../nix/library.ts';
import { optionTreeArguments, type OptionTree } from '../../nix/option-tree.ts';
import { evaluateOnce } from '../../nix/run-nix.ts';
import { stageLibrary } from '../../nix/staged-library.ts';
import { namedKeyFiles } from '../key-files.ts';
import { collectDocument } from './collect-document.ts';
import type { AdHocTarget, CodegenRequest, ReadTargets } from './request.ts';

/** One option tree from a file or a flake; its file is written wherever `--out` says. */
export async function readAdHoc(
  request: CodegenRequest,
  target: AdHocTarget,
): Promise<Result<ReadTargets>> {
  const found = await findSource(request.cwd, target.options);
  if (!found.ok) return found;
  const { folder } = found.value;
  const tree = await isolatedTree(request, found.value);
  if (!tree.ok) return tree;
  const document = await collectDocument((view) =>
    evaluateOnce(optionTreeArguments(tree.value, view), {
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
  readonly place: { readonly file: string } | { readonly flake: string };
  /** Absolute, real: the folder whose files the evaluation may read, and that places are told relative to. */
  readonly folder: string;
}

async function isolatedTree(
  { cwd, environment, grants = NO_GRANTS }: CodegenRequest,
  { place, folder }: Found,
): Promise<Result<OptionTree>> {
  const keyFiles = namedKeyFiles(environment, cwd);
  if ('file' in place) {
    const isolation = await isolate({ root: folder, environment, keyFiles, grants });
    if (!isolation.ok) return isolation;
    const source = { ...place, library: libraryFolder() };
    return success({ source, isolation: isolation.value, cwd });
  }
  const library = await stageLibrary(environment);
  if (!library.ok) return library;
  const isolation = await isolate({
    ...{ root: folder, environment, keyFiles, ...place },
    grants: { ...grants, fetch: [...grants.fetch, `path:${dirname(library.value.folder)}/`] },
  });
  if (!isolation.ok) return isolation;
  return success({ source: { ...place, library: library.value }, isolation: isolation.value, cwd });
}

async function findSource(cwd: string, options: string): Promise<Result<Found>> {
  if (options.includes('#')) return success({ place: { flake: options }, folder: cwd });
  try {
    const file = await realpath(resolve(cwd, options));
    return success({ place: { file }, folder: await projectOf(file) });
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
async function projectOf(file: string): Promise<string> {
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
