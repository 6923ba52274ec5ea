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

/** Families of diagnostic codes that do not exit with 1. */
const EXIT_OF_FAMILY: Readonly<Record<string, ExitCode>> = {
  use: EXIT.usage,
  config: EXIT.usage,
  flake: EXIT.usage,
  nix: EXIT.nix,
  secrets: EXIT.secrets,
  write: EXIT.write,
};

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
  const codes = new Set(
    errors.map((error) => EXIT_OF_FAMILY[error.code.split('/', 1)[0] ?? ''] ?? EXIT.findings),
  );
  return PRECEDENCE.find((code) => codes.has(code)) ?? EXIT.done;
}
