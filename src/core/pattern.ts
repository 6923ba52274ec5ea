import { RE2JS, RE2JSException } from 're2js';

/** A regular expression of a file: it means what it means in Go, and takes time in proportion to the text. */
export interface Pattern {
  readonly source: string;
  /** Whether it matches anywhere in a text. */
  test(text: string): boolean;
}

/** A pattern, or why it is none. */
export type PatternResult = { readonly pattern: Pattern } | { readonly problem: string };

/**
 * Compiles an expression that a file brings along, written for Go's RE2 as sops and the API server read it. JavaScript's
 * own engine would mean other things by some, and take time without end for others.
 */
export function compilePattern(source: string): PatternResult {
  const known = compiled.get(source);
  if (known !== undefined) return known;
  const result = compile(source);
  compiled.set(source, result);
  return result;
}

/** Every sealed file brings the expression of its rule along. */
const compiled = new Map<string, PatternResult>();

function compile(source: string): PatternResult {
  try {
    const expression = RE2JS.compile(source);
    return { pattern: { source, test: (text) => expression.test(text) } };
  } catch (error) {
    if (error instanceof RE2JSException)
      return { problem: error.message.replace(/^error parsing regexp: /, '') };
    throw error;
  }
}
