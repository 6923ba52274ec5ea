import type { YamlEntry, YamlScalar } from '../node.ts';
import { resolvePlain } from '../plain-scalar.ts';
import { decline } from './cursor.ts';
import type { Token } from './token.ts';

/** The node of a scalar on one line. */
export function scalarOf({ start, end, source, style }: Token): YamlScalar {
  const value = style === 'plain' ? resolvePlain(source) : source;
  return { kind: 'scalar', span: { start, end }, alias: false, value, style, source };
}

/** What stands for a value that is not there. */
export function absent(at: number): YamlScalar {
  const span = { start: at, end: at };
  return { kind: 'scalar', span, alias: false, value: null, style: 'plain', source: '' };
}

/** An entry of a mapping. Merge keys go to the library, with the aliases that they are made for. */
export function entryOf(
  { start, end, source, style }: Token,
  { comments, value }: Pick<YamlEntry, 'comments' | 'value'>,
): YamlEntry {
  if (source === '<<') decline();
  const keyValue = style === 'plain' ? resolvePlain(source) : source;
  return { key: source, keyValue, keySpan: { start, end }, merge: false, comments, value };
}

/** Above this, a set of the keys is faster than comparing each with each. */
const MANY = 12;

/** The entries; the library tells people of a key that is there twice. */
export function withoutDuplicates(entries: YamlEntry[]): YamlEntry[] {
  const { length } = entries;
  if (length > MANY) {
    if (new Set(entries.map(({ key }) => key)).size < length) decline();
    return entries;
  }
  for (let index = 1; index < length; index += 1) {
    for (let before = 0; before < index; before += 1) {
      if (entries[index]?.key === entries[before]?.key) decline();
    }
  }
  return entries;
}
