import type { PlaceholderSpan } from '../core/reference.ts';
import { parseReference } from './uri.ts';

/** A placeholder that reads like one and is none: what is wrong, and what to write instead. */
export interface PlaceholderProblem {
  readonly text: string;
  readonly message: string;
  readonly help?: string;
}

/** The placeholders of one string, in order, and those that cannot be read. */
export interface Lexed {
  readonly spans: readonly PlaceholderSpan[];
  readonly problems: readonly PlaceholderProblem[];
}

/**
 * Grammar of vals 0.46: `ref+` or `secretref+`, a scheme without `+` and `:`, `://`, then two or more characters
 * that are no `+`, blank or line feed, the last no `"` or `,`; a final `+` belongs to it. There is no word boundary.
 */
const PLACEHOLDER = /(?:secret)?ref\+([^+:]*):\/\/([^+\n ]+[^+\n ",])(\+?)/g;

/** Cheap test for strings without any placeholder. */
export function mayHoldPlaceholder(text: string): boolean {
  return text.includes('ref+');
}

/**
 * Finds the placeholders of a string. Where vals silently reads past the end of a placeholder (a bare one followed
 * by `"` or `,` in JSON or lists) or resolves one inside another, this gives a problem instead.
 */
export function lexPlaceholders(text: string): Lexed {
  const spans: PlaceholderSpan[] = [];
  const problems: PlaceholderProblem[] = [];
  for (const match of text.matchAll(PLACEHOLDER)) {
    const [whole, scheme = '', body = '', closing = ''] = match;
    const problem =
      ambiguity(body, closing, whole === text) ??
      nesting(body, text.slice(match.index + whole.length));
    const parsed = problem ?? parseReference(scheme, body);
    if ('message' in parsed) problems.push({ text: whole, ...parsed });
    else spans.push({ start: match.index, end: match.index + whole.length, reference: parsed });
  }
  return { spans, problems };
}

type Problem = Omit<PlaceholderProblem, 'text'>;

const NO_END: Problem = {
  message: 'the placeholder has no end: it runs over a quote or comma into the text behind it',
  help: 'close it with `+`, as in `ref+sops://FILE#KEY+`',
};

/** The plus that seems to close it may belong to the next placeholder: `ref+…#a,ref+…#b`. */
function ambiguity(body: string, closing: string, isWhole: boolean): Problem | undefined {
  const runsOver = closing === '+' ? /[",](secret)?ref$/.test(body) : !isWhole && /[",]/.test(body);
  return runsOver ? NO_END : undefined;
}

function nesting(body: string, rest: string): Problem | undefined {
  if (!body.endsWith('ref') || !/^[^+:\s]*:\/\//.test(rest)) return undefined;
  return {
    message: 'a placeholder inside another one is not resolved',
    help: 'write the inner value out, or put a `+` behind the first placeholder',
  };
}
