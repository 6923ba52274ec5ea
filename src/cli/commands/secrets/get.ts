import type { Command } from 'commander';
import { toRunOptions } from '../../arguments.ts';
import { endWith } from '../../end.ts';
import { storeOf, withStore, type StoreArguments } from './store-option.ts';

const EXAMPLES = `
Examples:
  gantry secrets get api_token
  gantry secrets get db/password --store secrets/db.enc.yaml | some-program`;

/** `gantry secrets get` */
export function addGet(secrets: Command): void {
  withStore(secrets.command('get <key>'))
    .description('print one value in the clear; a single line gets a final line feed')
    .addHelpText('after', EXAMPLES)
    .action(runGet);
}

/** Prints one value: the only command that shows one. */
export async function runGet(key: string, given: StoreArguments): Promise<void> {
  const { getSecret } = await import('../../../pipeline/secrets/get.ts');
  const options = toRunOptions(given);
  const result = await getSecret({ key, ...storeOf(given) }, options);
  await endWith({ given, options, result }, ({ store, value }) => ({
    document: value.includes('\n') ? value : `${value}\n`,
    members: { key, store, value },
  }));
}
