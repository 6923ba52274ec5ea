import { posix } from 'node:path';
import { isJsonObject, type Json, type JsonObject } from '../../core/json.ts';
import { items, text } from '../../validation/graph/fields.ts';
import type { External } from '../../validation/graph/external.ts';

const FILE = /(^|\/)kustomization\.ya?ml$/;

/** True for a document by which kustomize builds objects; Flux has a kind of the same name. */
export function isKustomization(document: Json, path: string): boolean {
  if (!isJsonObject(document)) return false;
  const { apiVersion, kind } = document;
  if (typeof apiVersion === 'string') return apiVersion.startsWith('kustomize.config.k8s.io/');
  return apiVersion === undefined && kind === undefined && FILE.test(path);
}

/** A folder that kustomize builds. */
interface Kustomized {
  readonly path: string;
  readonly kustomizations: readonly JsonObject[];
}

/** What kustomize would make of files as they lie there. */
export interface Built {
  /** Files and folders that are resources. */
  readonly resources: ReadonlySet<string>;
  /** Files that hold parts of objects, to be laid over others. */
  readonly patches: ReadonlySet<string>;
  /** ConfigMaps and Secrets that are generated, as patterns for the settings. */
  readonly generated: External;
  /** Objects get a namespace that they do not name. */
  readonly setsNamespace: boolean;
  /** Objects come from elsewhere too: other folders, the network, charts. */
  readonly hasMore: boolean;
}

/** Reads what the kustomizations among the files say of the others. */
export function builtBy(files: readonly Kustomized[]): Built {
  const all = files.flatMap(({ path, kustomizations }) =>
    kustomizations.map((value) => ({ value, folder: posix.dirname(path) })),
  );
  const known = new Set(files.flatMap(({ path }) => [path, ...foldersOf(path)]));
  return {
    resources: new Set(all.flatMap(resourcesOf)),
    patches: new Set(all.flatMap(patchesOf)),
    generated: {
      configmaps: all.flatMap(({ value }) => namesOf(value, 'configMapGenerator')),
      secrets: all.flatMap(({ value }) => namesOf(value, 'secretGenerator')),
    },
    setsNamespace: all.some(({ value }) => typeof value['namespace'] === 'string'),
    hasMore: all.some((each) => reachesOut(each, known)),
  };
}

interface Kustomization {
  readonly value: JsonObject;
  readonly folder: string;
}

function patchesOf({ value, folder }: Kustomization): string[] {
  const named = ['patches', 'patchesJson6902', 'replacements'].flatMap((field) =>
    items({ value, path: [] }, field).flatMap((item) => text(item.value, 'path') ?? []),
  );
  const listed = ['patchesStrategicMerge', 'configurations', 'transformers'].flatMap((field) =>
    textsOf(value[field]),
  );
  return [...named, ...listed].map((path) => posix.join(folder, path));
}

function namesOf(value: JsonObject, generator: string): string[] {
  return items({ value, path: [] }, generator).flatMap((item) => {
    const name = text(item.value, 'name');
    return name === undefined ? [] : [`*/${name}`];
  });
}

function reachesOut(kustomization: Kustomization, known: ReadonlySet<string>): boolean {
  const { value } = kustomization;
  if (['helmCharts', 'helmChartInflationGenerator', 'generators'].some((field) => field in value))
    return true;
  return resourcesOf(kustomization).some((source) => !known.has(source));
}

function resourcesOf({ value, folder }: Kustomization): string[] {
  const sources = ['resources', 'bases', 'components'].flatMap((field) => textsOf(value[field]));
  return sources.map((source) => posix.join(folder, source).replace(/\/$/, ''));
}

function foldersOf(path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

function textsOf(value: Json | undefined): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
