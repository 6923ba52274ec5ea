/**
 * What a terminal would obey instead of show: control characters of both sets, marks that turn the direction of text, and
 * the code points that are no characters (cli/style.ts uses some of them as marks of its own).
 */
const OBEYED =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufdd0-\ufdef\ufeff\ufff9-\ufffb]|\p{Surrogate}/gu;

/** Text of any origin as a terminal may be given it: what it would obey is written out, as `\u{1b}`. Line feeds and tabs stay. */
export function printable(text: string): string {
  return text.replaceAll('\r\n', '\n').replaceAll(OBEYED, written);
}

/** JSON as a terminal may be given it: the same document, in which such characters are escaped as JSON does it. */
export function printableJson(json: string): string {
  return json.replaceAll(
    OBEYED,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function written(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}
