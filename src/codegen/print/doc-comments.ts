/**
 * Doc comments of a module that ts-morph makes. It parses what it prints, and of that the comments are two thirds;
 * so it gets a short line in the place of each, for which the comment is put in afterwards.
 */
export class DocComments {
  readonly #comments: string[] = [];
  /** Both sides of an option have one comment. */
  readonly #places = new Map<readonly string[], string>();

  /** The line that stands for a comment, at the indentation of what it documents; empty for an empty comment. */
  placeOf(lines: readonly string[], indentation: string): string {
    if (lines.length === 0) return '';
    const known = this.#places.get(lines);
    if (known !== undefined) return known;
    const place = `/*${String(this.#comments.length)}*/\n`;
    this.#comments.push(commentOf(lines, indentation));
    this.#places.set(lines, place);
    return place;
  }

  /** The text with every comment in its place. No other line looks like a place: literals hold no line feed. */
  filledIn(text: string): string {
    return text.replaceAll(
      /^ *\/\*(\d+)\*\/$/gm,
      (_, index) => this.#comments[Number(index)] ?? '',
    );
  }
}

function commentOf(lines: readonly string[], indentation: string): string {
  const [only = ''] = lines;
  if (lines.length === 1) return `${indentation}/** ${only} */`;
  const inner = lines.map((line) => `${indentation} *${line === '' ? '' : ` ${line}`}\n`).join('');
  return `${indentation}/**\n${inner}${indentation} */`;
}
