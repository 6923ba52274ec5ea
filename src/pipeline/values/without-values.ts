import { isJsonObject, type Json } from '../../core/json.ts';

/**
 * A message of Nix without anything that stands in the values, which may be secret: template strings, definitions that
 * are shown, and every text or number of the values that the message repeats. Names are kept, for they say the place.
 */
export function withoutValues(message: string, values: Json): string {
  const [first = ''] = message.split('\n');
  const plain = first
    .replace(/\s*\bDefinitions:.*$/, '')
    .replaceAll(/\{\{.*?(?:\}\}|(?=’|$))/g, '{{ … }}')
    .replace(TEMPLATE_MESSAGE, (_, place: string, rest: string) =>
      [place, rest.replaceAll(/‘[^’]*’/g, '‘…’')].join(''),
    )
    .replaceAll(/the string "(?:[^"\\]|\\.)*"/g, 'a string')
    .replace(/, got (?:-?[\d.e+-]+|true|false)$/, ', got something else');
  const names = new Set(namesIn(values));
  return textsIn(values)
    .filter((text) => text.length >= SHORTEST && !names.has(text))
    .sort((a, b) => b.length - a.length)
    .reduce((text, value) => text.replaceAll(value, '…'), plain);
}

/** What a template string says that goes wrong: behind release and path come names out of the string. */
const TEMPLATE_MESSAGE = /^(release ‘[^’]*’: [^:]*: )(.*)$/;

/** Shorter texts are parts of words. */
const SHORTEST = 4;

function textsIn(value: Json): string[] {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (isJsonObject(value)) return Object.values(value).flatMap(textsIn);
  if (typeof value !== 'string') return typeof value === 'number' ? [String(value)] : [];
  // What a template string quotes, it may say itself.
  const quoted = [...value.matchAll(/"([^"]*)"|`([^`]*)`/g)].map(([, a, b]) => a ?? b ?? '');
  return [value, ...value.split('\n'), ...quoted];
}

function namesIn(value: Json): string[] {
  if (Array.isArray(value)) return value.flatMap(namesIn);
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([name, item]) => [name, ...namesIn(item)]);
}
