import { isJsonObject, type Json, type JsonObject } from '../../core/json.ts';

/** Kinds with operations in the document's paths → whether they live in namespaces. */
export function namespacedKinds(paths: Json | undefined): Map<string, boolean> {
  const scopes = new Map<string, boolean>();
  if (!isJsonObject(paths)) return scopes;
  for (const [path, item] of Object.entries(paths)) {
    // Other paths are about all namespaces at once, or about a part of an object.
    if (!path.endsWith('/{name}') || !isJsonObject(item)) continue;
    for (const operation of Object.values(item)) {
      const gvk = isJsonObject(operation)
        ? operation['x-kubernetes-group-version-kind']
        : undefined;
      if (isJsonObject(gvk)) scopes.set(gvkText(gvk), path.includes('/namespaces/{namespace}/'));
    }
  }
  return scopes;
}

function gvkText(gvk: JsonObject): string {
  const parts = [gvk['group'], gvk['version'], gvk['kind']];
  const texts = parts.filter((part) => typeof part === 'string');
  return texts.filter((text) => text !== '').join('/');
}
