import type { Command } from 'commander';
import { toRunOptions, withCommonOptions, type CommonArguments } from '../../arguments.ts';
import { endWith } from '../../end.ts';

const EXAMPLES = `
Examples:
  gantry secrets new secrets/team.enc.yaml`;

/** `gantry secrets new` */
export function addNew(secrets: Command): void {
  withCommonOptions(secrets.command('new <store>'))
    .description('make an empty store for the recipients of its creation rule')
    .addHelpText('after', EXAMPLES)
    .action(runNew);
}

async function runNew(store: string, given: CommonArguments): Promise<void> {
  const { newStore } = await import('../../../pipeline/secrets/set.ts');
  const options = toRunOptions(given);
  const result = await newStore(store, options);
  await endWith({ given, options, result }, () => ({
    news: `${store} is made\n`,
    members: { store },
  }));
}
