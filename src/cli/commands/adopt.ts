import type { Command } from 'commander';
import type { AdoptReport, AdoptState } from '../../pipeline/adopt-report.ts';
import { toRunOptions, withCommonOptions, withSelection } from '../arguments.ts';
import { endWith } from '../end.ts';
import { runManifests, type ManifestsArguments } from './manifests.ts';

type RunArguments = Omit<ManifestsArguments, 'report'>;

interface AdoptArguments extends RunArguments {
  readonly report?: boolean;
}

const EXAMPLES = `
Examples:
  gantry adopt --report                  without any key: what would become of each file
  gantry adopt --dry-run
  gantry adopt`;

/** `gantry adopt`: take over a tree that another pipeline wrote. */
export function addAdopt(program: Command): void {
  withSelection(withCommonOptions(program.command('adopt')))
    .description('take over a tree that another pipeline wrote: `gantry manifests --adopt`')
    .option('--report', 'without any key: what is intact, stale, foreign; changes nothing')
    .option('--dry-run', 'do everything but the writing, and say what would change')
    .addHelpText('after', EXAMPLES)
    .action(({ report, ...given }: AdoptArguments) =>
      report ? runReport(given) : runManifests({ ...given, adopt: true }),
    );
}

async function runReport(given: RunArguments): Promise<void> {
  const { reportAdoption } = await import('../../pipeline/adopt-report.ts');
  const options = toRunOptions(given);
  const result = await reportAdoption(options);
  await endWith({ given, options, result }, (report) => ({
    text: describe(report),
    diagnostics: report.diagnostics,
    members: { files: report.files, lock: report.lock },
  }));
}

const MEANINGS: Readonly<Record<AdoptState, string>> = {
  intact: 'stays as it is, as far as it shows without a key',
  reprinted: 'same objects, other bytes: would be written',
  stale: 'differs from its module: would be written',
  unreadable: 'would be written anew with --adopt',
  missing: 'would be created',
  waiting: 'waits for a chart and stays as it is',
  leftover: 'no module makes it any more: would be removed',
  foreign: 'is not made by any module and stays as it is',
};

function describe({ files, lock }: AdoptReport): string {
  const lines = files.map(({ path, state, details }) => {
    const more = details.map((detail) => `             ${detail}\n`).join('');
    return `  ${state.padEnd(10)} ${path}\n${more}`;
  });
  const states = [...new Set(files.map(({ state }) => state))].sort();
  const legend = states.map((state) => {
    const count = files.filter((file) => file.state === state).length;
    return `${count} ${state}: ${MEANINGS[state]}\n`;
  });
  const replaced =
    lock === 'foreign' ? 'the lock file has another format: would be replaced\n' : '';
  return `${lines.join('')}${legend.join('')}${replaced}`;
}
