import { styled } from '../style.ts';
import { withoutLast, type Key } from './keys.ts';

/** Something to choose: the text it is found by, and what is told of it. */
export interface Entry {
  readonly text: string;
  readonly note: string;
}

/** A list that is narrowed down by typing. */
export interface PickList {
  readonly filter: string;
  /** Index among those that match. */
  readonly cursor: number;
}

export const START: PickList = { filter: '', cursor: 0 };

/** The entries that hold every word that was typed, in whatever case. */
export function matching<T extends Entry>(entries: readonly T[], filter: string): T[] {
  const words = filter.toLowerCase().split(/\s+/);
  return entries.filter(({ text, note }) => {
    const all = `${text} ${note}`.toLowerCase();
    return words.every((word) => all.includes(word));
  });
}

/** The list after a key that moves in it or types into it; `most` is how many entries can be reached. */
export function pressed(list: PickList, key: Key, most: (filter: string) => number): PickList {
  const typed = (filter: string): PickList => ({ filter, cursor: 0 });
  if ('text' in key) return typed(list.filter + key.text);
  switch (key.name) {
    case 'erase':
      return typed(withoutLast(list.filter));
    case 'clear':
      return typed('');
    case 'up':
      return { ...list, cursor: Math.max(0, list.cursor - 1) };
    case 'down':
      return { ...list, cursor: Math.max(0, Math.min(most(list.filter) - 1, list.cursor + 1)) };
    case 'enter':
    case 'escape':
    case 'interrupt':
    case 'end':
    case 'other':
      return list;
  }
}

/** The lines of a list on so many rows: what is typed, then the entries around the cursor. */
export function linesOf(list: PickList, entries: readonly Entry[], rows: number): string[] {
  const height = Math.max(1, rows - HEAD);
  const first = Math.max(
    0,
    Math.min(list.cursor - Math.floor(height / 2), entries.length - height),
  );
  const width = Math.max(0, ...entries.map(({ text }) => text.length));
  return [
    `${styled('bold', 'search:')} ${list.filter}▏`,
    styled('dim', 'type to search, up and down to move, Enter to choose, Esc to leave'),
    '',
    ...entries.slice(first, first + height).map(({ text, note }, index) => {
      const line = `${text.padEnd(width)}  ${note}`;
      return first + index === list.cursor ? styled('bold', `> ${line}`) : `  ${line}`;
    }),
  ];
}

/** Rows above the entries, and one that stays free at the end. */
const HEAD = 4;
