import type { Severity } from '../any-diagnostic.ts';

/** What an error of a code makes the exit code of a run (core/exit-codes.ts). */
export type ExitClass = 'usage' | 'nix' | 'findings' | 'secrets' | 'write';

/** What is known of one code, wherever its findings are made. */
export interface CodeEntry {
  /** Unless a finding says otherwise; `off`: the rule runs when `settings.rules` asks for it. */
  readonly severity: Severity | 'off';
  readonly exit: ExitClass;
  /** Whether `settings.rules` changes its severity. */
  readonly settings: boolean;
  /** Whether the annotation `gantry.dev/ignore` of an object takes it away. */
  readonly optOut: boolean;
  /** One sentence: what is found. */
  readonly summary: string;
  /** What it means and what to do, in one paragraph; without it there is a page docs/rules/<code>.md. */
  readonly text?: string;
  /** An info that nobody has to act on and that stays from run to run: shown with --verbose. */
  readonly quiet?: true;
  /** What the program itself asks of a finding. */
  readonly about?:
    | 'no key'
    | 'forged'
    | 'evaluation'
    | 'syntax'
    | 'no rule'
    | 'not encrypted'
    | 'one object twice'
    | 'clear literal';
}

/** What the rows of a group have in common, and each of them may say otherwise. */
type Common = Pick<CodeEntry, 'exit' | 'settings' | 'optOut'>;
type Row = Pick<CodeEntry, 'severity' | 'summary'> & Partial<CodeEntry>;
type More = Partial<Omit<CodeEntry, 'severity' | 'summary'>>;

/** A group of codes. */
export function codes<const Rows extends Readonly<Record<`${string}/${string}`, Row>>>(
  common: Common,
  rows: Rows,
): { readonly [Code in keyof Rows]: CodeEntry } {
  const entries = Object.entries<Row>(rows).map(([code, row]) => [code, { ...common, ...row }]);
  return Object.fromEntries(entries) as { readonly [Code in keyof Rows]: CodeEntry };
}

/** A code whose findings are errors. Without `text`, docs/rules has its page. */
export const error = (summary: string, text?: string, more?: More): Row =>
  row('error', summary, { ...(text === undefined ? {} : { text }), ...more });

/** A code whose findings are warnings. */
export const warning = (summary: string, text?: string, more?: More): Row =>
  row('warning', summary, { ...(text === undefined ? {} : { text }), ...more });

/** A code whose findings are infos. */
export const info = (summary: string, text?: string, more?: More): Row =>
  row('info', summary, { ...(text === undefined ? {} : { text }), ...more });

/** A rule that runs when the settings ask for it. */
export const off = (summary: string): Row => row('off', summary, {});

function row(severity: CodeEntry['severity'], summary: string, more: More): Row {
  return { severity, summary, ...more };
}
