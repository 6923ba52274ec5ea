import { commonSubsequence } from '../core/common-subsequence.ts';
import { describeObject } from '../core/object.ts';
import { count } from '../core/words.ts';
import { toDotted } from '../core/pointer.ts';
import type { ObjectChange } from '../pipeline/diff/diff.ts';
import { styled } from './style.ts';

type FieldChange = ObjectChange['fields'][number];
type Value = FieldChange['before'];

const SIGNS = { added: '+', removed: '-', changed: '~' } as const;
const COLOURS = { '+': 'green', '-': 'red', '~': 'yellow' } as const;

/** Changes as people read them: objects by file, the fields of each below it, and a line that counts. */
export function describeDifferences(changes: readonly ObjectChange[], against: string): string {
  if (changes.length === 0) return `no differences from ${against}\n`;
  const parts = [...new Set(changes.map(({ file }) => file))].map((file) => {
    const own = changes.filter((change) => change.file === file);
    return `${styled('bold', file)}\n${own.map(describeChange).join('')}`;
  });
  const count = (wanted: ObjectChange['change']) =>
    changes.filter(({ change }) => change === wanted).length;
  const totals = `${count('added')} added, ${count('changed')} changed, ${count('removed')} removed`;
  return `${parts.join('\n')}\n${totals}, compared with ${against}\n`;
}

function describeChange({ change, object, movedFrom, fields }: ObjectChange): string {
  const from = movedFrom === undefined ? '' : `  (from ${movedFrom})`;
  const unknown = fields.filter(({ sealed }) => sealed === 'unknown').length;
  return [
    `${coloured(SIGNS[change], describeObject(object))}${from}\n`,
    ...fields.filter(({ sealed }) => sealed !== 'unknown').map(describeField),
    unknown === 0
      ? ''
      : `    ? ${count(unknown, 'sealed value')}: only a key can tell; \`gantry manifests\` writes what changed\n`,
  ].join('');
}

function describeField({ op, named, before, after, sealed }: FieldChange): string {
  const name = toDotted(named);
  if (sealed !== undefined) return line('~', `${name}  ${SEALED[sealed]}`);
  switch (op) {
    case 'move':
      return line('~', `${name}  stands in another place of its list`);
    case 'add':
      return block('+', name, after);
    case 'remove':
      return block('-', name, before);
    case 'replace':
      return replacement(name, before, after);
  }
}

const SEALED: Readonly<Record<NonNullable<FieldChange['sealed']>, string>> = {
  changed: 'sealed, changed',
  unknown: 'sealed',
  sealed: 'is sealed now',
  opened: 'is clear now',
};

const WIDEST = 72;

/** What was added or removed: beside its name while it is short, below it otherwise. */
function block(sign: '+' | '-', name: string, value: Value): string {
  const short = JSON.stringify(value);
  if (short.length <= WIDEST) return line(sign, `${name}  ${short}`);
  const text = typeof value === 'string' ? value : JSON.stringify(value, null, 2);
  return line(sign, name) + text.trimEnd().split('\n').map(deeper(sign)).join('');
}

function replacement(name: string, before: Value, after: Value): string {
  if (typeof before === 'string' && typeof after === 'string' && /\n./.test(before + after)) {
    return line('~', name) + changedLines(before, after);
  }
  const [old, now] = [JSON.stringify(before), JSON.stringify(after)];
  if (old.length + now.length <= WIDEST) return line('~', `${name}  ${old} → ${now}`);
  return line('~', name) + deeper('-')(old) + deeper('+')(now);
}

/** The lines that differ, each group between the last line before it and the next one after it. */
function changedLines(before: string, after: string): string {
  const isMarked = before.endsWith('\n') !== after.endsWith('\n');
  const rows = rowsOf(linesOf(before, isMarked), linesOf(after, isMarked));
  return rows
    .filter((_, index) =>
      rows.slice(Math.max(0, index - 1), index + 2).some(({ sign }) => sign !== ' '),
    )
    .map(({ sign, text }) => deeper(sign)(text))
    .join('');
}

function linesOf(text: string, isMarked: boolean): string[] {
  if (text.endsWith('\n')) return text.slice(0, -1).split('\n');
  return `${text}${isMarked ? ' (without a line feed)' : ''}`.split('\n');
}

type Sign = '+' | '-' | ' ';

function rowsOf(old: readonly string[], now: readonly string[]): { sign: Sign; text: string }[] {
  const rows: { sign: Sign; text: string }[] = [];
  let [a, b] = [0, 0];
  for (const [oldEnd, nowEnd] of [...commonSubsequence(old, now), [old.length, now.length]]) {
    for (; a < oldEnd; a++) rows.push({ sign: '-', text: old[a] ?? '' });
    for (; b < nowEnd; b++) rows.push({ sign: '+', text: now[b] ?? '' });
    if (a < old.length) rows.push({ sign: ' ', text: old[a] ?? '' });
    a++;
    b++;
  }
  return rows;
}

function line(sign: '+' | '-' | '~', text: string): string {
  return `    ${coloured(sign, text)}\n`;
}

function deeper(sign: Sign): (text: string) => string {
  return (text) => `        ${sign === ' ' ? `  ${text}` : coloured(sign, text)}\n`;
}

function coloured(sign: '+' | '-' | '~', text: string): string {
  return styled(COLOURS[sign], `${sign} ${text}`);
}
