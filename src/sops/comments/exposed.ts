import { errorAt, type Diagnostic } from '../../core/diagnostic.ts';
import type { OpenLeaf } from '../open-tree.ts';
import type { SealedPlace } from './seal.ts';

interface Edited {
  readonly file: string;
  readonly text: string;
  readonly previous: readonly OpenLeaf[];
}

/** Shorter values are no secrets, and longer ones are none by chance, wherever in a comment they stand. */
const SHORTEST = 4;
const TELLING = 16;

/**
 * Comments that stay in the clear, as the selection says, and hold a value that is sealed in the previous version: what
 * is left when somebody keeps an old value as a comment. Code `secrets/clear-comment`, with lines and never the text.
 */
export function exposedValues(
  comments: readonly SealedPlace[],
  { file, text, previous }: Edited,
): Diagnostic[] {
  const secrets = previous.flatMap(({ sealed, comment, value }) =>
    sealed !== undefined && !comment && typeof value === 'string' ? linesOf(value) : [],
  );
  const exposed = comments.filter(
    (comment) =>
      comment.sealed === undefined && secrets.some((secret) => holds(comment.text, secret)),
  );
  return exposed.map(({ span }) => {
    const line = text.slice(0, span.start).split('\n').length;
    return errorAt(
      'secrets/clear-comment',
      `the comment in line ${line} of the edited text of ${file} holds a value that is encrypted, and the selection of the file leaves comments there in the clear`,
      { file, help: 'remove the comment; the Git history keeps the old value, encrypted' },
    );
  });
}

function linesOf(value: string): string[] {
  return value
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.length >= SHORTEST);
}

/** The value alone, or behind a key or a dash, as in `# token: value`; a long one anywhere. */
function holds(comment: string, secret: string): boolean {
  if (secret.length >= TELLING) return comment.includes(secret);
  const text = comment.trim().replace(/["',]+$/, '');
  if (!text.endsWith(secret)) return false;
  return /^$|[:=-]\s*["']?$|["']$/.test(text.slice(0, -secret.length).trimEnd());
}
