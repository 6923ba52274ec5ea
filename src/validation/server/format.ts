import type { Format } from '../schema/formats.ts';

/** A format of a pattern; an empty text is as good as none. */
export function matching(pattern: RegExp, wanted: string): Format {
  return { test: (text) => text === '' || pattern.test(text), wanted };
}
