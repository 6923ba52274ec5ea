import { realpath } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import type { Bundle } from '../../bridge/bundle.ts';
import { errorAt, warningAt, type Diagnostic } from '../../core/diagnostic.ts';
import { isJsonObject, type Json, type JsonObject } from '../../core/json.ts';
import type { KubernetesObject } from '../../core/object.ts';
import { toDotted } from '../../core/pointer.ts';
import { all, failure, success, type Result } from '../../core/result.ts';
import { readText } from '../../fs/read.ts';
import { readForeign, type ForeignText } from '../../yaml/foreign.ts';
import { placesOf } from '../../yaml/place.ts';
import { finished } from './finish.ts';

/** Where imported files may lie. */
export interface Places {
  /** Real path of the project root. */
  readonly root: string;
  /** Folder that stands for `/` of the store that the evaluation copied into; "" for the machine's. */
  readonly storeRoot: string;
  /** Absolute paths outside the project that the evaluation could read. */
  readonly readable: readonly string[];
}

/** An object out of an imported file, with the metadata that every resource of the module has. */
export interface ImportedObject {
  readonly object: KubernetesObject;
  /** As messages call the file: relative to the project where it lies in there. */
  readonly file: string;
}

type Request = Bundle['modules'][string]['imports'][number];

const STORE = '/nix/store/';

/** What an imported file holds. */
export interface Imported {
  readonly objects: readonly ImportedObject[];
  /** What kubectl would have read otherwise, code `yaml/ambiguous`: the objects are what kustomize reads. */
  readonly warnings: readonly Diagnostic[];
}

/** The objects of one imported file; items of a List count one by one. */
export async function readImport(
  { file, metadata }: Request,
  module: string,
  places: Places,
): Promise<Result<Imported>> {
  const found = await locate(file, places);
  const name = nameOf(file, places);
  if (found === undefined) return failure(unreadable(name, module));
  const text = readText(found, name);
  if (!text.ok) return text;
  if (text.value === undefined) return failure(unreadable(name, module));
  const read = readForeign(text.value, name);
  if (!read.ok) return read;
  const items = read.value.values.flatMap(itemsOf);
  const objects = all(
    items.map((item, index): Result<ImportedObject> => {
      const problem = problemOf(item);
      if (problem !== undefined) return failure(notAnObject({ name, index, problem, module }));
      return success({ object: finished(item as KubernetesObject, metadata), file: name });
    }),
  );
  if (!objects.ok) return objects;
  const warnings = ambiguities(read.value, text.value, name);
  return success({ objects: objects.value, warnings });
}

function ambiguities({ differences }: ForeignText, text: string, file: string): Diagnostic[] {
  const places = placesOf(text);
  return differences.map(({ index, path, message, help }) => {
    const place = path.length === 0 ? '' : `${toDotted(path)}: `;
    const origin = { file, ...places(index, path) };
    return warningAt('yaml/ambiguous', place + message, { file, origin, help });
  });
}

/** The file itself, symbolic links resolved; undefined when it is not there or lies elsewhere. */
async function locate(file: string, places: Places): Promise<string | undefined> {
  if (!isAbsolute(file)) return undefined;
  const { root, storeRoot, readable } = places;
  const copied = file.startsWith(STORE) ? await realPath(join(storeRoot, file)) : undefined;
  const real = copied ?? (await realPath(file));
  const folders = await Promise.all([root, join(storeRoot, STORE), ...readable].map(realPath));
  const isBelow = (folder: string): boolean =>
    real === folder || real?.startsWith(folder + sep) === true;
  return folders.some((folder) => folder !== undefined && isBelow(folder)) ? real : undefined;
}

async function realPath(path: string): Promise<string | undefined> {
  return realpath(path).catch(() => undefined);
}

function nameOf(file: string, { root }: Places): string {
  if (file.startsWith(STORE)) return file.replace(/^\/nix\/store\/[^/]+\/(?=.)/, '');
  const inside = relative(root, file);
  return inside.startsWith('..') ? file : inside;
}

function itemsOf(document: Json): Json[] {
  if (!isJsonObject(document)) return [document];
  const { kind, items } = document;
  return kind === 'List' && Array.isArray(items) ? items : [document];
}

function problemOf(item: Json): string | undefined {
  if (!isJsonObject(item)) return 'is no mapping';
  const metadata = isJsonObject(item['metadata'] ?? null) ? (item['metadata'] as JsonObject) : {};
  const missing = [
    ...['apiVersion', 'kind'].filter((key) => !isText(item[key])),
    ...(isText(metadata['name']) ? [] : ['metadata.name']),
  ];
  return missing.length === 0 ? undefined : `has no ${missing.join(' and no ')}`;
}

function isText(value: Json | undefined): boolean {
  return typeof value === 'string' && value !== '';
}

function unreadable(name: string, module: string): Diagnostic {
  return errorAt('imports/unreadable', `${module} imports ${name}, which cannot be read`, {
    file: module,
    help: '`kubernetes.imports` takes files of the project (`./crds.yaml`) and of the Nix store',
  });
}

function notAnObject(found: {
  readonly name: string;
  readonly index: number;
  readonly problem: string;
  readonly module: string;
}): Diagnostic {
  return errorAt(
    'imports/object',
    `object ${found.index + 1} of ${found.name} ${found.problem}; ${found.module} imports it`,
    { file: found.name, help: 'every document must be one Kubernetes object, or a List of them' },
  );
}
