import { stat } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { errorAt, STANDARD_INPUT } from '../../core/diagnostic.ts';
import { all, failure, success, type Result } from '../../core/result.ts';
import { findFiles } from '../../fs/find.ts';
import { errorCode, readGivenText, readText } from '../../fs/read.ts';
import type { Text } from './documents.ts';

/** Where the texts are. */
export interface PathOptions {
  /** Absolute: paths are relative to it. */
  readonly cwd: string;
  /** Files, folders, and `-` for standard input. */
  readonly paths: readonly string[];
  readonly readStandardInput: () => Promise<string>;
}

/** The texts, and the templates of charts that lie among them and are no YAML yet. */
export interface Read {
  readonly texts: readonly Text[];
  readonly templates: readonly string[];
}

/** Reads files, the YAML and JSON files of folders, and standard input. Code `use/path`. */
export async function readPaths(options: PathOptions): Promise<Result<Read>> {
  const read = all(await Promise.all(options.paths.map((path) => readPath(options, path))));
  if (!read.ok) return read;
  const texts = read.value.flatMap((each) => each.texts);
  return success({
    // What a folder holds and is named besides is read once.
    texts: [...new Map(texts.map((text) => [text.path, text])).values()],
    templates: read.value.flatMap(({ templates }) => templates),
  });
}

async function readPath(options: PathOptions, path: string): Promise<Result<Read>> {
  const { cwd, readStandardInput } = options;
  if (path === '-') {
    const text = { path: STANDARD_INPUT, text: await readStandardInput(), named: true };
    return success({ texts: [text], templates: [] });
  }
  const target = resolve(cwd, path);
  const kind = await stat(target).catch((error: unknown) => errorCode(error));
  if (typeof kind === 'string')
    return failure(errorAt('use/path', `${path} cannot be read: ${kind}`));
  if (kind.isDirectory()) return readFolder(target, relative(cwd, target));
  const texts = readNamed(target, relative(cwd, target), true);
  return texts.ok ? success({ texts: texts.value, templates: [] }) : texts;
}

async function readFolder(target: string, prefix: string): Promise<Result<Read>> {
  const found = await findFiles(
    target,
    ['yaml', 'yml', 'json'].map((ending) => `**/*.${ending}`),
  );
  if (!found.ok) return found;
  const paths = found.value.filter((file) => !IGNORED.test(file));
  const name = (file: string) => (prefix === '' ? file : `${prefix}/${file}`);
  const charts = paths.flatMap((file) => /^(.*\/|)Chart\.yaml$/.exec(file)?.[1] ?? []);
  const isTemplate = (file: string) => charts.some((chart) => isOfChart(file, chart));
  const texts = all(
    paths
      .filter((file) => !isTemplate(file))
      .map((file) => readNamed(resolve(target, file), name(file), false)),
  );
  if (!texts.ok) return texts;
  const templates = paths.filter(isTemplate).map(name);
  return success({ texts: texts.value.flat(), templates });
}

const IGNORED = /(^|\/)(node_modules|\.git)\//;

/** Of a chart, its crds are objects as they stand. */
function isOfChart(file: string, chart: string): boolean {
  if (!file.startsWith(chart)) return false;
  return /^(templates\/|Chart\.yaml$|values[^/]*$)/.test(file.slice(chart.length));
}

function readNamed(target: string, path: string, named: boolean): Result<Text[]> {
  const text = named ? readGivenText(target, path) : readText(target, path);
  return text.ok ? success([{ path, text: text.value ?? '', named }]) : text;
}
