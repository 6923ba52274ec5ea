import type { Command } from 'commander';
import type { Diagnostic } from '../../../core/diagnostic.ts';
import { toRunOptions } from '../../arguments.ts';
import { Asker } from '../../ask.ts';
import { endWith } from '../../end.ts';
import { printDiagnostics } from '../../reporters/pretty.ts';
import { storeOf, withStore, type StoreArguments } from './store-option.ts';

interface EditArguments extends StoreArguments {
  readonly allowDisk?: boolean;
}

/** `gantry secrets edit` */
export function addEdit(secrets: Command): void {
  withStore(secrets.command('edit'))
    .description('open a store in $EDITOR; its plaintext stays in memory')
    .option('--allow-disk', 'edit a file on the disk where no folder in memory exists')
    .addHelpText(
      'after',
      `
The editor is $SOPS_EDITOR, $VISUAL or $EDITOR. Comments are not encrypted.

Examples:
  gantry secrets edit
  EDITOR=nano gantry secrets edit --store secrets/team.enc.yaml`,
    )
    .action(runEdit);
}

/** Edits a store; comments, order and the ciphertexts of unchanged values stay. */
export async function runEdit(given: EditArguments): Promise<void> {
  const { editStore } = await import('../../../pipeline/secrets/edit.ts');
  const request = { allowDisk: given.allowDisk ?? false, again: askAgain, ...storeOf(given) };
  const options = toRunOptions(given);
  const result = await editStore(request, options);
  await endWith({ given, options, result }, ({ store, changed }) => ({
    news: changed ? `${store} is changed\n` : `nothing changed in ${store}\n`,
    members: { store, changed },
  }));
}

/** On a terminal a mistake need not cost the edit. */
async function askAgain(findings: readonly Diagnostic[]): Promise<boolean> {
  if (!process.stdin.isTTY) return false;
  printDiagnostics(findings, undefined);
  const terminal = new Asker(process.stderr);
  const answer = await terminal.ask('Edit again? [Y/n] ');
  terminal.close();
  return answer !== undefined && !/^n/i.test(answer);
}
