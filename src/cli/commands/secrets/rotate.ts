import type { Command } from 'commander';
import { toRunOptions, withCommonOptions, type CommonArguments } from '../../arguments.ts';
import { endCommand } from '../../end.ts';

/** `gantry secrets rotate` */
export function addRotate(secrets: Command): void {
  withCommonOptions(secrets.command('rotate [stores...]'))
    .description('give stores (default: all) new data keys and ciphertexts; values stay')
    .action(runRotate);
}

async function runRotate(stores: readonly string[], given: CommonArguments): Promise<void> {
  const { rotateStores } = await import('../../../pipeline/secrets/rotate.ts');
  const result = await rotateStores(stores, toRunOptions(given));
  if (result.ok && !given.json) {
    for (const store of result.value) process.stdout.write(`${store} has a new data key\n`);
    process.stdout.write('run `gantry manifests` to bring the lock file up to date\n');
  }
  endCommand({
    json: given.json,
    diagnostics: result.ok ? [] : result.diagnostics,
    members: result.ok ? { stores: result.value } : {},
  });
}
