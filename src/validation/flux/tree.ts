import { isJsonObject, type JsonObject } from '../../core/json.ts';
import type { KubernetesObject } from '../../core/object.ts';
import { items, text } from '../graph/fields.ts';

/** A YAML file below the manifests folder that no module makes. */
export interface HandWrittenFile {
  /** Relative to the project root. */
  readonly path: string;
  readonly objects: readonly KubernetesObject[];
}

/** The YAML files of a tree, as kustomize walks through them. Paths are relative to the root of the repository. */
export class KustomizeTree {
  readonly #files: ReadonlyMap<string, readonly JsonObject[]>;

  constructor(files: ReadonlyMap<string, readonly JsonObject[]>) {
    this.#files = files;
  }

  /** True when a folder, or the repository itself (`''`), holds any of the files. */
  has(folder: string): boolean {
    return [...this.#files.keys()].some((path) => isBelow(path, folder));
  }

  /**
   * The files that Flux applies for a folder: what its kustomization.yaml names, else all that lie below it, but for
   * folders with a kustomization.yaml of their own, of which that decides.
   */
  applied(folder: string, seen = new Set<string>()): string[] {
    if (seen.has(folder)) return [];
    seen.add(folder);
    const own = this.#kustomization(folder);
    if (own !== undefined) return this.#named(own, folder, seen);
    const below = [...this.#files.keys()].filter((path) => isBelow(path, folder));
    const inner = new Set(
      below.filter(isKustomizationFile).map((path) => path.slice(0, path.lastIndexOf('/'))),
    );
    const outer = [...inner].filter((path) => ![...inner].some((other) => isInside(path, other)));
    return [
      ...below.filter((path) => !outer.some((other) => isBelow(path, other))),
      ...outer.flatMap((path) => this.applied(path, seen)),
    ];
  }

  #kustomization(folder: string): JsonObject | undefined {
    const name = KUSTOMIZATION_FILES.map((file) => (folder === '' ? file : `${folder}/${file}`));
    return name.flatMap((path) => this.#files.get(path) ?? [])[0];
  }

  #named(kustomization: JsonObject, folder: string, seen: Set<string>): string[] {
    const names = ['resources', 'components'].flatMap((list) => kustomization[list] ?? []);
    return names.flatMap((name) => {
      if (typeof name !== 'string' || name.includes('://')) return [];
      const path = resolvePath(folder, name);
      if (path === undefined) return [];
      return this.#files.has(path) ? [path] : this.applied(path, seen);
    });
  }
}

const KUSTOMIZATION_FILES = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'];

/** True for the file that tells kustomize what a folder is made of. */
export function isKustomizationFile(path: string): boolean {
  return KUSTOMIZATION_FILES.includes(path.slice(path.lastIndexOf('/') + 1));
}

/** A path of `spec.path` or of a resource, from a folder on; undefined when it leads out of the repository. */
export function resolvePath(folder: string, path: string): string | undefined {
  const parts: string[] = folder === '' ? [] : folder.split('/');
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}

/** The Flux Kustomizations among objects. */
export function isFluxKustomization(object: unknown): object is JsonObject {
  if (!isJsonObject(object) || object['kind'] !== 'Kustomization') return false;
  return text(object, 'apiVersion')?.startsWith('kustomize.toolkit.fluxcd.io/') === true;
}

/** Where a Kustomization takes its files from, as a text to compare. */
export function sourceOf(kustomization: JsonObject): string {
  const [kind, name] = ['kind', 'name'].map((field) =>
    text(kustomization, 'spec', 'sourceRef', field),
  );
  const namespace =
    text(kustomization, 'spec', 'sourceRef', 'namespace') ??
    text(kustomization, 'metadata', 'namespace') ??
    '';
  return `${kind ?? ''} ${namespace}/${name ?? ''}`;
}

/** ConfigMaps and Secrets that variables come from. */
export function substituteFrom(kustomization: JsonObject) {
  return items({ value: kustomization, path: [] }, 'spec', 'postBuild', 'substituteFrom').map(
    ({ value }) => ({ kind: text(value, 'kind') ?? '', name: text(value, 'name') ?? '' }),
  );
}

function isBelow(path: string, folder: string): boolean {
  return folder === '' || path.startsWith(`${folder}/`);
}

function isInside(path: string, other: string): boolean {
  return path !== other && isBelow(path, other);
}
