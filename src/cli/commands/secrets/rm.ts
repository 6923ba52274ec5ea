import type { Command } from 'commander';
import { toRunOptions } from '../../arguments.ts';
import { endWith } from '../../end.ts';
import { storeOf, withStore, type StoreArguments } from './store-option.ts';

const EXAMPLES = `
Examples:
  gantry secrets rm api_token
  gantry secrets rm db                   all below db`;

/** `gantry secrets rm` */
export function addRm(secrets: Command): void {
  withStore(secrets.command('rm <key>'))
    .description('remove one value, or all below a key')
    .addHelpText('after', EXAMPLES)
    .action(runRm);
}

/** Removes a key; old versions of the store stay in the Git history. */
export async function runRm(key: string, given: StoreArguments): Promise<void> {
  const { removeSecret } = await import('../../../pipeline/secrets/remove.ts');
  const options = toRunOptions(given);
  const result = await removeSecret({ key, ...storeOf(given) }, options);
  await endWith({ given, options, result }, (store) => ({
    news: `${key} is removed from ${store}; the Git history still holds its ciphertext\n`,
    members: { key, store },
  }));
}
