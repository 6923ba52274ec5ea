import type { Command } from 'commander';
import { toRunOptions } from '../../arguments.ts';
import { endCommand } from '../../end.ts';
import { storeOf, withStore, type StoreArguments } from './store-option.ts';

/** `gantry secrets get` */
export function addGet(secrets: Command): void {
  withStore(secrets.command('get <key>'))
    .description('print one value in the clear; a single line gets a final line feed')
    .action(runGet);
}

/** Prints one value: the only command that shows one. */
export async function runGet(key: string, given: StoreArguments): Promise<void> {
  const { getSecret } = await import('../../../pipeline/secrets/get.ts');
  const result = await getSecret({ key, ...storeOf(given) }, toRunOptions(given));
  if (!result.ok) {
    endCommand({ json: given.json, diagnostics: result.diagnostics });
    return;
  }
  const { store, value } = result.value;
  if (!given.json) process.stdout.write(value.includes('\n') ? value : `${value}\n`);
  endCommand({ json: given.json, diagnostics: [], members: { key, store, value } });
}
