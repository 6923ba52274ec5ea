import { minorOf } from '../schema/api-versions.ts';

/**
 * What API servers refuse beyond the published schema of one API group, a line each.
 *
 * `Struct.field RULE…` says it of one field; `[]` behind the field means the items of a list, `{}` the values of a
 * mapping. Rules (rules.ts): texts that are allowed (`A|B` or `=A`, the empty text is as good as none), a range of numbers
 * (`1..5`), of items or keys (`#1..5`), of characters (`~1..64`), `filled` for a text that must not be empty where it is
 * written, `keys=FORMAT` for the keys of a mapping, `by=a,b` for lists whose items must differ in these fields,
 * `distinct`, `unique`, `foreign`, or a format (schema/server-formats.ts).
 *
 * `Struct HOW field…` relates fields: exactly `one` has to be there, `some` at least, `either` may be, `all` have to say
 * something even where the schema lets them be empty; `*` stands for all fields but those behind it.
 *
 * `since 1.32` and `before 1.32` at the end bind a line to versions of Kubernetes.
 */
export interface ServerTable {
  /** As definitions are called: `core`, `networking`. */
  readonly group: string;
  readonly lines: string;
}

/** A line of a table, taken apart. */
export interface ServerRule {
  /** `core.Container` */
  readonly struct: string;
  /** Field that the rules are about; undefined for a relation. */
  readonly field: string | undefined;
  readonly part: 'value' | 'items' | 'values';
  readonly words: readonly string[];
}

/** The lines of the tables that hold in a minor version of Kubernetes 1. */
export function rulesOf(tables: readonly ServerTable[], minor: number): ServerRule[] {
  return tables.flatMap(({ group, lines }) =>
    lines
      .trim()
      .split('\n')
      .flatMap((line) => parseLine(group, line, minor)),
  );
}

const BOUNDS = /^(.*?)(?: since (1\.\d+))?(?: before (1\.\d+))?$/;
const PARTS = { '': 'value', '[]': 'items', '{}': 'values' } as const;

function parseLine(group: string, line: string, minor: number): ServerRule[] {
  const [, text = '', since, before] = BOUNDS.exec(line) ?? [];
  if (since !== undefined && minor < minorOf(since)) return [];
  if (before !== undefined && minor >= minorOf(before)) return [];
  const [place = '', ...words] = text.split(' ');
  const [, struct = '', field, mark = ''] = /^(\w+)(?:\.(\w+)(\[\]|\{\})?)?$/.exec(place) ?? [];
  const part = PARTS[mark as keyof typeof PARTS];
  return [{ struct: `${group}.${struct}`, field, part, words }];
}
