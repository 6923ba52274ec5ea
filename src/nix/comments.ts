/** A Nix source with blanks in place of its comments, so that places stay what they are. */
export function blankComments(source: string): string {
  return source.replaceAll(/(^|\s)#.*|\/\*[^]*?\*\//gm, (comment) => comment.replaceAll(/./g, ' '));
}
