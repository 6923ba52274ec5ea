import { Timestamp, type ScalarValue } from './node.ts';
import { resolvePlain } from './plain-scalar.ts';

export type TextStyle = 'plain' | 'single' | 'double' | 'literal';

/** Words YAML 1.1 readers take for booleans; go-yaml quotes them although it reads them as strings. */
const OLD_BOOLEAN = /^(?:y|yes|n|no|on|off)$/i;

/** Not printable for go-yaml: controls but tab and line feed, C1, surrogates, byte order mark, U+FFFE/F. */
const UNPRINTABLE =
  // eslint-disable-next-line no-control-regex -- the characters that must be escaped
  /[\0-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff]/u;

/** Line breaks of YAML 1.1 that go-yaml writes so that they are lost or doubled when read back. */
const ODD_BREAK = /[\u0085\u2028\u2029]/;

/** Starts that go-yaml refuses for plain scalars, `---` and `...` included. */
const INDICATOR_START = /^(?:[#,[\]{}&*!|>'"%@`]|[-?:](?=[ \t\n]|$)|---|\.\.\.)/;
const INDICATOR_INSIDE = /:(?=[ \t]|$)|[ \t]#/;

/**
 * The style yq (go-yaml v3) prints a string value in. Where go-yaml would print something that reads
 * back as another text (first character a line feed, U+0085, U+2028, U+2029, a tab before the first
 * word of a block) it is double quotes.
 */
export function styleOf(text: string): TextStyle {
  if (text === '') return 'double';
  const escaped = UNPRINTABLE.test(text) || ODD_BREAK.test(text);
  if (text.includes('\n')) return !escaped && literalAllowed(text) ? 'literal' : 'double';
  if (typeof resolvePlain(text) !== 'string' || OLD_BOOLEAN.test(text)) return 'double';
  if (escaped || text.includes('\t')) return 'double';
  const blankEdge = text.startsWith(' ') || text.endsWith(' ');
  return blankEdge || INDICATOR_START.test(text) || INDICATOR_INSIDE.test(text)
    ? 'single'
    : 'plain';
}

function literalAllowed(text: string): boolean {
  return !/^[\n\t]/.test(text) && !/ (?:\n|$)/.test(text);
}

/** A string on one line: plain, single-quoted or double-quoted. Literal style is the printer's job. */
export function inlineText(text: string, style: Exclude<TextStyle, 'literal'>): string {
  if (style === 'plain') return text;
  return style === 'single' ? `'${text.replaceAll("'", "''")}'` : doubleQuoted(text);
}

/** A scalar that is no string, as go-yaml prints it. */
export function bareScalar(value: Exclude<ScalarValue, string | Uint8Array>): string {
  if (value === null) return 'null';
  if (value instanceof Timestamp) return value.rfc3339;
  if (typeof value !== 'number' || Number.isFinite(value)) return String(value);
  if (Number.isNaN(value)) return '.nan';
  return value > 0 ? '.inf' : '-.inf';
}

const NAMED_ESCAPES: Readonly<Record<string, string>> = {
  '\0': '\\0',
  '\x07': '\\a',
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\v': '\\v',
  '\f': '\\f',
  '\r': '\\r',
  '\x1b': '\\e',
  '"': '\\"',
  '\\': '\\\\',
  '\u0085': '\\N',
  '\u2028': '\\L',
  '\u2029': '\\P',
};

/** The text in double quotes on one line. */
export function doubleQuoted(text: string): string {
  const escaped = text.replace(
    // eslint-disable-next-line no-control-regex -- the characters that must be escaped
    /[\0-\x1f"\\\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]/gu,
    (character) => NAMED_ESCAPES[character] ?? numericEscape(character.charCodeAt(0)),
  );
  return `"${escaped}"`;
}

function numericEscape(unit: number): string {
  const hex = unit.toString(16).toUpperCase();
  return unit <= 0xff ? `\\x${hex.padStart(2, '0')}` : `\\u${hex.padStart(4, '0')}`;
}
