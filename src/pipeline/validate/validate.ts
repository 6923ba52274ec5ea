import { existsSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { errorAt, infoAt, type Diagnostic } from '../../core/diagnostic.ts';
import { failure, success, type Result } from '../../core/result.ts';
import type { KubernetesObject } from '../../core/object.ts';
import type { Beside } from '../../validation/flux/kustomizations.ts';
import { missingObjectRules } from '../../validation/rules/graph-missing-object.ts';
import { validateObjects } from '../../validation/objects.ts';
import { diagnosticOf } from '../../validation/schema/finding-diagnostic.ts';
import type { SchemaRegistry } from '../../validation/schema/registry.ts';
import { treeEntries, type TreeEntry } from '../../validation/schema/tree-object.ts';
import { applySettings, type RuleSettings } from '../../validation/settings.ts';
import { validateReferences } from '../../validation/validate-references.ts';
import { prefixInRepository } from '../beside.ts';
import { olderVersions } from '../kubernetes-version.ts';
import { readRegistry } from '../schemas.ts';
import { userFindings } from '../user-rules.ts';
import { documentFile, type DocumentFile } from './documents.ts';
import { builtBy, type Built } from './kustomizations.ts';
import { readPaths, type PathOptions } from './read-paths.ts';

/** What is to be validated, and for which cluster. */
export interface ValidateOptions extends PathOptions {
  readonly version: string;
  /** Folders or files with definitions of custom resources, or tables. */
  readonly crds: readonly string[];
  /** Severities by code. */
  readonly rules: RuleSettings['rules'];
  /** The paths hold everything that the cluster does: what is not there is missing. */
  readonly complete: boolean;
  /** A file with rules of one's own. */
  readonly ownRules?: string;
}

export interface ValidateReport {
  readonly files: number;
  readonly objects: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** Validates any YAML or JSON files: no project, no Nix, no key. Findings carry the line of the file. */
export async function validate(options: ValidateOptions): Promise<Result<ValidateReport>> {
  const read = await readPaths(options);
  if (!read.ok) return read;
  const all = read.value.texts.map(documentFile);
  const built = builtBy(all);
  const files = all
    .filter(({ path, named }) => named || !built.patches.has(path))
    .map((file) => (built.setsNamespace ? withOpenNames(file) : file));
  const entries = treeEntries(files);
  const { version, cwd: root } = options;
  const missing = options.crds.filter((path) => !existsSync(resolve(root, path)));
  if (missing.length > 0)
    return failure(
      ...missing.map((path) => errorAt('use/path', `--crds ${path}: there is no such path`)),
    );
  const folders = options.crds.map((path) => relative(root, resolve(root, path)));
  const objects = entries.map(({ object }) => object);
  const registry = await readRegistry({ version, root, folders, objects });
  if (!registry.ok) return registry;
  const { templates } = read.value;
  const settings = { rules: rulesOf(options, built), external: built.generated };
  const world = { ...worldOf(built, templates.length > 0), ...besideOf(all, options) };
  const diagnostics = [
    ...olderVersions([version]),
    ...files.flatMap(({ diagnostics }) => diagnostics),
    ...entries.flatMap((entry) => withoutMetadata(entry, registry.value)),
    ...applySettings(
      [
        ...leftOut(all, built, templates),
        ...validateObjects(entries, { registry: registry.value, settings }),
      ],
      settings,
      entries,
    ),
    ...validateReferences(files, world, settings),
    ...(options.ownRules === undefined
      ? []
      : await userFindings(options.ownRules, { entries, settings, root })),
  ];
  const shown = new Set(diagnostics.map(({ origin }) => origin));
  for (const { locate } of files) locate(shown);
  return success({ files: files.length, objects: entries.length, diagnostics });
}

/** Files of other programs have apiVersion and kind too: only objects of known kinds are sure to need metadata. */
function withoutMetadata(entry: TreeEntry, registry: SchemaRegistry): Diagnostic[] {
  const { apiVersion, kind, metadata } = entry.object;
  const needsNone = metadata !== undefined || /(Review|List|Status|Options)$/.test(kind);
  if (needsNone || registry.find(apiVersion, kind) === undefined) return [];
  const message = `${entry.file} holds an object without metadata.name`;
  return [diagnosticOf(entry, { code: 'schema/object', path: entry.path, message })];
}

/** People write `_` where kustomize puts another name. */
function withOpenNames(file: DocumentFile): DocumentFile {
  return { ...file, opaque: (text) => (text === '_' ? 'text' : file.opaque(text)) };
}

/** Nobody says that the files are a whole cluster: what they lack may be elsewhere, what they hold twice for two. */
const OF_WHOLES = [...missingObjectRules.map(({ code }) => code), 'metadata/duplicate'];

function rulesOf(
  { complete, rules }: ValidateOptions,
  { setsNamespace }: Built,
): RuleSettings['rules'] {
  const milder = OF_WHOLES.filter((code) => !(`${code.split('/', 1)[0] ?? ''}/*` in rules));
  return {
    ...(setsNamespace ? { 'metadata/namespace': 'off' } : {}),
    ...(complete ? {} : Object.fromEntries(milder.map((code) => [code, 'warning' as const]))),
    ...rules,
  };
}

function worldOf({ generated, hasMore }: Built, charts: boolean) {
  return {
    external: generated,
    hidden: { partial: hasMore || charts, namespaces: [], charts },
  };
}

/** What Flux applies is known where files lie as they do in the repository; standard input lies nowhere. */
function besideOf(
  files: readonly DocumentFile[],
  { cwd, paths }: ValidateOptions,
): { beside?: Beside } {
  if (paths.includes('-')) return {};
  const handWritten = files
    .filter(({ kustomizations }) => kustomizations.length > 0)
    .map(({ path, kustomizations }) => ({
      path,
      objects: kustomizations as readonly KubernetesObject[],
    }));
  return { beside: { handWritten, prefix: prefixInRepository(cwd) } };
}

const MOST_LISTED = 8;

/** What lies in the folders and is no object is told in sum. */
function leftOut(
  files: readonly DocumentFile[],
  { patches }: Built,
  templates: readonly string[],
): Diagnostic[] {
  const others = files.filter(
    ({ path, named, isForeign }) => !named && (isForeign || patches.has(path)),
  );
  const paths = [...others.map(({ path }) => path), ...templates].sort();
  if (paths.length === 0) return [];
  const more = paths.length > MOST_LISTED ? ` and ${paths.length - MOST_LISTED} more` : '';
  const list = `${paths.slice(0, MOST_LISTED).join(', ')}${more}`;
  return [
    infoAt(
      'schema/object',
      `not checked, because they hold other things than whole objects: ${list}`,
    ),
  ];
}
