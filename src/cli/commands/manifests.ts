import type { Command } from 'commander';
import { performance } from 'node:perf_hooks';
import { count } from '../../core/words.ts';
import type { Change } from '../../pipeline/emanifests.ts';
import type { Report } from '../../pipeline/manifests.ts';
import {
  toRunOptions,
  withCommonOptions,
  withReports,
  withSelection,
  type CommonArguments,
} from '../arguments.ts';
import { endWith } from '../end.ts';
import { makeObserver } from '../progress.ts';
import { describeChanges, listChanges } from '../show-changes.ts';

/** Arguments of `gantry manifests`. */
export interface ManifestsArguments extends CommonArguments {
  readonly dryRun?: boolean;
  readonly strict?: boolean;
}

const EXAMPLES = `
Examples:
  gantry manifests                       all four stages
  gantry manifests --dry-run             say what would change and why
  gantry manifests --only 'apps/*'       some modules alone
  gantry manifests --report sarif=findings.sarif`;

/** `gantry manifests`: all four stages. */
export function addManifests(program: Command): void {
  withReports(withSelection(withCommonOptions(program.command('manifests'))))
    .description(
      'evaluate the modules, resolve their secrets, encrypt, and write the tree and the lock file',
    )
    .option('--dry-run', 'do everything but the writing, and say what would change')
    .option('--adopt', 'take over files and a lock file that Gantry did not write')
    .option('--strict', 'exit with 1 when a module waits for a chart to be rendered')
    .addHelpText('after', EXAMPLES)
    .action(runManifests);
}

/** Runs all four stages and shows what they did. */
export async function runManifests(given: ManifestsArguments): Promise<void> {
  const startedAt = performance.now();
  const { manifests } = await import('../../pipeline/manifests.ts');
  const { needHelmFindings } = await import('../need-helm.ts');
  const options = { ...toRunOptions(given), dryRun: given.dryRun ?? false };
  const result = await manifests(options, await makeObserver(given.json ?? false));
  await endWith({ given, options, result }, (report) => ({
    news: `${describeChanges(report.changes, report.removed)}${summaryLine(report, startedAt)}\n`,
    diagnostics: [
      ...report.diagnostics,
      ...needHelmFindings(report.generated, given.strict ?? false),
    ],
    members: toJson(report),
  }));
}

/** `1 file written, 6 unchanged, 0 removed; 3 secrets resolved; 0.42 s` */
function summaryLine(report: Report, startedAt: number): string {
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(2);
  const written = countChanged(report.changes);
  const unchanged = report.changes.length - written;
  const nothing = written + report.removed.length === 0 && !report.lockWritten;
  const verb = report.dryRun ? 'would be written' : 'written';
  const facts = `${count(written, 'file')} ${verb}, ${unchanged} unchanged, ${report.removed.length} removed; ${count(report.references, 'secret')} resolved; ${seconds} s`;
  if (report.dryRun) return `dry run: ${facts}`;
  return nothing ? `nothing changed: ${facts}` : facts;
}

function countChanged(changes: readonly Change[]): number {
  return changes.filter(({ action }) => action !== 'unchanged').length;
}

function toJson(report: Report): Record<string, unknown> {
  const written = countChanged(report.changes);
  return {
    files: listChanges(report.changes, report.removed),
    dryRun: report.dryRun,
    summary: {
      written,
      unchanged: report.changes.length - written,
      removed: report.removed.length,
      secrets: report.references,
    },
  };
}
