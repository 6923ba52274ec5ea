import type { Command } from 'commander';
import { toRunOptions } from '../../arguments.ts';
import { endCommand } from '../../end.ts';
import { storeOf, withStore, type StoreArguments } from './store-option.ts';

/** `gantry secrets rm` */
export function addRm(secrets: Command): void {
  withStore(secrets.command('rm <key>'))
    .description('remove one value, or all below a key')
    .action(runRm);
}

/** Removes a key; old versions of the store stay in the Git history. */
export async function runRm(key: string, given: StoreArguments): Promise<void> {
  const { removeSecret } = await import('../../../pipeline/secrets/remove.ts');
  const result = await removeSecret({ key, ...storeOf(given) }, toRunOptions(given));
  if (result.ok && !given.json) {
    process.stdout.write(
      `${key} is removed from ${result.value}; the Git history still holds its ciphertext\n`,
    );
  }
  endCommand({
    json: given.json,
    diagnostics: result.ok ? [] : result.diagnostics,
    members: result.ok ? { key, store: result.value } : {},
  });
}
