import { isJsonObject, type Json, type JsonObject } from '../core/json.ts';
import { jsonNumber, nixNumber } from './number.ts';

const WIDTH = 100;
const NAME = /^[A-Za-z_][A-Za-z0-9_'-]*$/;
const KEYWORDS = new Set(
  'assert else false if in inherit let null or rec then true with'.split(' '),
);

/**
 * A JSON value as formatted Nix. `column` is where its line is indented to, `used` how much of the line stands before
 * it. One attribute below another becomes a dotted path, what fits a line stands on one, and text of several lines is an
 * indented string.
 */
export function printNix(value: Json, column = 0, used = column): string {
  const inner = column + 2;
  if (Array.isArray(value)) {
    const line = flat(value);
    if (line !== undefined && used + line.length < WIDTH) return line;
    const items = value.map((item) => asItem(item, printNix(item, inner)));
    return block(['[', ...items, ']'], column);
  }
  if (isJsonObject(value)) {
    const line = flat(value);
    const short = Object.keys(value).length <= 3 && line !== undefined;
    if (short && used + line.length < WIDTH) return line;
    return block(['{', ...printBindings(value, inner), '}'], column);
  }
  return typeof value === 'string' ? printText(value, column) : printScalar(value);
}

/** A JSON value as an expression that takes less of Nix than its literals: text that `builtins.fromJSON` reads. */
export function fromJson(value: Json): string {
  return `builtins.fromJSON ${quoted(nixJson(value))}`;
}

function nixJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(nixJson).join(',')}]`;
  if (!isJsonObject(value))
    return typeof value === 'number' ? jsonNumber(value) : JSON.stringify(value);
  const members = Object.entries(value).map(
    ([key, item]) => `${JSON.stringify(key)}:${nixJson(item)}`,
  );
  return `{${members.join(',')}}`;
}

function printBindings(set: JsonObject, column: number): string[] {
  return Object.entries(set).map(([name, value]) => {
    const [path, end] = dotted([printName(name)], value);
    return `${path} = ${printNix(end, column, column + path.length + 3)};`;
  });
}

/** Follows sets of one attribute: `a.b.c` and what stands there. */
function dotted(path: string[], value: Json): [string, Json] {
  const [only, ...others] = isJsonObject(value) ? Object.entries(value) : [];
  if (only === undefined || others.length > 0) return [path.join('.'), value];
  return dotted([...path, printName(only[0])], only[1]);
}

function block([open = '', ...lines]: readonly string[], column: number): string {
  const close = lines.at(-1) ?? '';
  const indent = ' '.repeat(column);
  const inner = lines.slice(0, -1).map((line) => `${indent}  ${line}\n`);
  return `${open}\n${inner.join('')}${indent}${close}`;
}

/** The value on one line; undefined where a set or text within wants several. */
function flat(value: Json): string | undefined {
  if (typeof value === 'string') return isIndented(value) ? undefined : quoted(value);
  if (!Array.isArray(value) && !isJsonObject(value)) return printScalar(value);
  const parts = Array.isArray(value)
    ? value.map((item) => {
        const text = flat(item);
        return text === undefined ? undefined : asItem(item, text);
      })
    : Object.entries(value).map(([name, member]) => {
        const [path, end] = dotted([printName(name)], member);
        const text = flat(end);
        return text === undefined ? undefined : `${path} = ${text};`;
      });
  if (parts.includes(undefined)) return undefined;
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  return [open, ...parts, close].join(' ');
}

/** In a list a negative number or a call needs parentheses: `[ 1 -2 ]` would subtract. */
function asItem(value: Json, text: string): string {
  return typeof value === 'number' && /^-|^builtins/.test(text) ? `(${text})` : text;
}

/** An attribute name, in quotes where it is no plain word. */
export function printName(name: string): string {
  return NAME.test(name) && !KEYWORDS.has(name) ? name : quoted(name);
}

function printScalar(value: null | boolean | number | string): string {
  return typeof value === 'number' ? nixNumber(value) : String(value);
}

function printText(text: string, column: number): string {
  if (!isIndented(text)) return quoted(text);
  const indent = ' '.repeat(column);
  const escaped = text.replaceAll("''", "'''").replaceAll('${', "''${");
  const lines = escaped.split('\n').map((line) => (line === '' ? '' : `${indent}  ${line}`));
  const end = text.endsWith('\n')
    ? `${lines.slice(0, -1).join('\n')}\n${indent}`
    : lines.join('\n');
  return `''\n${end}''`;
}

/** Several lines that come through Nix's indented strings as they are: at least one starts at the margin. */
function isIndented(text: string): boolean {
  const lines = text.split('\n');
  return (
    lines.length > 2 &&
    !/[\r\t]|\$\$|'\$\{|'$/.test(text) &&
    lines.some((line) => /^[^ ]/.test(line)) &&
    lines.every((line) => line === '' || line.trim() !== '')
  );
}

function quoted(text: string): string {
  const escaped = text.replaceAll(/["\\]/g, '\\$&').replaceAll('${', '\\${');
  return `"${escaped.replaceAll('\n', '\\n').replaceAll('\r', '\\r').replaceAll('\t', '\\t')}"`;
}
