import type { Command } from 'commander';
import {
  toRunOptions,
  withCommonOptions,
  withSelection,
  type CommonArguments,
} from '../arguments.ts';
import { endCommand } from '../end.ts';

interface Arguments extends CommonArguments {
  readonly adopt?: boolean;
}

/** `gantry umanifests`: what would change, and why. */
export function addUmanifests(program: Command): void {
  withSelection(withCommonOptions(program.command('umanifests')))
    .description('list what would change and why; by value where a key is at hand')
    .option('--adopt', 'count files and a lock file that Gantry did not write as its own')
    .action(runUmanifests);
}

async function runUmanifests(given: Arguments): Promise<void> {
  const { listDecisions } = await import('../../pipeline/list-decisions.ts');
  const { findRoot } = await import('../find-root.ts');
  const options = toRunOptions(given);
  const result = await listDecisions(options);
  const root = await findRoot(options);
  if (!result.ok) {
    endCommand({ json: given.json, diagnostics: result.diagnostics, root });
    return;
  }
  const { files, diagnostics } = result.value;
  if (!given.json) {
    for (const { path, action, reasons } of files) {
      const because = reasons.length === 0 ? '' : `: ${reasons.join(', ')}`;
      process.stdout.write(`  ${action.padEnd(9)} ${path}${because}\n`);
    }
    const unchanged = files.filter(({ action }) => action === 'unchanged').length;
    process.stdout.write(`${files.length - unchanged} of ${files.length} files would change\n`);
  }
  endCommand({ json: given.json, diagnostics, root, members: { files } });
}
