const FORMATS = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  blue: [34, 39],
  cyan: [36, 39],
} as const;

/** How a part of a text may look. */
export type Format = keyof typeof FORMATS;

/** Code points that are no characters and never stand in printable text: the first begins a format, the next ends it. */
const FIRST_MARK = 0xfdd0;
const NAMES = Object.keys(FORMATS) as readonly Format[];

/**
 * Marks a text as coloured or bold. Marks are no terminal escapes yet: `withColours` makes those where the text leaves the
 * program, so that nothing on the way can smuggle any in.
 */
export function styled(format: Format, text: string): string {
  const mark = FIRST_MARK + 2 * NAMES.indexOf(format);
  return `${String.fromCharCode(mark)}${text}${String.fromCharCode(mark + 1)}`;
}

/** The text with its marks as terminal escapes, or without them. */
export function withColours(text: string, isColoured: boolean): string {
  return text.replaceAll(/[\ufdd0-\ufdef]/g, (mark) => {
    const offset = mark.charCodeAt(0) - FIRST_MARK;
    const name = NAMES[Math.floor(offset / 2)];
    const code = name === undefined ? undefined : FORMATS[name][offset % 2];
    return !isColoured || code === undefined ? '' : `\u001b[${code}m`;
  });
}
