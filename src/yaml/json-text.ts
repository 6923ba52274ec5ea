import type { Json } from '../core/json.ts';
import { behindJson } from './behind-json.ts';
import type { Difference } from './differences.ts';
import { jsonStream } from './json-stream.ts';

/** What is JSON to kubectl: one object, or several one after the other. */
export interface JsonText {
  readonly values: readonly Json[];
  readonly differences: readonly (Difference & { readonly index: number })[];
}

/**
 * Reads JSON as what it is, several times faster than YAML. Undefined for a text that is none, and for one with a key
 * twice in an object, which the reader of YAML places.
 */
export function readJsonText(marked: string): JsonText | undefined {
  const text = marked.replace(/^\ufeff/, '');
  if (!/^\s*\{/.test(text)) return undefined;
  const whole = parse(text);
  const parts =
    whole === undefined
      ? jsonStream(text)?.map((span) => text.slice(span.start, span.end))
      : [text];
  if (parts === undefined) return undefined;
  const values = parts.flatMap((part) => whole ?? parse(part) ?? []);
  if (values.length < parts.length || keysIn(text) !== countKeys(values)) return undefined;
  const odd = parts.flatMap((part, index) => (ODD.test(part) ? [{ index, ...ONLY_JSON }] : []));
  const more = whole === undefined ? behindJson(text).differences : [];
  return { values, differences: [...odd, ...more] };
}

/** Escapes and characters that YAML does not have. */
const ODD = /(?:^|[^\\])(?:\\\\)*\\(?:\/|u[dD][89a-fA-F])|[\x7f-\x84\x86-\x9f\ufffe\uffff]/;

const ONLY_JSON: Difference = {
  path: [],
  message:
    'kubectl reads this JSON; kustomize and Flux, which read it as YAML, refuse an escape or a character in it',
  help: 'write the characters of \\ud83d\\ude00 and \\/ as they are',
  refusedBy: ['kustomize'],
};

function parse(text: string): Json[] | undefined {
  try {
    return [JSON.parse(text) as Json];
  } catch {
    return undefined;
  }
}

/** Keys as they are written, and those that were read: fewer where one is there twice. */
function keysIn(text: string): number {
  let count = 0;
  for (const [, colon] of text.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?/gs))
    if (colon !== undefined) count += 1;
  return count;
}

function countKeys(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + countKeys(item), 0);
  if (typeof value !== 'object' || value === null) return 0;
  const items: unknown[] = Object.values(value);
  return items.reduce<number>((sum, item) => sum + countKeys(item), items.length);
}
