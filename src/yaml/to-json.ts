import type { Json, JsonObject } from '../core/json.ts';
import { Timestamp, type ScalarValue, type YamlMap, type YamlNode } from './node.ts';

/**
 * The node as JSON, as Kubernetes tools read it: merge keys applied (own keys win, then the earlier
 * merged map), keys that are no strings by their text, dates as written, bytes as base64.
 */
export function nodeToJson(node: YamlNode): Json {
  switch (node.kind) {
    case 'map':
      return mapToJson(node);
    case 'list':
      return node.items.map((item) => nodeToJson(item.value));
    case 'scalar':
      return scalarToJson(node.value, node.source);
  }
}

function mapToJson({ entries }: YamlMap): JsonObject {
  const object: JsonObject = {};
  for (const { merge, key, value } of entries) if (!merge) setOwn(object, key, nodeToJson(value));
  for (const { merge, value } of entries) if (merge) mergeInto(object, value);
  return object;
}

function mergeInto(object: JsonObject, merged: YamlNode): void {
  const sources = merged.kind === 'list' ? merged.items.map((item) => item.value) : [merged];
  for (const source of sources) {
    if (source.kind !== 'map') continue;
    for (const [key, value] of Object.entries(mapToJson(source)))
      if (!Object.hasOwn(object, key)) setOwn(object, key, value);
  }
}

/** Assigning `__proto__` would change what the object inherits. */
function setOwn(object: JsonObject, key: string, value: Json): void {
  if (key !== '__proto__') object[key] = value;
  else Object.defineProperty(object, key, { value, ...PLAIN });
}

const PLAIN = { writable: true, enumerable: true, configurable: true };

/** Integers beyond 2^53 lose digits in JSON, as they do in every JSON reader that knows only doubles. */
export function scalarToJson(value: ScalarValue, source: string): Json {
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof Timestamp) return source;
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  return typeof value === 'number' && !Number.isFinite(value) ? source : value;
}
