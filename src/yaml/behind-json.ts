import type { Difference } from './differences.ts';
import type { Problem } from './first-problems.ts';
import { isJson, jsonStream } from './json-stream.ts';

/** What is told of a text that begins with JSON and goes on. */
export interface BehindJson {
  /** What kubectl and kustomize do not read, code `yaml/syntax`. */
  readonly refusals: readonly Problem[];
  /** What one of them reads, by the index of the document. */
  readonly differences: readonly (Difference & { readonly index: number })[];
}

/**
 * What stands behind the first object of a text that begins with JSON: more objects, a separator, or something else.
 * kubectl goes on reading JSON (up to 1.32 always, later behind two objects), kustomize has YAML, whose document is over.
 */
export function behindJson(text: string): BehindJson {
  const spans = jsonStream(text) ?? [];
  const rest = spans.find(({ start, end }) => !isJson(text.slice(start, end)));
  const objects = rest === undefined ? spans.length : spans.indexOf(rest);
  const differences = objects > 1 ? [{ index: 1, ...ONLY_FIRST }] : [];
  if (rest === undefined) return { refusals: [], differences };
  const more = firstLine(text.slice(rest.start));
  if (!more.isSeparate) return { refusals: [lost(rest.start + more.offset)], differences };
  const index = objects - 1;
  return { refusals: [], differences: [...differences, { index, ...stops(objects > 1) }] };
}

/** The first line with content, and whether it ends the document: on its own, or because there is none. */
function firstLine(rest: string): { readonly offset: number; readonly isSeparate: boolean } {
  let offset = 0;
  for (const line of rest.split('\n')) {
    if (!/^[ \t]*(?:#.*)?\r?$/.test(line)) {
      const isSeparate = offset > 0 && /^(?:---|\.\.\.)(?:\s|$)/.test(line);
      return { offset: offset + line.search(/[^ \t]/), isSeparate };
    }
    offset += line.length + 1;
  }
  return { offset: 0, isSeparate: true };
}

const HELP = 'make the objects the items of a list (kind: List), or write one file each';

const ONLY_FIRST: Difference = {
  path: [],
  message: 'kubectl reads all objects of this file; kustomize and Flux read the first alone',
  help: HELP,
  refusedBy: [],
};

function stops(isStream: boolean): Difference {
  return {
    path: [],
    message: `${isStream ? 'kubectl stops' : 'kubectl up to 1.32 stops'} at the line behind this JSON, be it --- or a comment; kustomize and Flux read on`,
    help: HELP,
    refusedBy: isStream ? ['kubectl'] : [],
  };
}

function lost(offset: number): Problem {
  return {
    code: 'yaml/syntax',
    offset,
    message:
      'kubectl up to 1.32 stops at what stands behind the JSON, and kustomize and Flux do not read it',
    help: HELP,
  };
}
