import { stat } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { errorAt, type Diagnostic } from '../core/diagnostic.ts';
import { all, failure, success, type Result } from '../core/result.ts';
import { findFiles } from '../fs/find.ts';
import { errorCode, readText } from '../fs/read.ts';
import { validateObjects } from '../validation/objects.ts';
import { treeEntries } from '../validation/schema/tree-object.ts';
import { applySettings } from '../validation/settings.ts';
import { documentFile, type Text } from './documents.ts';
import { readRegistry } from './schemas.ts';

/** What is to be validated, and for which cluster. */
export interface ValidateOptions {
  /** Absolute: paths are relative to it. */
  readonly cwd: string;
  /** Files, folders, and `-` for standard input. */
  readonly paths: readonly string[];
  readonly version: string;
  /** Folders or files with definitions of custom resources, or tables. */
  readonly crds: readonly string[];
  readonly readStandardInput: () => Promise<string>;
}

export interface ValidateReport {
  readonly files: number;
  readonly objects: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** Validates any YAML or JSON files: no project, no Nix, no key. Findings carry the line of the file. */
export async function validate(options: ValidateOptions): Promise<Result<ValidateReport>> {
  const texts = all(await Promise.all(options.paths.map((path) => readPath(options, path))));
  if (!texts.ok) return texts;
  const files = texts.value.flat().map(documentFile);
  const entries = treeEntries(files);
  const { version, cwd: root } = options;
  const folders = options.crds.map((path) => relative(root, resolve(root, path)));
  const objects = entries.map(({ object }) => object);
  const registry = await readRegistry({ version, root, folders, objects });
  if (!registry.ok) return registry;
  const settings = { rules: {}, external: {} };
  const found = validateObjects(entries, { registry: registry.value, settings });
  return success({
    files: files.length,
    objects: entries.length,
    diagnostics: [
      ...files.flatMap(({ diagnostics }) => diagnostics),
      ...applySettings(found, settings, entries),
    ],
  });
}

async function readPath(options: ValidateOptions, path: string): Promise<Result<Text[]>> {
  const { cwd, readStandardInput } = options;
  if (path === '-')
    return success([{ path: '(standard input)', text: await readStandardInput(), named: true }]);
  const target = resolve(cwd, path);
  const kind = await stat(target).catch((error: unknown) => errorCode(error));
  if (typeof kind === 'string')
    return failure(errorAt('use/path', `${path} cannot be read: ${kind}`));
  if (!kind.isDirectory()) return readNamed(target, relative(cwd, target), true);
  const found = await findFiles(
    target,
    ['yaml', 'yml', 'json'].map((ending) => `**/*.${ending}`),
  );
  if (!found.ok) return found;
  const paths = found.value.filter((file) => !IGNORED.test(file));
  const prefix = relative(cwd, target);
  const read = await Promise.all(
    paths.map((file) => {
      const name = prefix === '' ? file : `${prefix}/${file}`;
      return readNamed(resolve(target, file), name, false);
    }),
  );
  const texts = all(read);
  return texts.ok ? success(texts.value.flat()) : texts;
}

const IGNORED = /(^|\/)(node_modules|\.git)\//;

async function readNamed(target: string, path: string, named: boolean): Promise<Result<Text[]>> {
  const text = await readText(target, path);
  return text.ok ? success([{ path, text: text.value ?? '', named }]) : text;
}
