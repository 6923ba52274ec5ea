import { isJsonObject, type Json, type JsonObject } from '../../core/json.ts';
import { items, text } from '../graph/fields.ts';
import { Lookup } from '../graph/lookup.ts';
import { nodesOf } from '../graph/node.ts';
import type { RuleFile } from '../rules/rule.ts';
import {
  isFluxKustomization,
  KustomizeTree,
  resolvePath,
  sourceOf,
  type HandWrittenFile,
} from './tree.ts';
import { variablesOf, type Variables } from './variables.ts';

/** A Kustomization of Flux that applies files of the tree. */
export interface AppliedKustomization {
  readonly object: JsonObject;
  /** Another one may give it what it does not say itself: variables, decryption. */
  readonly isPatched: boolean;
  /** What it puts into them; undefined: nothing. */
  readonly variables: Variables | undefined;
  /** As messages call it: `flux-system/apps`. */
  readonly name: string;
  /** The manifest files that it applies. */
  readonly files: readonly RuleFile[];
}

/** What stands beside the manifest files. */
export interface Beside {
  readonly handWritten: readonly HandWrittenFile[];
  /** The project root below that of the repository; empty when they are one. */
  readonly prefix: string;
  /** A folder below the project root that stands for the root of the repository instead. */
  readonly folder?: string | undefined;
}

interface FluxTree extends Beside {
  readonly files: readonly RuleFile[];
}

/**
 * The Kustomizations known, with what they apply. One of another source is none of ours: ours are those of the source
 * `flux-system`, and of whatever source has a Kustomization whose path lies in the tree.
 */
export function appliedKustomizations(tree: FluxTree): AppliedKustomization[] {
  const { files, handWritten, prefix, folder } = tree;
  const kustomizations = [...files, ...handWritten].flatMap((file) =>
    (file.objects as readonly Json[]).filter(isFluxKustomization),
  );
  if (kustomizations.length === 0) return [];
  const inRepository = (path: string) => {
    if (folder === undefined) return resolvePath(prefix, path) ?? path;
    return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : path;
  };
  const byPath = new Map(files.map((file) => [inRepository(file.path), file]));
  const kustomize = new KustomizeTree(
    new Map(
      [...files, ...handWritten].map(({ path, objects }) => [
        inRepository(path),
        (objects as readonly Json[]).filter(isJsonObject),
      ]),
    ),
  );
  const lookup = new Lookup(nodesOf([...files, ...handWritten]));
  const sources = ourSources(kustomizations, kustomize);
  const patching = kustomizations.filter(patchesOthers);
  return kustomizations.flatMap((object) => {
    const path = resolvePath('', text(object, 'spec', 'path') ?? '');
    if (path === undefined || !sources.has(sourceOf(object))) return [];
    const applied = kustomize.applied(path).flatMap((file) => byPath.get(file) ?? []);
    const own = variablesOf(object, lookup);
    const isPatched = patching.some((other) => other !== object);
    const variables = own && isPatched ? { ...own, complete: false } : own;
    return [{ object, isPatched, variables, name: nameOf(object), files: [...new Set(applied)] }];
  });
}

/** Whoever applies a tree of Kustomizations often gives all of them their defaults, by a patch. */
function patchesOthers(object: JsonObject): boolean {
  return items({ value: object, path: [] }, 'spec', 'patches').some(
    ({ value }) =>
      text(value, 'target', 'kind') === 'Kustomization' ||
      /^\s*"?kind"?:\s*"?Kustomization\b/m.test(text(value, 'patch') ?? ''),
  );
}

function ourSources(kustomizations: readonly JsonObject[], tree: KustomizeTree): Set<string> {
  const ours = kustomizations.filter((object) => {
    const path = resolvePath('', text(object, 'spec', 'path') ?? '') ?? '';
    const isBootstrap = text(object, 'spec', 'sourceRef', 'name') === 'flux-system';
    return isBootstrap || (path !== '' && tree.has(path));
  });
  return new Set(ours.map(sourceOf));
}

function nameOf(object: JsonObject): string {
  const [namespace, name] = ['namespace', 'name'].map((field) => text(object, 'metadata', field));
  return namespace === undefined ? (name ?? '') : `${namespace}/${name ?? ''}`;
}
