/** How much a finding weighs: an error stops the run, a warning does not, an info is only told. */
export type Severity = 'error' | 'warning' | 'info';

/** The place in a source file that a finding leads back to. Lines and columns count from 1. */
export interface Origin {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

/**
 * One finding. `code` is one of the catalogue (core/codes.ts), or of a rule of a project's own.
 * `message` is one sentence without secret material; `help` says what to write instead.
 */
export interface AnyDiagnostic<C extends string = string> {
  readonly code: C;
  readonly severity: Severity;
  readonly message: string;
  /** Path relative to the project root, with `/`. */
  readonly file?: string;
  /** Kind and identity of the object, as `StatefulSet apps/openclaw`. */
  readonly object?: string;
  /** RFC 6901 pointer into the object. */
  readonly pointer?: string;
  readonly origin?: Origin;
  readonly help?: string;
}
