import { entryOf } from './codes.ts';
import type { Diagnostic } from './diagnostic.ts';

/** Exit codes of the CLI (documented in README and `gantry --help`). */
export const EXIT = {
  done: 0,
  findings: 1,
  usage: 2,
  nix: 3,
  secrets: 4,
  write: 5,
} as const;

/** A command that a signal ended exits with this and the number of the signal, as shells say it. */
export const SIGNALLED = 128;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

const PRECEDENCE: readonly ExitCode[] = [
  EXIT.usage,
  EXIT.nix,
  EXIT.findings,
  EXIT.secrets,
  EXIT.write,
];

/** The exit code of a run with these findings: the earliest stage among the errors; 0 without errors. */
export function exitCodeFor(diagnostics: readonly Diagnostic[]): ExitCode {
  const errors = diagnostics.filter((diagnostic) => diagnostic.severity === 'error');
  const codes = new Set<ExitCode>(errors.map(({ code }) => EXIT[entryOf(code).exit]));
  return PRECEDENCE.find((code) => codes.has(code)) ?? EXIT.done;
}
