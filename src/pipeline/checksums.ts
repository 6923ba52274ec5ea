import { sha256 } from '../core/digest.ts';
import { canonicalJson, type JsonObject } from '../core/json.ts';
import { isSecret, isTarget, secretKey, secretKeys, type Roll } from '../core/roll.ts';
import { isTreeObject, type Tree, type TreeObject } from '../core/tree.ts';
import { readDocuments } from '../yaml/documents.ts';
import { nodeToJson } from '../yaml/to-json.ts';

/** Secret, as `namespace/name` → SHA-256 in hex over its document as it is written. */
export type Checksums = ReadonlyMap<string, string>;

/**
 * The checksums of the Secrets in the text of a manifest file: over ciphertext and clear leaves, without the sops
 * block. Empty for a text that is no YAML: whatever is wrong with it is told elsewhere.
 */
export function checksumsOf(text: string, path: string): Checksums {
  const documents = readDocuments(text, path);
  if (!documents.ok) return new Map();
  return new Map(
    documents.value
      .map(({ root }) => nodeToJson(root))
      .filter(isSecret)
      .map((secret) => [secretKey(secret), checksumOf(secret)]),
  );
}

/** The objects with `checksum/<secret>` on the pod templates of workloads that roll on Secrets in `checksums`. */
export function withChecksums<T extends TreeObject>(
  objects: readonly T[],
  rolls: readonly Roll[],
  checksums: Checksums,
): T[] {
  return objects.map((object) => {
    const mine = rolls.filter((roll) => isTarget(roll, object));
    const annotations = mine.flatMap((roll) => annotationsOf(roll, checksums));
    return annotations.length === 0
      ? object
      : (annotate(object, TEMPLATE, Object.fromEntries(annotations)) as T);
  });
}

const TEMPLATE = ['spec', 'template', 'metadata', 'annotations'];

function annotationsOf(roll: Roll, checksums: Checksums): [string, string][] {
  return secretKeys(roll).flatMap((key): [string, string][] => {
    const checksum = checksums.get(key);
    return checksum === undefined
      ? []
      : [[`checksum/${key.slice(key.indexOf('/') + 1)}`, checksum]];
  });
}

function annotate(tree: Tree | undefined, path: readonly string[], added: TreeObject): TreeObject {
  const object = tree !== undefined && isTreeObject(tree) ? tree : {};
  const [key, ...rest] = path;
  return key === undefined
    ? { ...object, ...added }
    : { ...object, [key]: annotate(object[key], rest, added) };
}

function checksumOf(secret: JsonObject): string {
  const written = Object.entries(secret).filter(([key]) => key !== 'sops');
  return sha256(canonicalJson(Object.fromEntries(written))).slice('sha256:'.length);
}
