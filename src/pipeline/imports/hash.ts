import { createHash } from 'node:crypto';
import { canonicalJson, isJsonObject, type JsonObject } from '../../core/json.ts';
import type { KubernetesObject } from '../../core/object.ts';

/** Every object with the label `kubenix/hash`: SHA-1 of Nix's `toJSON` of them all, as kubenix makes it. */
export function withHash(objects: readonly KubernetesObject[]): KubernetesObject[] {
  const hash = createHash('sha1')
    .update(nixJson([...objects]))
    .digest('hex');
  return objects.map((object) => {
    const metadata = objectOr(object['metadata']);
    const labels = { ...objectOr(metadata['labels']), 'kubenix/hash': hash };
    return { ...object, metadata: { ...metadata, labels } };
  });
}

function objectOr(value: unknown): JsonObject {
  return isJsonObject(value) ? value : {};
}

/** Nix sorts keys by bytes, as canonical JSON does, and knows no short escapes for backspace and form feed. */
function nixJson(objects: KubernetesObject[]): string {
  return canonicalJson(objects).replace(/\\(.)/g, (escape, letter: string) => {
    if (letter === 'b') return '\\u0008';
    return letter === 'f' ? '\\u000c' : escape;
  });
}
