import { errorAt, type Diagnostic } from '../core/diagnostic.ts';
import { exitCodeFor } from '../core/exit-codes.ts';
import { printJson } from './reporters/json.ts';
import { printDiagnostics } from './reporters/pretty.ts';
import { writeReports, type Report } from './reporters/reports.ts';

interface Ending {
  readonly json: boolean | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** Project root, for source lines. */
  readonly root?: string | undefined;
  /** Further members of the JSON document. */
  readonly members?: Readonly<Record<string, unknown>>;
  /** Further reports that were asked for. */
  readonly reports?: readonly Report[] | undefined;
  /** What to say on stdout when all is well, unless stdout belongs to a document. */
  readonly done?: string;
}

/** The one place where a command ends: shows its findings and sets the exit code they call for. */
export function endCommand({
  json,
  root,
  done,
  members = {},
  reports = [],
  ...ending
}: Ending): void {
  // With --json, stdout belongs to one document.
  const fitting = reports.filter(({ file }) => json !== true || file !== undefined);
  const diagnostics = [
    ...ending.diagnostics,
    ...writeReports(fitting, ending.diagnostics),
    ...(fitting.length === reports.length ? [] : [noFile()]),
  ];
  if (json) printJson(diagnostics, members);
  else printDiagnostics(diagnostics, root);
  process.exitCode = exitCodeFor(diagnostics);
  const isFree = !json && fitting.every(({ file }) => file !== undefined);
  if (isFree && process.exitCode === 0 && done !== undefined) process.stdout.write(`${done}\n`);
}

function noFile(): Diagnostic {
  return errorAt('use/report', 'with --json, a report needs a file', {
    help: 'write --report sarif=findings.sarif',
  });
}
