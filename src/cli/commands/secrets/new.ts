import type { Command } from 'commander';
import { toRunOptions, withCommonOptions, type CommonArguments } from '../../arguments.ts';
import { endCommand } from '../../end.ts';

/** `gantry secrets new` */
export function addNew(secrets: Command): void {
  withCommonOptions(secrets.command('new <store>'))
    .description('make an empty store for the recipients of its creation rule')
    .action(runNew);
}

async function runNew(store: string, given: CommonArguments): Promise<void> {
  const { newStore } = await import('../../../pipeline/secrets/set.ts');
  const result = await newStore(store, toRunOptions(given));
  if (result.ok && !given.json) process.stdout.write(`${store} is made\n`);
  endCommand({
    json: given.json,
    diagnostics: result.ok ? [] : result.diagnostics,
    members: result.ok ? { store } : {},
  });
}
