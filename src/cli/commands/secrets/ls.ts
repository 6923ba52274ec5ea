import type { Command } from 'commander';
import type { ListedKey } from '../../../pipeline/secrets/list.ts';
import { toRunOptions, withCommonOptions, type CommonArguments } from '../../arguments.ts';
import { endWith } from '../../end.ts';

const EXAMPLES = `
Examples:
  gantry secrets ls                      all keys, with the modules that use them
  gantry secrets ls --json | jq -r '.keys[] | select(.usedBy == []).key'`;

/** `gantry secrets ls` */
export function addLs(secrets: Command): void {
  withCommonOptions(secrets.command('ls'))
    .description('list keys, their stores and the modules that use them; needs no key')
    .addHelpText('after', EXAMPLES)
    .action(runLs);
}

/** Lists the keys of every store, one a line. */
export async function runLs(given: CommonArguments): Promise<void> {
  const { listSecrets } = await import('../../../pipeline/secrets/list.ts');
  const options = toRunOptions(given);
  const result = await listSecrets(options);
  await endWith({ given, options, result }, ({ keys, diagnostics }) => ({
    text: keys.map(line).join(''),
    diagnostics,
    members: { keys },
  }));
}

function line({ store, key, usedBy, exists }: ListedKey): string {
  const use = usedBy.length === 0 ? 'unused' : usedBy.join(', ');
  return `${store}#${key}  ${exists ? use : `MISSING, wanted by ${use}`}\n`;
}
