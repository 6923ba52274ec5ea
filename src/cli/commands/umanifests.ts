import type { Command } from 'commander';
import type { ListedFile } from '../../pipeline/list-decisions.ts';
import { count } from '../../core/words.ts';
import {
  toRunOptions,
  withCommonOptions,
  withSelection,
  type CommonArguments,
} from '../arguments.ts';
import { endWith } from '../end.ts';

const EXAMPLES = `
Examples:
  gantry umanifests                      what would a run change, and why?
  gantry umanifests --only 'apps/*'`;

/** `gantry umanifests`: what would change, and why. */
export function addUmanifests(program: Command): void {
  withSelection(withCommonOptions(program.command('umanifests')))
    .description('list what would change and why; by value where a key is at hand')
    .option('--adopt', 'count files and a lock file that Gantry did not write as its own')
    .addHelpText('after', EXAMPLES)
    .action(runUmanifests);
}

async function runUmanifests(given: CommonArguments): Promise<void> {
  const { listDecisions } = await import('../../pipeline/list-decisions.ts');
  const options = toRunOptions(given);
  const result = await listDecisions(options);
  await endWith({ given, options, result }, ({ files, diagnostics }) => ({
    text: describe(files),
    diagnostics,
    members: { files },
  }));
}

function describe(files: readonly ListedFile[]): string {
  const lines = files.map(({ path, action, reasons }) => {
    const because = reasons.length === 0 ? '' : `: ${reasons.join(', ')}`;
    return `  ${action.padEnd(9)} ${path}${because}\n`;
  });
  const changed = files.filter(({ action }) => action !== 'unchanged').length;
  return `${lines.join('')}${changed} of ${count(files.length, 'file')} would change\n`;
}
