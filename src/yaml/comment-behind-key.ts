/** The comment of `key: # comment`, whose value begins on a later line, in the text between the two. */
export function commentBehindKey(between: string): string[] {
  const comment = /^[^\n#]*\s#([^\n]*)\n/.exec(between)?.[1];
  return comment === undefined ? [] : [comment.replace(/\r$/, '')];
}
