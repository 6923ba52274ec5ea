import type { Json, JsonObject } from './json.ts';
import { isJsonObject } from './json.ts';

/** A Kubernetes object: something with apiVersion and kind. Everything else is opaque to the core. */
export interface KubernetesObject extends JsonObject {
  apiVersion: string;
  kind: string;
}

/** How messages name an object: `StatefulSet apps/openclaw`, `Namespace apps`. */
export function describeObject(object: JsonObject): string {
  const metadata = isJsonObject(object['metadata']) ? object['metadata'] : {};
  const kind = text(object['kind']) ?? 'object';
  const name = text(metadata['name']) ?? text(metadata['generateName']) ?? '(unnamed)';
  const namespace = text(metadata['namespace']);
  return namespace === undefined ? `${kind} ${name}` : `${kind} ${namespace}/${name}`;
}

function text(value: Json | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
