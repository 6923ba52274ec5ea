import { join } from 'node:path';
import { driftOf, type Drift } from '../../codegen/drift.ts';
import { GENERATED_MARK, generate, type GeneratedFile } from '../../codegen/generate.ts';
import { largeIntegerWarnings } from '../../codegen/large-integers.ts';
import { readDocument } from '../../codegen/read-document.ts';
import { unknownTypeWarnings } from '../../codegen/unknown-types.ts';
import { errorAt, type Diagnostic } from '../../core/diagnostic.ts';
import { all, failure, success, type Result } from '../../core/result.ts';
import { publicFile } from '../../core/written-file.ts';
import { isOfGit } from '../../fs/of-git.ts';
import { readText } from '../../fs/read.ts';
import { stageFiles } from '../../fs/write.ts';
import { libraryFolder } from '../../nix/library.ts';
import { readAdHoc } from './read-ad-hoc.ts';
import { readEvaluated } from './read-evaluated.ts';
import { readProject } from './read-project.ts';
import type { CodegenRequest, ReadTarget, ReadTargets } from './request.ts';

/** What codegen would write, and how that differs from what is there. */
export interface Generated {
  /** Absolute, real: paths of files are relative to it. */
  readonly root: string;
  readonly files: readonly GeneratedFile[];
  /** The files whose text is not what is there. */
  readonly drift: readonly Drift[];
  /** Warnings and infos. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Evaluates the option trees asked for and generates their files in memory. */
export async function codegen(request: CodegenRequest): Promise<Result<Generated>> {
  const read = await readTargets(request);
  if (!read.ok) return read;
  const { root, targets } = read.value;
  const made = all(targets.map((target) => fromTarget(target, read.value)));
  if (!made.ok) return made;
  const files = made.value.flatMap((target) => target.files);
  const twice = repeatedPaths(files);
  if (twice.length > 0) return failure(...twice);
  const current = readAll(root, files);
  if (!current.ok) return current;
  const foreign = notOurs(root, files, current.value);
  if (foreign.length > 0) return failure(...foreign);
  const drift = driftOf(files, (path) => current.value.get(path));
  return success({
    root,
    files,
    drift,
    diagnostics: made.value.flatMap((target) => target.diagnostics),
  });
}

function readTargets(request: CodegenRequest): Promise<Result<ReadTargets>> {
  const { source } = request;
  switch (source.kind) {
    case 'project':
      return readProject(request, source);
    case 'evaluated':
      return readEvaluated(request, source);
    case 'ad-hoc':
      return readAdHoc(request, source);
  }
}

/** Writes the files that differ, all or none. */
export async function writeGenerated({ root, drift }: Generated): Promise<Result<void>> {
  const staged = await stageFiles(
    root,
    drift.map(({ path, text }) => publicFile(path, text)),
  );
  return staged.ok ? staged.value.commit() : staged;
}

interface FromTarget {
  readonly files: readonly GeneratedFile[];
  readonly diagnostics: readonly Diagnostic[];
}

function fromTarget(
  target: ReadTarget,
  { sources, library = libraryFolder() }: ReadTargets,
): Result<FromTarget> {
  const roots = [
    { folder: sources, label: '' },
    { folder: library, label: 'gantry/' },
  ];
  const read = readDocument(target.document, roots);
  if (!read.ok) return read;
  const { ir, values } = read.value;
  const { name, format, command, out } = target;
  return success({
    files: generate(ir, { name, format, command, values, out }),
    diagnostics: [
      ...unknownTypeWarnings(ir),
      // JSON Schema has integers of any size.
      ...(format === 'json-schema' ? [] : largeIntegerWarnings(ir, values)),
    ],
  });
}

/** A file that codegen did not make is somebody's: a store, a rule file, a hook of git. */
function notOurs(
  root: string,
  files: readonly GeneratedFile[],
  current: ReadonlyMap<string, string | undefined>,
): Diagnostic[] {
  return files
    .filter(({ path }) => {
      const text = current.get(path);
      return (
        isOfGit(join(root, path)) ||
        (text !== undefined && text !== '' && !text.includes(GENERATED_MARK))
      );
    })
    .map(({ path }) =>
      errorAt('write/not-generated', `${path} is not a file that gantry codegen made`, {
        file: path,
        help: isOfGit(join(root, path))
          ? 'choose an `out` outside of .git'
          : 'choose another `out`, or remove the file first if it may go',
      }),
    );
}

function repeatedPaths(files: readonly GeneratedFile[]): Diagnostic[] {
  const paths = files.map(({ path }) => path);
  const repeated = new Set(paths.filter((path, index) => paths.indexOf(path) !== index));
  return [...repeated].map((path) =>
    errorAt('config/codegen-out', `two codegen targets write ${path}`, {
      help: 'give each its own `out`',
    }),
  );
}

function readAll(
  root: string,
  files: readonly GeneratedFile[],
): Result<ReadonlyMap<string, string | undefined>> {
  const read = all(files.map(({ path }) => readText(join(root, path), path)));
  if (!read.ok) return read;
  return success(new Map(files.map(({ path }, index) => [path, read.value[index]])));
}
