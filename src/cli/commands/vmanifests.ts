import type { Command } from 'commander';
import { count } from '../../core/words.ts';
import type { ReportedReference } from '../../pipeline/report-references.ts';
import {
  toRunOptions,
  withCommonOptions,
  withSelection,
  type CommonArguments,
} from '../arguments.ts';
import { endWith } from '../end.ts';

const EXAMPLES = `
Examples:
  gantry vmanifests                      do all placeholders resolve?
  gantry vmanifests --only apps/web --json | jq '.references[] | select(.resolves | not)'`;

/** `gantry vmanifests`: which references resolve. */
export function addVmanifests(program: Command): void {
  withSelection(withCommonOptions(program.command('vmanifests')))
    .description('report which references resolve; no value is shown or written')
    .addHelpText('after', EXAMPLES)
    .action(runVmanifests);
}

async function runVmanifests(given: CommonArguments): Promise<void> {
  const { reportReferences } = await import('../../pipeline/report-references.ts');
  const options = toRunOptions(given);
  const result = await reportReferences(options);
  await endWith({ given, options, result }, ({ references, diagnostics }) => ({
    text: describe(references),
    diagnostics,
    members: { references },
  }));
}

function describe(references: readonly ReportedReference[]): string {
  const lines = references.map(
    ({ name, resolves, modules }) =>
      `${resolves ? 'resolves' : 'fails   '}  ${name}  (${modules.join(', ')})\n`,
  );
  const resolved = references.filter(({ resolves }) => resolves).length;
  return `${lines.join('')}${resolved} of ${count(references.length, 'reference')} ${references.length === 1 ? 'resolves' : 'resolve'}\n`;
}
