import type { Span } from './node.ts';

/** A string, or a bracket; in JSON all else is between them. */
const TOKEN = /"(?:[^"\\]|\\.)*"|[[\]{}]/gs;

/**
 * Where the values of a text are that is JSON objects one after the other, as `kubectl get -o json`, `jq -c` and
 * jsonnet print them: with line breaks between them or not. What follows the last, be it YAML behind a separator, is one
 * more. Undefined for every other text, which YAML has a meaning for as a whole.
 */
export function jsonStream(text: string): Span[] | undefined {
  const start = text.search(/\S/);
  if (text[start] !== '{') return undefined;
  const spans: Span[] = [];
  let [from, depth] = [start, 0];
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    if (depth === 0 && !/^\s*$/.test(text.slice(from, index))) break;
    if (token === '{' || token === '[') depth += 1;
    if (token === '}' || token === ']') depth -= 1;
    if (depth > 0) continue;
    if (depth < 0) return undefined;
    spans.push({ start: from, end: index + 1 });
    from = index + 1;
  }
  const [first] = spans;
  if (first === undefined || !isJson(text.slice(first.start, first.end))) return undefined;
  const rest = /\S/.test(text.slice(from)) ? [{ start: from, end: text.length }] : [];
  return spans.length + rest.length > 1 ? [...spans, ...rest] : undefined;
}

/** Whether a text is one value of JSON. */
export function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
