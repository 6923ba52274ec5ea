/**
 * Comments below a block collection that are about what follows, though the library takes them for the collection's:
 * those behind the last one that is indented as far as the collection. `end` is where its last scalar ends.
 */
export function commentsBelow(text: string, end: number, indent: number): string[] {
  const comments: { readonly indent: number; readonly text: string }[] = [];
  let line = text[end - 1] === '\n' ? end : behindLine(text, end);
  while (line < text.length) {
    const next = behindLine(text, line);
    const [, blanks = '', comment] = /^( *)(?:#(.*))?/.exec(text.slice(line, next).trimEnd()) ?? [];
    if (comment === undefined && text.slice(line, next).trim() !== '') break;
    if (comment !== undefined) comments.push({ indent: blanks.length, text: comment || ' ' });
    line = next;
  }
  const last = comments.findLastIndex((comment) => comment.indent >= indent);
  return last < 0 ? [] : comments.slice(last + 1).map((comment) => comment.text);
}

function behindLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end + 1;
}
