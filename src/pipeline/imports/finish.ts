import { isJsonObject, type Json, type JsonObject } from '../../core/json.ts';
import type { KubernetesObject } from '../../core/object.ts';

/**
 * An imported object as a resource of the module would be: members that are null or start with `_` dropped, but for
 * data of ConfigMaps, and the metadata of the module added where the object has none of its own.
 */
export function finished(object: KubernetesObject, metadata: unknown): KubernetesObject {
  const keepsHidden = object.kind === 'ConfigMap' && object.apiVersion === 'v1';
  const cleaned = Object.fromEntries(
    members(object, false).map(([name, value]) => {
      const isData = name === 'data' || name === 'binaryData';
      return [name, clean(value, keepsHidden && isData)];
    }),
  ) as KubernetesObject;
  return { ...cleaned, metadata: underlaid(cleaned['metadata'] ?? {}, metadata as JsonObject) };
}

function clean(value: Json, keepHidden: boolean): Json {
  if (Array.isArray(value)) return value.map((item) => clean(item, false));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    members(value, keepHidden).map(([name, item]) => [name, clean(item, false)]),
  );
}

function members(object: JsonObject, keepHidden: boolean): [string, Json][] {
  return Object.entries(object).filter(
    ([name, value]) => value !== null && (keepHidden || !name.startsWith('_')),
  );
}

/** Own members win, at every depth. */
function underlaid(own: Json, added: Json): Json {
  if (!isJsonObject(own) || !isJsonObject(added)) return own;
  const names = [...new Set([...Object.keys(own), ...Object.keys(added)])];
  return Object.fromEntries(
    names.map((name) => {
      const [mine, theirs] = [own[name], added[name]];
      if (mine === undefined) return [name, theirs ?? null];
      return [name, theirs === undefined ? mine : underlaid(mine, theirs)];
    }),
  );
}
