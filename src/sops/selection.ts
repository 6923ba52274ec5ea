import { compilePattern } from '../core/pattern.ts';
import type { Path } from '../core/pointer.ts';

export const SELECTION_KINDS = [
  'unencrypted_suffix',
  'encrypted_suffix',
  'unencrypted_regex',
  'encrypted_regex',
  'unencrypted_comment_regex',
  'encrypted_comment_regex',
] as const;

export type SelectionKind = (typeof SELECTION_KINDS)[number];

/** Which leaves are encrypted: exactly one of the six fields sops has for it. */
export interface Selection {
  readonly kind: SelectionKind;
  readonly pattern: string;
}

/** What sops assumes, and writes out, when none of the fields is there. */
export const DEFAULT_SELECTION: Selection = { kind: 'unencrypted_suffix', pattern: '_unencrypted' };

/** A selection ready to be asked. `hits` tests one path component, `marks` one comment. */
export interface Selector {
  readonly hits: (component: string) => boolean;
  readonly marks: (comment: string) => boolean;
  /** Whether a leaf with a hit on it or above it is encrypted, or one without. */
  readonly encryptsHits: boolean;
}

const selectors = new WeakMap<Selection, Selector>();

/** The selector of a selection whose pattern was checked (`selectionProblem`). */
export function selectorOf(selection: Selection): Selector {
  const known = selectors.get(selection);
  if (known !== undefined) return known;
  const selector = compile(selection);
  selectors.set(selection, selector);
  return selector;
}

/** Whether comments decide what is encrypted. */
export function isByComment({ kind }: Selection): boolean {
  return kind.endsWith('_comment_regex');
}

/** Why the pattern cannot be used, or undefined. */
export function selectionProblem({ kind, pattern }: Selection): string | undefined {
  if (kind.endsWith('_suffix')) return undefined;
  const result = compilePattern(pattern);
  return 'problem' in result ? result.problem : undefined;
}

/**
 * Whether the leaf at this path is encrypted. Each mapping key is tested by itself, a hit covers the
 * whole subtree, list indexes do not count, and there are no comments (generated files have none).
 */
export function selectsPath(selection: Selection, path: Path): boolean {
  const { hits, encryptsHits } = selectorOf(selection);
  const hit = path.some((part) => typeof part === 'string' && hits(part));
  return hit === encryptsHits;
}

function compile(selection: Selection): Selector {
  const { kind, pattern } = selection;
  const encryptsHits = kind.startsWith('encrypted');
  if (kind.endsWith('_suffix')) {
    return { encryptsHits, hits: (component) => component.endsWith(pattern), marks: never };
  }
  const result = compilePattern(pattern);
  if ('problem' in result) throw new Error(`selection not checked before use: ${result.problem}`);
  const test = (text: string): boolean => result.pattern.test(text);
  const onComments = isByComment(selection);
  return { encryptsHits, hits: onComments ? never : test, marks: onComments ? test : never };
}

function never(): boolean {
  return false;
}
