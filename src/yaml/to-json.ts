import type { Json } from '../core/json.ts';
import { Timestamp, type ScalarValue, type YamlMap, type YamlNode } from './node.ts';

/**
 * The node as JSON, as Kubernetes tools read it: merge keys applied (own keys win, then the earlier
 * merged map), keys that are no strings by their text, dates as written, bytes as base64.
 */
export function nodeToJson(node: YamlNode): Json {
  switch (node.kind) {
    case 'map':
      return Object.fromEntries(mapEntries(node));
    case 'list':
      return node.items.map((item) => nodeToJson(item.value));
    case 'scalar':
      return scalarToJson(node.value, node.source);
  }
}

function mapEntries(map: YamlMap): Map<string, Json> {
  const entries = new Map<string, Json>();
  for (const entry of map.entries) {
    if (!entry.merge) entries.set(entry.key, nodeToJson(entry.value));
  }
  for (const entry of map.entries) {
    if (!entry.merge) continue;
    const sources =
      entry.value.kind === 'list' ? entry.value.items.map((item) => item.value) : [entry.value];
    for (const source of sources) {
      if (source.kind !== 'map') continue;
      for (const [key, value] of mapEntries(source)) if (!entries.has(key)) entries.set(key, value);
    }
  }
  return entries;
}

/** Integers beyond 2^53 lose digits in JSON, as they do in every JSON reader that knows only doubles. */
export function scalarToJson(value: ScalarValue, source: string): Json {
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof Timestamp) return source;
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  return typeof value === 'number' && !Number.isFinite(value) ? source : value;
}
