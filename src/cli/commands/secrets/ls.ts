import type { Command } from 'commander';
import { toRunOptions, withCommonOptions, type CommonArguments } from '../../arguments.ts';
import { endCommand } from '../../end.ts';

/** `gantry secrets ls` */
export function addLs(secrets: Command): void {
  withCommonOptions(secrets.command('ls'))
    .description('list keys, their stores and the modules that use them; needs no key')
    .action(runLs);
}

/** Lists the keys of every store, one a line. */
export async function runLs(given: CommonArguments): Promise<void> {
  const { listSecrets } = await import('../../../pipeline/secrets/list.ts');
  const { findRoot } = await import('../../find-root.ts');
  const options = toRunOptions(given);
  const result = await listSecrets(options);
  const root = await findRoot(options);
  if (!result.ok) {
    endCommand({ json: given.json, diagnostics: result.diagnostics, root });
    return;
  }
  const { keys, diagnostics } = result.value;
  if (!given.json) {
    for (const { store, key, usedBy, exists } of keys) {
      const use = usedBy.length === 0 ? 'unused' : usedBy.join(', ');
      process.stdout.write(`${store}#${key}  ${exists ? use : `MISSING, wanted by ${use}`}\n`);
    }
  }
  endCommand({ json: given.json, diagnostics, root, members: { keys } });
}
