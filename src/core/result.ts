import type { Diagnostic } from './diagnostic.ts';

/** What a step that may fail in an expected way gives: its value, or every finding that stopped it. */
export type Result<T> = Success<T> | Failure;

export interface Success<T> {
  readonly ok: true;
  readonly value: T;
}

export interface Failure {
  readonly ok: false;
  readonly diagnostics: readonly Diagnostic[];
}

export function success<T>(value: T): Success<T> {
  return { ok: true, value };
}

export function failure(...diagnostics: readonly Diagnostic[]): Failure {
  return { ok: false, diagnostics };
}

/** All values, or the findings of all failures together: a run reports everything at once. */
export function all<T>(results: readonly Result<T>[]): Result<T[]> {
  const diagnostics = results.flatMap((result) => (result.ok ? [] : result.diagnostics));
  if (diagnostics.length > 0) return failure(...diagnostics);
  return success(results.flatMap((result) => (result.ok ? [result.value] : [])));
}
