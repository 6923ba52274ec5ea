import { errorAt, type Diagnostic } from './diagnostic.ts';

/** What git writes into a file that it could not merge; a line of `=` alone is a heading in many texts. */
const MARKER = /^(?:<{7}|>{7}|\|{7})(?: .*)?\r?$/m;

/**
 * The one finding about a text that git could not merge, code `git/conflict`, with the line of the first marker;
 * undefined when it has none. For texts that could not be read: whatever else is said of them has this cause.
 */
export function conflictIn(text: string, file: string): Diagnostic | undefined {
  const at = MARKER.exec(text)?.index;
  if (at === undefined) return undefined;
  const line = text.slice(0, at).split('\n').length;
  return errorAt('git/conflict', 'this file holds markers of a merge conflict', {
    file,
    origin: { file, line, column: 1 },
    help: 'keep one of the two sides, or what both want, and remove the lines of `<<<<<<<`, `=======` and `>>>>>>>`',
  });
}
