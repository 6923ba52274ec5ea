import { compareUtf8, type JsonObject } from '../core/json.ts';
import type { KubernetesObject } from '../core/object.ts';
import { Timestamp, type ScalarValue } from './node.ts';
import { bareScalar, doubleQuoted, inlineText, styleOf } from './scalar.ts';

/** What can be printed. A `Map` keeps its order; keys of plain objects are sorted by UTF-8 bytes. */
export type Printable = ScalarValue | readonly Printable[] | PrintableMap | PrintableObject;
export type PrintableMap = ReadonlyMap<string, Printable>;
export interface PrintableObject {
  readonly [key: string]: Printable;
}

/** Longer keys are written in the `? ` form (bytes, as go-yaml counts). */
const LONGEST_SIMPLE_KEY = 128;

/** A manifest file: the bytes yq prints for these objects, documents joined by `---`. */
export function printManifest(objects: readonly KubernetesObject[]): string {
  return objects.map((object) => printDocument(object as JsonObject)).join('---\n');
}

/**
 * One document in go-yaml's block layout, ending in a line feed. `step` is go-yaml's indent: columns
 * are multiples of it, while the content of a sequence item stands two behind its dash.
 */
export function printDocument(value: Printable, step = 2): string {
  return new Printer(step).print(value);
}

/** The entries of a map in block layout at a column, each line indented: for a patch of a file. */
export function printEntries(map: PrintableMap, column: number, step: number): string {
  return new Printer(step).entries(map, column);
}

class Printer {
  readonly #step: number;

  constructor(step: number) {
    this.#step = step;
  }

  print(value: Printable): string {
    const entries = entriesOf(value);
    if (entries !== undefined && entries.length > 0) return this.#map(entries, 0);
    if (Array.isArray(value) && value.length > 0) return this.#list(value, 0);
    return `${this.#leaf(value, 0, this.#step)}\n`;
  }

  entries(map: PrintableMap, column: number): string {
    return ' '.repeat(column) + this.#map([...map], column);
  }

  /** Lines of a map whose first key stands where the caller is; the others at `column`. */
  #map(entries: readonly (readonly [string, Printable])[], column: number): string {
    const lines = entries.map(([key, value]) => {
      const simple =
        !/[\n\r\u0085\u2028\u2029]/.test(key) && Buffer.byteLength(key) <= LONGEST_SIMPLE_KEY;
      if (simple) return `${keyText(key)}:${this.#underKey(value, column)}`;
      const head = key === '<<' ? doubleQuoted(key) : this.#leaf(key, column, this.#next(column));
      return `? ${head}\n${' '.repeat(column)}:${this.#underKey(value, column, true)}`;
    });
    return lines.join(' '.repeat(column));
  }

  #list(items: readonly Printable[], column: number): string {
    const lines = items.map((item) => {
      const inner = column + 2;
      const entries = entriesOf(item);
      if (entries !== undefined && entries.length > 0) return `- ${this.#map(entries, inner)}`;
      if (Array.isArray(item) && item.length > 0) return `- ${this.#list(item, inner)}`;
      return `- ${this.#leaf(item, column, inner)}\n`;
    });
    return lines.join(' '.repeat(column));
  }

  /** What follows `key:`; in the `? ` form a collection begins on the line of its colon. */
  #underKey(value: Printable, column: number, compact = false): string {
    const inner = this.#next(column);
    const start = compact ? ' '.repeat(inner - column - 1) : `\n${' '.repeat(inner)}`;
    const entries = entriesOf(value);
    if (entries !== undefined && entries.length > 0) return start + this.#map(entries, inner);
    if (Array.isArray(value) && value.length > 0) return start + this.#list(value, inner);
    return ` ${this.#leaf(value, column, inner)}\n`;
  }

  /** A scalar or an empty collection; `inner` is the column of the lines of a literal block. */
  #leaf(value: Printable, column: number, inner: number): string {
    if (Array.isArray(value)) return '[]';
    if (entriesOf(value) !== undefined) return '{}';
    if (typeof value !== 'string') return scalarText(value as Exclude<ScalarValue, string>);
    const style = styleOf(value);
    return style === 'literal' ? literal(value, column, inner) : inlineText(value, style);
  }

  #next(column: number): number {
    return this.#step * Math.floor((column + this.#step) / this.#step);
  }
}

function scalarText(value: Exclude<ScalarValue, string>): string {
  if (!(value instanceof Uint8Array)) return bareScalar(value);
  return `!!binary ${Buffer.from(value).toString('base64')}`;
}

/** A literal block without its last line feed: the caller ends the line. */
function literal(text: string, column: number, inner: number): string {
  const hint = text.startsWith(' ') ? String(inner - column) : '';
  const body = text.replace(/\n+$/, '');
  const trailing = text.length - body.length;
  const chomping = trailing === 0 ? '-' : trailing === 1 ? '' : '+';
  const margin = ' '.repeat(inner);
  const lines = body.split('\n').map((line) => (line === '' ? '' : margin + line));
  return `|${hint}${chomping}\n${lines.join('\n')}${'\n'.repeat(Math.max(0, trailing - 1))}`;
}

/** A key on one line. `<<` is quoted: plain it would merge. */
function keyText(key: string): string {
  const style = styleOf(key);
  if (style === 'literal' || key === '<<') return doubleQuoted(key);
  return inlineText(key, style);
}

/** The entries of a map in printing order; undefined for everything else. */
function entriesOf(value: Printable): readonly (readonly [string, Printable])[] | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  if (value instanceof Uint8Array || value instanceof Timestamp) return undefined;
  if (value instanceof Map) return [...(value as PrintableMap)];
  return Object.entries(value as PrintableObject).sort(([a], [b]) => compareUtf8(a, b));
}
