import { errorAt, type Diagnostic } from '../core/diagnostic.ts';
import { EXIT, exitCodeFor } from '../core/exit-codes.ts';
import type { Result } from '../core/result.ts';
import type { RunOptions } from '../pipeline/options.ts';
import type { FrameSources } from '../pipeline/frames/source-lines.ts';
import { give, say, sayNews } from './output.ts';
import { printJson } from './reporters/json.ts';
import { printDiagnostics } from './reporters/pretty.ts';
import { writeReports, type Report } from './reporters/reports.ts';

interface Ending {
  readonly json: boolean | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** Project root, for source lines. */
  readonly root?: string | undefined;
  /** What lines may be shown of, where it is more than the sources of a project. */
  readonly sources?: Partial<FrameSources> | undefined;
  /** Further members of the JSON document. */
  readonly members?: Readonly<Record<string, unknown>>;
  /** Further reports that were asked for. */
  readonly reports?: readonly Report[] | undefined;
}

/** The one place where a command ends: shows its findings and sets the exit code they call for. */
export function endCommand({ json, members = {}, reports = [], ...ending }: Ending): void {
  // With --json, stdout belongs to one document.
  const fitting = reports.filter(({ file }) => json !== true || file !== undefined);
  const diagnostics = [
    ...ending.diagnostics,
    ...writeReports(fitting, ending.diagnostics),
    ...(fitting.length === reports.length ? [] : [noFile()]),
  ];
  if (json) printJson(diagnostics, members);
  else printDiagnostics(diagnostics, sourcesOf(ending));
  process.exitCode = exitCodeFor(diagnostics);
}

/** What a command shows when it did its work. */
export interface Shown {
  /** For people, on stdout; not with --json. */
  readonly text?: string;
  /** What was done, on stdout; neither with --json nor with --quiet. */
  readonly news?: string;
  /** For programs, on stdout, in place of the others; not with --json. */
  readonly document?: string;
  /** Like `news`, when no finding speaks against it and no report goes to stdout. */
  readonly whenFine?: string;
  readonly diagnostics?: readonly Diagnostic[];
  /** Further members of the JSON document. */
  readonly members?: Readonly<Record<string, unknown>>;
}

interface Done<T> {
  readonly given: {
    readonly json?: boolean | undefined;
    readonly report?: readonly Report[] | undefined;
  };
  readonly result: Result<T>;
  /** The run, where it belongs to a project: findings are shown with lines of its files. */
  readonly options?: RunOptions;
  /** The folder of those files, where there is no project. */
  readonly root?: string;
  readonly sources?: Partial<FrameSources>;
}

/** Ends a command with what it shows, or with why it could not do its work. */
export async function endWith<T>(done: Done<T>, show: (value: T) => Shown): Promise<void> {
  const { given, result, options } = done;
  const root = options === undefined ? done.root : await findRoot(options);
  const frame = { json: given.json, reports: given.report, root, sources: done.sources };
  if (!result.ok) {
    endCommand({ ...frame, diagnostics: result.diagnostics });
    return;
  }
  const { whenFine = '', diagnostics = [], members = {}, ...shown } = show(result.value);
  if (!given.json) print(shown);
  endCommand({ ...frame, diagnostics, members });
  const isFree = !given.json && given.report?.some(({ file }) => file === undefined) !== true;
  if (isFree && process.exitCode === EXIT.done) sayNews(whenFine);
}

function print({ text = '', news = '', document = '' }: Shown): void {
  say(text);
  sayNews(news);
  give(document);
}

function sourcesOf({ root, sources }: Pick<Ending, 'root' | 'sources'>): FrameSources | undefined {
  return root === undefined ? undefined : { yaml: false, ...sources, root };
}

/** The project root; undefined when there is no project. */
async function findRoot(options: RunOptions): Promise<string | undefined> {
  const { projectRoot } = await import('../pipeline/project-root.ts');
  const root = await projectRoot(options);
  return root.ok ? root.value : undefined;
}

function noFile(): Diagnostic {
  return errorAt('use/report', 'with --json, a report needs a file', {
    help: 'write --report sarif=findings.sarif',
  });
}
