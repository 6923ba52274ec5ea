import type { Command } from 'commander';
import type { UpdatedStore } from '../../../pipeline/secrets/update-keys.ts';
import { toRunOptions, withCommonOptions, type CommonArguments } from '../../arguments.ts';
import { endWith } from '../../end.ts';

interface UpdateArguments extends CommonArguments {
  readonly dryRun?: boolean;
}

const EXAMPLES = `
Examples:
  gantry secrets updatekeys --dry-run    after a change of .sops.yaml: who comes, who goes?
  gantry secrets updatekeys && gantry manifests`;

/** `gantry secrets updatekeys` */
export function addUpdatekeys(secrets: Command): void {
  withCommonOptions(secrets.command('updatekeys [stores...]'))
    .description('give stores (default: all) the recipients of their creation rules')
    .option('--dry-run', 'say what would change and write nothing')
    .addHelpText('after', EXAMPLES)
    .action(runUpdatekeys);
}

async function runUpdatekeys(stores: readonly string[], given: UpdateArguments): Promise<void> {
  const { updateStoreKeys } = await import('../../../pipeline/secrets/update-keys.ts');
  const dryRun = given.dryRun ?? false;
  const options = toRunOptions(given);
  const result = await updateStoreKeys({ stores, dryRun }, options);
  await endWith({ given, options, result }, (report) => ({
    news: report.stores.map((store) => describe(store, dryRun)).join(''),
    diagnostics: report.diagnostics,
    members: { stores: report.stores, dryRun },
  }));
}

function describe({ store, changed, added, removed }: UpdatedStore, dryRun: boolean): string {
  if (!changed) return `${store}: unchanged\n`;
  const lines = [
    ...added.map((recipient) => `  + ${recipient}\n`),
    ...removed.map((recipient) => `  - ${recipient}\n`),
  ];
  return `${store}: ${dryRun ? 'would be changed' : 'changed'}\n${lines.join('')}`;
}
