import { existsSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { errorAt, type Diagnostic } from '../../core/diagnostic.ts';
import { failure, success, type Result } from '../../core/result.ts';
import type { KubernetesObject } from '../../core/object.ts';
import { appliedKustomizations, type Beside } from '../../validation/flux/kustomizations.ts';
import { isFluxKustomization } from '../../validation/flux/tree.ts';
import { missingObjectRules } from '../../validation/rules/graph-missing-object.ts';
import { validateObjects, type ValidationContext } from '../../validation/objects.ts';
import { diagnosticOf } from '../../validation/schema/finding-diagnostic.ts';
import type { SchemaRegistry } from '../../validation/schema/registry.ts';
import { treeEntries, type TreeEntry } from '../../validation/schema/tree-object.ts';
import { applySettings, type RuleSettings } from '../../validation/settings.ts';
import { wrongName } from '../../validation/rule-names.ts';
import { validateReferences } from '../../validation/validate-references.ts';
import type { ManifestReader } from '../../yaml/differences.ts';
import { prefixInRepository } from '../beside.ts';
import { olderVersions } from '../kubernetes-version.ts';
import { readRegistry } from '../schemas.ts';
import { userFindings } from '../user-rules.ts';
import { documentFile, type DocumentFile } from './documents.ts';
import { differenceFindings, withoutConsequences } from './differences.ts';
import { builtBy, type Built } from './kustomizations.ts';
import { aboutTemplates, leftOut } from './left-out.ts';
import { readPaths, type PathOptions } from './read-paths.ts';
import { repositoryFolder } from './repository-folder.ts';

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
  const wrong = wrongUse(options);
  if (wrong.length > 0) return failure(...wrong);
  const read = await readPaths(options);
  if (!read.ok) return read;
  const all = read.value.texts.map(documentFile);
  const built = builtBy(all);
  const files = all
    .filter(({ path, named }) => named || !built.patches.has(path))
    .map((file) => (built.setsNamespace ? withOpenNames(file) : file));
  const entries = treeEntries(files);
  const registry = await registryFor(entries, options);
  if (!registry.ok) return registry;
  const { templates } = read.value;
  const settings = { rules: rulesOf(options, built), external: built.generated };
  const world = {
    ...worldOf(built, templates.length > 0),
    ...besideOf(all, options),
    registry: registry.value,
  };
  const setAside = templateFiles(all, built, options);
  const { cwd: root } = options;
  const diagnostics = [
    ...olderVersions([options.version]),
    ...files.flatMap((file) => problemsOf(file, setAside)),
    ...entries.flatMap((entry) => withoutMetadata(entry, registry.value)),
    ...applySettings(
      [
        ...leftOut(all, built, templates),
        ...aboutTemplates(setAside),
        ...objectFindings(files, entries, { registry: registry.value, settings }),
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

async function registryFor(
  entries: readonly TreeEntry[],
  { version, cwd: root, crds }: ValidateOptions,
): Promise<Result<SchemaRegistry>> {
  const folders = crds.map((path) => relative(root, resolve(root, path)));
  const objects = entries.map(({ object }) => object);
  return readRegistry({ version, root, folders, objects });
}

/** What speaks against the objects, and what kubectl and kustomize would read differently in them. */
function objectFindings(
  files: readonly DocumentFile[],
  entries: readonly TreeEntry[],
  context: ValidationContext,
): Diagnostic[] {
  const ambiguous = differenceFindings(entries, {
    registry: context.registry,
    reader: readerOf(files),
    differences: new Map(files.map(({ path, differences }) => [path, differences])),
  });
  return [...ambiguous, ...withoutConsequences(validateObjects(entries, context), ambiguous)];
}

/** Whether kustomize, or Flux with it, is told to apply the files; kubectl applies what they lie around for. */
function readerOf(files: readonly DocumentFile[]): ManifestReader {
  const isBuilt = files.some(
    ({ kustomizations, objects }) => kustomizations.length > 0 || objects.some(isFluxKustomization),
  );
  return isBuilt ? 'kustomize' : 'kubectl';
}

/** Paths that are not there, and rules that do not exist. */
function wrongUse({ crds, cwd, rules }: ValidateOptions): Diagnostic[] {
  const missing = crds.filter((path) => !existsSync(resolve(cwd, path)));
  return [
    ...missing.map((path) => errorAt('use/path', `--crds ${path}: there is no such path`)),
    ...Object.keys(rules).flatMap((name) => {
      const wrong = wrongName(name, 'settings');
      return wrong === undefined
        ? []
        : [errorAt('use/rule', `--rule ${name}: ${wrong.message}`, { help: wrong.help })];
    }),
  ];
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
  const prefix = prefixInRepository(cwd);
  return { beside: { handWritten, prefix, folder: repositoryFolder(files, prefix) } };
}

/** Files that are made into YAML by another program first: templates that nothing in the tree applies as they stand. */
function templateFiles(
  files: readonly DocumentFile[],
  { resources }: Built,
  options: ValidateOptions,
): ReadonlySet<string> {
  const paths = files.filter(({ isTemplate }) => isTemplate).map(({ path }) => path);
  if (paths.length === 0) return new Set();
  const { beside } = besideOf(files, options);
  const kustomizations = beside === undefined ? [] : appliedKustomizations({ files, ...beside });
  const applied = new Set(kustomizations.flatMap((each) => each.files.map((file) => file.path)));
  return new Set(paths.filter((path) => !resources.has(path) && !applied.has(path)));
}

function problemsOf(file: DocumentFile, setAside: ReadonlySet<string>): readonly Diagnostic[] {
  const { path, named, isForeign, unreadable, diagnostics } = file;
  const isLeft = setAside.has(path) || (unreadable.length > 0 && isForeign && !named);
  return isLeft ? [] : [...unreadable, ...diagnostics];
}
