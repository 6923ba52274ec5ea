import type { Command } from 'commander';
import { errorAt } from '../../core/diagnostic.ts';
import { exitCodeFor } from '../../core/exit-codes.ts';
import type { Finding } from '../../pipeline/doctor/finding.ts';
import { toRunOptions, withCommonOptions, type CommonArguments } from '../arguments.ts';
import { endCommand } from '../end.ts';
import { say } from '../output.ts';
import { styled } from '../style.ts';

const EXAMPLES = `
Examples:
  gantry doctor                          what is missing here?
  gantry doctor --json | jq '.findings[] | select(.ok | not)'`;

/** `gantry doctor`: is everything there that the other commands need? */
export function addDoctor(program: Command): void {
  withCommonOptions(program.command('doctor'))
    .description('look for what is missing on this machine and in this project, and say what to do')
    .addHelpText('after', EXAMPLES)
    .action(runDoctor);
}

async function runDoctor(given: CommonArguments): Promise<void> {
  const [{ doctor }, { CHECKS }] = await Promise.all([
    import('../../pipeline/doctor/doctor.ts'),
    import('../../pipeline/doctor/finding.ts'),
  ]);
  const findings = await doctor(toRunOptions(given));
  const problems = findings.filter(({ ok }) => !ok);
  const diagnostics = problems.map(({ name, detail, help }) =>
    errorAt(CHECKS[name], detail, help === undefined ? {} : { help }),
  );
  if (given.json) {
    endCommand({ json: true, diagnostics, members: { findings } });
    return;
  }
  for (const finding of findings) say(line(finding));
  process.exitCode = exitCodeFor(diagnostics);
}

function line({ name, ok, detail, help }: Finding): string {
  const word = ok ? 'ok     ' : 'problem';
  const state = styled(ok ? 'green' : 'red', word);
  const next = help === undefined ? '' : `\n                      ${help}`;
  return `${state}  ${name.padEnd(11)}  ${detail}${next}\n`;
}
