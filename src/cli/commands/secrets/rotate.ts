import type { Command } from 'commander';
import { toRunOptions, withCommonOptions, type CommonArguments } from '../../arguments.ts';
import { endWith } from '../../end.ts';

const EXAMPLES = `
Examples:
  gantry secrets rotate && gantry manifests
  gantry secrets rotate secrets/team.enc.yaml`;

/** `gantry secrets rotate` */
export function addRotate(secrets: Command): void {
  withCommonOptions(secrets.command('rotate [stores...]'))
    .description('give stores (default: all) new data keys and ciphertexts; values stay')
    .addHelpText('after', EXAMPLES)
    .action(runRotate);
}

async function runRotate(stores: readonly string[], given: CommonArguments): Promise<void> {
  const { rotateStores } = await import('../../../pipeline/secrets/rotate.ts');
  const options = toRunOptions(given);
  const result = await rotateStores(stores, options);
  await endWith({ given, options, result }, (rotated) => ({
    news: [
      ...rotated.map((store) => `${store} has a new data key\n`),
      'run `gantry manifests` to bring the lock file up to date\n',
    ].join(''),
    members: { stores: rotated },
  }));
}
