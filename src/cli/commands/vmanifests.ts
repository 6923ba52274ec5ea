import type { Command } from 'commander';
import {
  toRunOptions,
  withCommonOptions,
  withSelection,
  type CommonArguments,
} from '../arguments.ts';
import { endCommand } from '../end.ts';

/** `gantry vmanifests`: which references resolve. */
export function addVmanifests(program: Command): void {
  withSelection(withCommonOptions(program.command('vmanifests')))
    .description('report which references resolve; no value is shown or written')
    .action(runVmanifests);
}

async function runVmanifests(given: CommonArguments): Promise<void> {
  const { reportReferences } = await import('../../pipeline/report-references.ts');
  const { findRoot } = await import('../find-root.ts');
  const options = toRunOptions(given);
  const result = await reportReferences(options);
  const root = await findRoot(options);
  if (!result.ok) {
    endCommand({ json: given.json, diagnostics: result.diagnostics, root });
    return;
  }
  const { references, diagnostics } = result.value;
  if (!given.json) {
    const lines = references.map(
      ({ name, resolves, modules }) =>
        `${resolves ? 'resolves' : 'fails   '}  ${name}  (${modules.join(', ')})\n`,
    );
    process.stdout.write(lines.join(''));
    process.stdout.write(
      `${references.filter(({ resolves }) => resolves).length} of ${references.length} references resolve\n`,
    );
  }
  endCommand({ json: given.json, diagnostics, root, members: { references } });
}
