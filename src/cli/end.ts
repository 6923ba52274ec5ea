import type { Diagnostic } from '../core/diagnostic.ts';
import { exitCodeFor } from '../core/exit-codes.ts';
import { printJson } from './reporters/json.ts';
import { printDiagnostics } from './reporters/pretty.ts';

interface Ending {
  readonly json: boolean | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** Project root, for source lines. */
  readonly root?: string | undefined;
  /** Further members of the JSON document. */
  readonly members?: Readonly<Record<string, unknown>>;
}

/** The one place where a command ends: shows its findings and sets the exit code they call for. */
export function endCommand({ json, diagnostics, root, members = {} }: Ending): void {
  if (json) printJson(diagnostics, members);
  else printDiagnostics(diagnostics, root);
  process.exitCode = exitCodeFor(diagnostics);
}
