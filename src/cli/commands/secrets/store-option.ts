import type { Command } from 'commander';
import { withCommonOptions, type CommonArguments } from '../../arguments.ts';

/** Arguments of commands on one store. */
export interface StoreArguments extends CommonArguments {
  readonly store?: string;
}

/** The common options and `--store`. */
export function withStore(command: Command): Command {
  return withCommonOptions(command).option(
    '--store <file>',
    'the store, relative to the project (default: settings.helpers.secretStore)',
  );
}

/** The store as an optional member. */
export function storeOf({ store }: StoreArguments): { store?: string } {
  return store === undefined ? {} : { store };
}
