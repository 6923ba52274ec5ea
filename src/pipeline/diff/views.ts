import { isJsonObject, type Json, type JsonObject } from '../../core/json.ts';
import type { KubernetesObject } from '../../core/object.ts';
import type { Path } from '../../core/pointer.ts';
import { describeReference, type Placement } from '../../core/reference.ts';
import { success, type Result } from '../../core/result.ts';
import { isSecret } from '../../core/roll.ts';
import { parseEncrypted, type SopsFile } from '../../sops/encrypted-file.ts';
import { selectorOf, selectsPath, type Selection } from '../../sops/selection.ts';
import { foldDocument } from '../../sops/walk.ts';
import { Sealed, type ObjectView, type Verdict, type View } from '../../validation/diff/view.ts';
import { readManifest } from '../../yaml/read.ts';
import { scalarToJson } from '../../yaml/to-json.ts';
import type { Decision } from '../decide.ts';
import type { LockEntry } from '../lock-file.ts';

/** The objects of a manifest file as it stands. Equal ciphertexts are equal values. */
export function viewText(text: string, path: string): Result<ObjectView[]> {
  if (/^sops:/m.test(text)) {
    const parsed = parseEncrypted(text, path);
    return parsed.ok ? success(objectsOf(viewEncrypted(parsed.value))) : parsed;
  }
  const documents = readManifest(text, path);
  return documents.ok ? success(viewClear(documents.value)) : documents;
}

/** Objects of a file that is not encrypted. The values of Secrets are known and compared, but never shown. */
export function viewClear(objects: readonly Json[]): ObjectView[] {
  return objectsOf(objects.map((object) => (isSecret(object) ? viewSecret(object) : object)));
}

/**
 * Objects of a file that is to be encrypted. What is known of a sealed value comes from the lock entry with which the
 * file was written before: the objects as they were defined, and the ciphertexts that their references led to.
 */
export function viewDefined(
  { file, facts }: Decision,
  former: LockEntry | undefined,
): ObjectView[] {
  const { rule, references, objects } = facts;
  const isSame = former?.objects.includes(objects) === true;
  const verdictOf = (placement: Placement | undefined): Verdict => {
    const names = (placement?.spans ?? [])
      .map(({ reference }) => describeReference(reference))
      .filter((name) => references.has(name));
    const digests = names.map((name) => references.get(name) ?? 'opaque');
    const known = names.map((name) => former?.references.get(name));
    if (former === undefined || digests.includes('opaque')) return 'unknown';
    const isOther = digests.some((digest, index) => known[index]?.includes(digest) !== true);
    if (isOther) return 'changed';
    return isSame ? 'unchanged' : 'unknown';
  };
  const placements = new Map(file.placements.map((found) => [placeOf(found), found]));
  return objectsOf(
    file.objects.map((value, object) =>
      sealSelected(value, { path: [], selection: rule?.selection }, (path) =>
        verdictOf(placements.get(placeOf({ object, path }))),
      ),
    ),
  );
}

function placeOf({ object, path }: Pick<Placement, 'object' | 'path'>): string {
  return JSON.stringify([object, ...path]);
}

function viewEncrypted({ documents, metadata }: SopsFile): View[] {
  const selector = selectorOf(metadata.selection);
  return documents.map(({ root }) =>
    foldDocument<View>(root, selector, {
      leaf: ({ node, selected }) => {
        const value = scalarToJson(node.value, node.source);
        return selected && value !== null ? new Sealed(JSON.stringify(value)) : value;
      },
      map: (_, entries) =>
        Object.fromEntries(entries.map(({ entry, value }) => [entry.key, value])),
      list: (_, items) => [...items],
    }),
  );
}

function viewSecret(secret: JsonObject): View {
  const seal = (values: Json): View => {
    if (!isJsonObject(values)) return new Sealed(JSON.stringify(values));
    return Object.fromEntries(
      Object.entries(values).map(([key, value]) => [key, new Sealed(JSON.stringify(value))]),
    );
  };
  return Object.fromEntries(
    Object.entries(secret).map(([key, value]) => [
      key,
      key === 'data' || key === 'stringData' ? seal(value) : value,
    ]),
  );
}

interface Selected {
  readonly path: Path;
  readonly selection: Selection | undefined;
}

function sealSelected(
  value: Json,
  { path, selection }: Selected,
  verdictOf: (path: Path) => Verdict,
): View {
  const inner = (item: Json, part: string | number) =>
    sealSelected(item, { path: [...path, part], selection }, verdictOf);
  if (Array.isArray(value)) return value.map(inner);
  if (isJsonObject(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, inner(item, key)]));
  }
  if (value === null || selection === undefined || !selectsPath(selection, path)) return value;
  // Empty text is never encrypted.
  return value === '' ? new Sealed(JSON.stringify(value)) : new Sealed(undefined, verdictOf(path));
}

/** Kubernetes objects alone; whatever else a file holds is told by validation. */
function objectsOf(documents: readonly View[]): ObjectView[] {
  return documents.filter(
    (document) =>
      typeof (document as Partial<KubernetesObject> | null)?.apiVersion === 'string' &&
      typeof (document as Partial<KubernetesObject> | null)?.kind === 'string',
  ) as ObjectView[];
}
