import { readFile } from 'node:fs/promises';
import { isAbsolute, join, resolve } from 'node:path';
import { errorAt } from '../core/diagnostic.ts';
import type { Json } from '../core/json.ts';
import { all, failure, success, type Result } from '../core/result.ts';
import { TABLE_FORMAT, type SchemaTable } from '../core/schema-table.ts';
import { findFiles } from '../fs/find.ts';
import { errorCode, readText } from '../fs/read.ts';
import { libraryFolder } from '../nix/library.ts';
import { customKinds, type CustomKind } from '../validation/schema/custom-kinds.ts';
import { isSchemaOf, kindOfSchema, type WantedKind } from '../validation/schema/json-schemas.ts';
import { SchemaRegistry } from '../validation/schema/registry.ts';
import { minorVersion, tableVersion } from './kubernetes-version.ts';
import { readManifest } from '../yaml/read.ts';

/** What schemas are wanted for. */
export interface SchemaSources {
  /** Of Kubernetes, as `1.32`. */
  readonly version: string;
  readonly root: string;
  /**
   * Folders or files below the root, or absolute ones, with CustomResourceDefinitions, JSON Schemas named by group and
   * kind, or tables of `gantry codegen kubernetes`.
   */
  readonly folders: readonly string[];
  /** Objects to be checked; definitions among them count. */
  readonly objects: readonly Json[];
}

/**
 * Reads the table of one Kubernetes version and, only when an object needs it, the folders of definitions. Codes
 * `config/kubernetes-version` and `config/unreadable`.
 */
export async function readRegistry(sources: SchemaSources): Promise<Result<SchemaRegistry>> {
  const builtIn = await readTable(sources.version);
  if (!builtIn.ok) return builtIn;
  const own = customKinds(sources.objects);
  const plain = new SchemaRegistry(builtIn.value, own);
  const wanted = kindsWithout(plain, sources.objects);
  if (wanted.length === 0) return success(plain);
  const found = await readFolders(sources, wanted);
  if (!found.ok) return found;
  const { custom, tables } = found.value;
  // A definition of the tree itself comes last and wins.
  return success(new SchemaRegistry(builtIn.value, [...custom, ...own], tables));
}

const tables = new Map<string, Promise<Result<SchemaTable>>>();

function readTable(version: string): Promise<Result<SchemaTable>> {
  const minor = minorVersion(version);
  const known = tables.get(minor) ?? loadTable(minor);
  tables.set(minor, known);
  return known;
}

async function loadTable(minor: string): Promise<Result<SchemaTable>> {
  const file = join(libraryFolder(), 'generated', 'kubernetes', `v${tableVersion(minor)}.json`);
  try {
    const table = JSON.parse(await readFile(file, 'utf8')) as SchemaTable;
    return success({ ...table, kubernetes: minor });
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
    return failure(
      errorAt('config/kubernetes-version', `there are no schemas for Kubernetes ${minor}`, {
        help: 'name a version from 1.19 to 1.36',
      }),
    );
  }
}

/** Kinds of objects that are not known yet, each once. */
function kindsWithout(registry: SchemaRegistry, objects: readonly Json[]): WantedKind[] {
  const kinds = objects.flatMap((object): WantedKind[] => {
    const { apiVersion, kind } = (object ?? {}) as Record<string, unknown>;
    if (typeof apiVersion !== 'string' || typeof kind !== 'string') return [];
    if (registry.find(apiVersion, kind) !== undefined || registry.isBuiltIn(apiVersion, kind))
      return [];
    return [{ apiVersion, kind }];
  });
  return [...new Map(kinds.map((each) => [`${each.apiVersion}/${each.kind}`, each])).values()];
}

interface Definitions {
  readonly custom: readonly CustomKind[];
  readonly tables: readonly SchemaTable[];
}

async function readFolders(
  { root, folders }: SchemaSources,
  wanted: readonly WantedKind[],
): Promise<Result<Definitions>> {
  const paths = all(await Promise.all(folders.map((folder) => pathsOf(root, folder))));
  if (!paths.ok) return paths;
  const distinct = [...new Set(paths.value.flat())];
  const read = all(distinct.map((path) => readDefinitions(root, path, wanted)));
  if (!read.ok) return read;
  return success({
    custom: read.value.flatMap(({ custom }) => custom),
    tables: read.value.flatMap((item) => item.tables),
  });
}

/** Files of a package of Nix are absolute paths, all others stay relative to the project. */
async function pathsOf(root: string, folder: string): Promise<Result<string[]>> {
  const isPackage = isAbsolute(folder);
  const endings = /\.(ya?ml|json)$/.test(folder) ? [''] : ['yaml', 'yml', 'json'];
  const found = await findFiles(
    isPackage ? '/' : root,
    endings.map((ending) => `${folder.replace(/^\/|\/$/g, '')}${ending && `/**/*.${ending}`}`),
  );
  return found.ok && isPackage ? success(found.value.map((path) => `/${path}`)) : found;
}

/** Files that name none of the groups are not parsed: folders of definitions are large. */
function readDefinitions(
  root: string,
  path: string,
  wanted: readonly WantedKind[],
): Result<Definitions> {
  const ofPath = wanted.filter((kind) => isSchemaOf(resolve(root, path), kind));
  if (ofPath.length > 0) return readJsonSchema(root, path, ofPath);
  const groups = wanted.map(({ apiVersion }) => apiVersion.split('/', 1)[0] ?? '');
  const text = readText(resolve(root, path), path);
  if (!text.ok) return text;
  const content = text.value ?? '';
  if (!groups.some((group) => content.includes(group))) return success({ custom: [], tables: [] });
  const documents = readDocumentsOf(content, path);
  if (!documents.ok) return documents;
  return success({
    custom: customKinds(documents.value),
    tables: (documents.value as unknown[]).filter(isTable),
  });
}

/** A file that its name says to be the JSON Schema of a kind. */
function readJsonSchema(
  root: string,
  path: string,
  kinds: readonly WantedKind[],
): Result<Definitions> {
  const text = readText(resolve(root, path), path);
  if (!text.ok) return text;
  const documents = readDocumentsOf(text.value ?? '', path);
  if (!documents.ok) return documents;
  const [schema = null] = documents.value;
  return success({ custom: kinds.flatMap((kind) => kindOfSchema(schema, kind)), tables: [] });
}

/** Tables are JSON of some hundred kilobytes, which JSON.parse reads at once. */
function readDocumentsOf(text: string, path: string): Result<Json[]> {
  if (!path.endsWith('.json')) return readManifest(text, path);
  try {
    return success([JSON.parse(text) as Json]);
  } catch {
    return failure(errorAt('config/unreadable', `${path} is not JSON`, { file: path }));
  }
}

function isTable(document: unknown): document is SchemaTable {
  return (document as { table?: unknown } | null)?.table === TABLE_FORMAT;
}
