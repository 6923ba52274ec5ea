/** How much a finding weighs: an error stops the run, a warning does not, an info is only told. */
export type Severity = 'error' | 'warning' | 'info';

/** The place in a source file that a finding leads back to. Lines and columns count from 1. */
export interface Origin {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  /** The source text of that line, for a code frame. */
  readonly snippet?: string;
}

/**
 * One finding. `code` is `<family>/<name>`; the family decides the exit code (core/exit-codes.ts).
 * `message` is one sentence without secret material; `help` says what to write instead.
 */
export interface Diagnostic {
  readonly code: string;
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

type Details = Omit<Diagnostic, 'code' | 'severity' | 'message'>;

/** Builds a diagnostic of severity error. */
export function errorAt(code: string, message: string, details: Details = {}): Diagnostic {
  return { code, severity: 'error', message, ...details };
}

/** Builds a diagnostic of severity warning. */
export function warningAt(code: string, message: string, details: Details = {}): Diagnostic {
  return { code, severity: 'warning', message, ...details };
}

/** Builds a diagnostic of severity info. */
export function infoAt(code: string, message: string, details: Details = {}): Diagnostic {
  return { code, severity: 'info', message, ...details };
}
