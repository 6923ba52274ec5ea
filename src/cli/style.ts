import { styleText } from 'node:util';

type Format = Parameters<typeof styleText>[0];

/** Colours a text when the stream is a terminal and NO_COLOR is not set. */
export function styled(stream: NodeJS.WriteStream, format: Format, text: string): string {
  return hasColours(stream) ? styleText(format, text) : text;
}

function hasColours(stream: NodeJS.WriteStream): boolean {
  const { NO_COLOR, TERM } = process.env;
  return stream.isTTY && (NO_COLOR ?? '') === '' && TERM !== 'dumb';
}
