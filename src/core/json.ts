/** A JSON value. Integers are exact up to 2^53 - 1; the Nix side refuses to send larger ones. */
export type Json = null | boolean | number | string | Json[] | JsonObject;
export interface JsonObject {
  [key: string]: Json;
}

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Order of two strings by their UTF-8 bytes, as Nix and Go sort keys. JavaScript's `<` compares UTF-16
 * units, which differs once surrogates meet U+E000..U+FFFF.
 */
export function compareUtf8(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index++) {
    const difference = rank(a.charCodeAt(index)) - rank(b.charCodeAt(index));
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** Moves surrogates behind all other UTF-16 units: code point order, which is UTF-8 byte order. */
function rank(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
}

/** Entries of an object sorted by the UTF-8 bytes of their keys. */
export function sortedEntries<T>(object: Readonly<Record<string, T>>): [string, T][] {
  return Object.entries(object).sort(([a], [b]) => compareUtf8(a, b));
}

/** JSON text with keys sorted by UTF-8 bytes and no blanks: equal values give equal text. */
export function canonicalJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (!isJsonObject(value)) return JSON.stringify(value);
  const members = sortedEntries(value).map(
    ([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`,
  );
  return `{${members.join(',')}}`;
}
