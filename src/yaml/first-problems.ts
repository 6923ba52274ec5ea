import type { Code } from '../core/codes.ts';
import { errorAt, type Diagnostic } from '../core/diagnostic.ts';
import { lineStarts, positionOf } from './position.ts';

/** What is wrong with a text, and where. */
export interface Problem {
  readonly code: Code;
  readonly message: string;
  readonly offset: number;
  readonly help?: string;
}

/** The first problem of each document: what follows it in there is mostly its consequence. */
export function firstProblems(
  text: string,
  file: string,
  problems: readonly Problem[],
): Diagnostic[] {
  if (problems.length === 0) return [];
  const separators = [...text.matchAll(/^---(?=\s|$)/gm)].map(({ index }) => index);
  const lines = lineStarts(text);
  const firsts = new Map<number, Problem>();
  for (const problem of problems) {
    const document = separators.filter((separator) => separator < problem.offset).length;
    const known = firsts.get(document);
    if (known === undefined || problem.offset < known.offset) firsts.set(document, problem);
  }
  return [...firsts.values()].map(({ code, message, offset, help }) =>
    errorAt(code, message, {
      file,
      origin: { file, ...positionOf(lines, offset) },
      ...(help === undefined ? {} : { help }),
    }),
  );
}
