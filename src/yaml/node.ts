/** A moment as go-yaml reads an unquoted date: RFC 3339 with nanoseconds, as Go's MarshalText prints it. */
export class Timestamp {
  readonly rfc3339: string;

  constructor(rfc3339: string) {
    this.rfc3339 = rfc3339;
  }
}

/** A scalar with the type go-yaml gives it: integers are bigint, floats number, `!!binary` bytes. */
export type ScalarValue = null | boolean | bigint | number | string | Timestamp | Uint8Array;

/** Half-open range of UTF-16 offsets into the text of the file. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export type ScalarStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded';

export interface YamlDocument {
  readonly root: YamlNode;
  /** From behind the separator line before the document to the separator behind it, or the text's end. */
  readonly span: Span;
}

/** A node of a document in the order of the file, with aliases expanded and merge keys left as they are. */
export type YamlNode = YamlMap | YamlList | YamlScalar;

interface Positioned {
  readonly span: Span;
  /** The node stands elsewhere in the file and is used here through `*anchor`; `span` is the alias. */
  readonly alias: boolean;
}

export interface YamlMap extends Positioned {
  readonly kind: 'map';
  readonly flow: boolean;
  readonly entries: readonly YamlEntry[];
}

export interface YamlEntry {
  /** The key's text. `keyValue` is what the key resolves to: YAML has keys that are no strings. */
  readonly key: string;
  readonly keyValue: ScalarValue;
  readonly keySpan: Span;
  /** A `<<` that is not quoted. */
  readonly merge: boolean;
  /** Text after `#` of the comments that stand directly before the entry or on its line. */
  readonly comments: readonly string[];
  readonly value: YamlNode;
}

export interface YamlList extends Positioned {
  readonly kind: 'list';
  readonly flow: boolean;
  readonly items: readonly YamlItem[];
}

export interface YamlItem {
  readonly comments: readonly string[];
  readonly value: YamlNode;
}

export interface YamlScalar extends Positioned {
  readonly kind: 'scalar';
  readonly value: ScalarValue;
  readonly style: ScalarStyle;
  /** Text as written, quotes and escapes resolved: `0x1F` of the integer 31. */
  readonly source: string;
}
