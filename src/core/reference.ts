import type { Path } from './pointer.ts';

/** The parsed form of a placeholder, `ref+SCHEME://PATH?QUERY#KEY`. */
export interface Reference {
  readonly scheme: string;
  /** Decoded path; for files relative to the project root unless it starts with `/`. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** The fragment split at `/`; empty for a whole document. */
  readonly key: readonly string[];
}

/** One reference within a string: the units `start` to `end` of the text are the placeholder. */
export interface PlaceholderSpan {
  readonly start: number;
  readonly end: number;
  readonly reference: Reference;
}

/** A string of an object that holds placeholders. */
export interface Placement {
  /** Index of the object in its manifest file. */
  readonly object: number;
  /** Path of the string in the object. */
  readonly path: Path;
  readonly text: string;
  readonly spans: readonly PlaceholderSpan[];
}

/** The mapping keys that the text behind `#` names: one leading `/` counts for nothing, and there is no escaping. */
export function keyPath(text: string): string[] {
  const path = text.replace(/^\//, '');
  return path === '' ? [] : path.split('/');
}

/** How messages and the lock file name a reference: `secrets/store.enc.yaml#a/b`; schemes but sops stand in front. */
export function describeReference(reference: Reference): string {
  const key = reference.key.length === 0 ? '' : `#${reference.key.join('/')}`;
  const location = `${reference.path}${describeQuery(reference.query)}${key}`;
  return reference.scheme === 'sops' ? location : `${reference.scheme}://${location}`;
}

/** Nearly every reference is without one: then nothing is made for it. */
function describeQuery(query: Reference['query']): string {
  return Object.keys(query).length === 0 ? '' : `?${new URLSearchParams(query).toString()}`;
}

/** True when the span is the whole string, so that its value keeps its type. */
export function isWholeString(placement: Placement): boolean {
  const [span] = placement.spans;
  return placement.spans.length === 1 && span?.start === 0 && span.end === placement.text.length;
}
