import type { Command } from 'commander';
import { count } from '../../core/words.ts';
import {
  toRunOptions,
  withCommonOptions,
  withReports,
  withSelection,
  type CommonArguments,
} from '../arguments.ts';
import { endWith } from '../end.ts';

interface Arguments extends CommonArguments {
  readonly decrypt?: boolean;
  readonly strict?: boolean;
}

const EXAMPLES = `
Examples:
  gantry check                           in CI: is the committed tree what its sources say?
  gantry check --decrypt                 with a key: are the values those of the stores?
  gantry check --report github           beside the lines of a pull request`;

/** `gantry check`: is the tree what its sources say? */
export function addCheck(program: Command): void {
  withReports(withSelection(withCommonOptions(program.command('check'))))
    .description(
      'show, without any key, whether the tree is what modules, stores, rules and lock say',
    )
    .option('--decrypt', 'with a key: open every encrypted file and compare values too')
    .option('--bundle <file>', 'JSON file with { settings, bundle } that Nix evaluated already')
    .option('--strict', 'exit with 1 when a module waits for a chart to be rendered')
    .addHelpText('after', EXAMPLES)
    .action(runCheck);
}

async function runCheck(given: Arguments): Promise<void> {
  const { check } = await import('../../pipeline/check.ts');
  const { needHelmFindings } = await import('../need-helm.ts');
  const options = { ...toRunOptions(given), decrypt: given.decrypt ?? false };
  const result = await check(options);
  await endWith({ given, options, result }, ({ generated, files, diagnostics }) => ({
    whenFine: `${count(files, 'file is what its module says', 'files are what their modules say')}${given.decrypt ? ', values included' : ''}\n`,
    diagnostics: [...diagnostics, ...needHelmFindings(generated, given.strict ?? false)],
    members: { summary: { files } },
  }));
}
