/** A key that was pressed: a character that stands for itself, or one with a name. */
export type Key =
  | { readonly text: string }
  | {
      readonly name:
        'enter' | 'escape' | 'erase' | 'clear' | 'up' | 'down' | 'interrupt' | 'end' | 'other';
    };

type Name = Extract<Key, { name: string }>['name'];

const NAMES: Readonly<Record<string, Name>> = {
  '\r': 'enter',
  '\n': 'enter',
  '\u001b': 'escape',
  '\b': 'erase',
  '\u007f': 'erase',
  '\u0015': 'clear',
  '\u0003': 'interrupt',
  '\u0004': 'end',
  '\u000e': 'down',
  '\u0010': 'up',
  '\u001b[A': 'up',
  '\u001b[B': 'down',
  '\u001bOA': 'up',
  '\u001bOB': 'down',
};

// eslint-disable-next-line no-control-regex
const KEY = /\u001b(?:\[[0-9;?]*[ -/]*[@-~]|O[A-Za-z])|[^]/gu;

/** The keys in what a terminal in raw mode sent. Sequences that mean nothing here are one key without effect. */
export function readKeys(chunk: string): Key[] {
  return [...chunk.matchAll(KEY)].map(([sequence]): Key => {
    const name = NAMES[sequence];
    if (name !== undefined) return { name };
    // eslint-disable-next-line no-control-regex
    return /[\u0000-\u0008\u000a-\u001f\u007f-\u009f]/.test(sequence)
      ? { name: 'other' }
      : { text: sequence };
  });
}

/** A text without its last character. */
export function withoutLast(text: string): string {
  return Array.from(text).slice(0, -1).join('');
}
