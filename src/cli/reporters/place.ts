import type { Diagnostic } from '../../core/diagnostic.ts';

/** Where a finding leads: the Nix source when it is known, else the manifest file. */
export interface Place {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

export function placeOf({ origin, file }: Diagnostic): Place | undefined {
  if (origin !== undefined) return origin;
  return file === undefined ? undefined : { file };
}

/** The sentence with the object it is about, in one line. */
export function sentenceOf({ object, message }: Diagnostic): string {
  return `${object === undefined ? '' : `${object}: `}${message}`.replaceAll(/\s*\n\s*/g, ' ');
}
