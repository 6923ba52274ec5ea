import { realpath, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { errorAt } from '../../core/diagnostic.ts';
import { failure, success, type Result } from '../../core/result.ts';
import { errorCode } from '../../fs/read.ts';
import { evaluatorOf, fileEvaluator } from '../../nix/evaluator.ts';
import { libraryFolder } from '../../nix/library.ts';
import { valueOf } from '../../nix/run-nix.ts';
import { namedKeyFiles } from '../project-evaluator.ts';
import { collectDocument, type Ask } from './collect-document.ts';
import type { AdHocTarget, CodegenRequest, ReadTargets } from './request.ts';

/** One option tree from a file or a flake; its file is written wherever `--out` says. */
export async function readAdHoc(
  request: CodegenRequest,
  target: AdHocTarget,
): Promise<Result<ReadTargets>> {
  const found = await findSource(request.cwd, target.options);
  if (!found.ok) return found;
  const { folder } = found.value;
  const ask = await optionTree(request, found.value);
  if (!ask.ok) return ask;
  const document = await collectDocument(ask.value);
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

/** Evaluates the tree by a view, a function as Nix text. */
async function optionTree(request: CodegenRequest, { place, folder }: Found): Promise<Result<Ask>> {
  const { environment, cwd, grants } = request;
  const keyFiles = namedKeyFiles(environment, cwd);
  const wanted = { root: folder, environment, keyFiles, grants };
  const evaluator = await ('file' in place
    ? fileEvaluator(wanted, 'codegen.nix')
    : evaluatorOf({ ...wanted, ...place }));
  if (!evaluator.ok) return evaluator;
  const argument = 'file' in place ? ['file', place.file] : ['attribute', attributeOf(place.flake)];
  return success(async (view) => {
    const ended = await evaluator.value.run(['document', '--argstr', ...argument, '--apply', view]);
    return valueOf(ended, { projectRoot: folder, library: libraryFolder() });
  });
}

/** The attribute path behind `#` as JSON: names between dots, or in quotes. */
function attributeOf(flake: string): string {
  const fragment = flake.slice(flake.indexOf('#') + 1);
  const names = [...fragment.matchAll(/"([^"]*)"|[^."]+/g)];
  return JSON.stringify(names.map(([bare, quoted]) => quoted ?? bare));
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
