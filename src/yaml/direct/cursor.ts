import type { YamlScalar } from '../node.ts';

/** A comment on a line of its own. */
export interface Comment {
  /** Text after `#`; a blank where there is none, so that it counts as a line. */
  readonly text: string;
  /** Column of the `#`. */
  readonly indent: number;
  /** Where the line after it begins. */
  readonly after: number;
  readonly afterBlankLine: boolean;
}

/** The column where no content is left: below every collection, so that each of them ends. */
export const NO_COLUMN = -1;

export const TAB = 0x09;
export const LINE_FEED = 0x0a;
export const BLANK = 0x20;
export const HASH = 0x23;
export const DASH = 0x2d;
export const COLON = 0x3a;

const DEEPEST = 64;

const NONE: readonly Comment[] = [];
const NO_TEXT: readonly string[] = [];

class Declined extends Error {}
const DECLINED = new Declined('the text is not of the plain subset');

/** Gives the text up. It is the one way out of the reader, whatever it was at. */
export function decline(): never {
  throw DECLINED;
}

/** What `read` gives, or undefined where it declined. */
export function unlessDeclined<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error !== DECLINED) throw error;
    return undefined;
  }
}

/** Where the reader is in a text, and what it passed that has no owner yet. */
export class Cursor {
  readonly text: string;
  at = 0;
  /** Of the content at `at`, when that is the first of its line. */
  column = NO_COLUMN;
  /** Comments before `at` that belong to what comes next, or to a collection that ends here. */
  pending: readonly Comment[] = NONE;
  /** Where the node read last ends, with what follows it on its line and the comments that are its own. */
  end = 0;
  /** How far the document has been read: what follows an absent value is not part of it. */
  reach = 0;
  /** The line before `at` is empty. */
  afterBlankLine = false;
  nodes = 0;
  /** The whole text is one collection in brackets, as JSON is. */
  hasFlowRoot = false;
  /** Scalars of the document that have names. Names of collections go to the library. */
  readonly anchors = new Map<string, YamlScalar>();
  #depth = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** Enters a collection. Few are nested as deeply as this; those go to the library. */
  open(): void {
    this.#depth += 1;
    if (this.#depth > DEEPEST) decline();
  }

  /** Leaves a collection of so many nodes. */
  close(nodes: number): void {
    this.#depth -= 1;
    this.nodes += nodes;
  }

  /** Moves from the start of a line to the next content. The comments between are pending. */
  toContent(lineStart: number): void {
    const { text } = this;
    let comments: Comment[] | undefined;
    let afterBlankLine = false;
    let line = lineStart;
    for (;;) {
      const at = this.behindBlanks(line);
      const unit = text.charCodeAt(at);
      if (unit === LINE_FEED) {
        afterBlankLine = true;
        line = at + 1;
      } else if (unit === HASH) {
        const after = this.nextLine(at);
        const indent = at - line;
        (comments ??= []).push({ text: this.commentAt(at), indent, after, afterBlankLine });
        afterBlankLine = false;
        line = after;
      } else {
        this.at = at;
        this.column = at === text.length || isSeparator(text, line) ? NO_COLUMN : at - line;
        this.pending = comments ?? NONE;
        this.afterBlankLine = afterBlankLine;
        return;
      }
    }
  }

  /** The text of the comment whose `#` is at a place. */
  commentAt(at: number): string {
    const end = this.text.indexOf('\n', at);
    const comment = this.text.slice(at + 1, end < 0 ? this.text.length : end);
    return comment === '' ? ' ' : comment;
  }

  nextLine(at: number): number {
    const end = this.text.indexOf('\n', at);
    return end < 0 ? this.text.length : end + 1;
  }

  behindBlanks(from: number): number {
    let at = from;
    while (this.text.charCodeAt(at) === BLANK) at += 1;
    return at;
  }

  /** True where a line has no more content, or a comment alone. */
  isLineOver(at: number): boolean {
    const unit = this.text.charCodeAt(at);
    return unit === LINE_FEED || unit === HASH || at === this.text.length;
  }

  /** True at the dash of a list item. */
  isItem(at: number): boolean {
    return this.text.charCodeAt(at) === DASH && isBreak(this.text, at + 1);
  }

  /** True at the line that separates documents. */
  isAtSeparator(): boolean {
    return this.at < this.text.length && this.column === NO_COLUMN;
  }

  /** Takes the pending comments. */
  takePending(): readonly string[] {
    const { pending } = this;
    this.pending = NONE;
    return textsOf(pending);
  }
}

export function textsOf(comments: readonly Comment[]): readonly string[] {
  return comments.length === 0 ? NO_TEXT : comments.map(({ text }) => text);
}

/** Both lists of comments; most are empty. */
export function joined(a: readonly string[], b: readonly string[]): readonly string[] {
  if (a.length === 0) return b;
  return b.length === 0 ? a : [...a, ...b];
}

/** True where a word ends: at a blank, a line feed or the end of the text. */
export function isBreak(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit === BLANK || unit === LINE_FEED || at >= text.length;
}

function isSeparator(text: string, line: number): boolean {
  return text.charCodeAt(line) === DASH && text.startsWith('---', line) && isBreak(text, line + 3);
}
