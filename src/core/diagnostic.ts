import type { AnyDiagnostic } from './any-diagnostic.ts';
import { entryOf, type DiagnosticCode } from './codes.ts';
import type { CodeEntry } from './codes/entry.ts';

export type { Origin, Severity } from './any-diagnostic.ts';

/** One finding of Gantry, or of a rule of a project's own. */
export type Diagnostic = AnyDiagnostic<DiagnosticCode>;

/** How findings call what came in by standard input. */
export const STANDARD_INPUT = '(standard input)';

type Details = Omit<Diagnostic, 'code' | 'severity' | 'message'>;

/** Builds a diagnostic of severity error. */
export function errorAt(code: DiagnosticCode, message: string, details: Details = {}): Diagnostic {
  return { code, severity: 'error', message, ...details };
}

/** Builds a diagnostic of severity warning. */
export function warningAt(
  code: DiagnosticCode,
  message: string,
  details: Details = {},
): Diagnostic {
  return { code, severity: 'warning', message, ...details };
}

/** Builds a diagnostic of severity info. */
export function infoAt(code: DiagnosticCode, message: string, details: Details = {}): Diagnostic {
  return { code, severity: 'info', message, ...details };
}

/** Whether findings are about one thing, by what the catalogue says of their code. */
export function isAbout(thing: NonNullable<CodeEntry['about']>) {
  return ({ code }: Diagnostic): boolean => entryOf(code).about === thing;
}
