import type { Command } from 'commander';
import { text as readAll } from 'node:stream/consumers';
import { endWith } from '../end.ts';

interface ConvertArguments {
  readonly name?: string;
  readonly namespace?: string;
  readonly kubernetesVersion: string;
  readonly json?: boolean;
}

const EXAMPLE = `
Examples:
  gantry values convert --name ntfy < values.yaml > modules/kubenix/apps/ntfy.nix
  gantry values convert < helmrelease.yaml`;

/** `gantry values`: moving in from Helm. */
export function addValues(program: Command): void {
  const values = program
    .command('values')
    .description('turn the values of Helm releases into modules')
    .addHelpText('after', EXAMPLE);
  values
    .command('convert')
    .description(
      'app-template values, or a HelmRelease that uses the chart, on stdin; a module that makes the same objects on stdout',
    )
    .option('--name <name>', 'name of the release (default: that of the HelmRelease)')
    .option('--namespace <name>', 'its namespace (default: that of the HelmRelease)')
    .option('--kubernetes-version <version>', 'version that both are rendered for', '1.34')
    .option('--json', 'print one JSON document on stdout and nothing else there')
    .addHelpText('after', EXAMPLE)
    .action(runConvert);
}

async function runConvert(given: ConvertArguments): Promise<void> {
  const { convertValues } = await import('../../pipeline/values/convert.ts');
  const result = await convertValues({
    text: await readAll(process.stdin),
    ...(given.name === undefined ? {} : { name: given.name }),
    ...(given.namespace === undefined ? {} : { namespace: given.namespace }),
    kubernetesVersion: given.kubernetesVersion,
    environment: process.env,
  });
  await endWith({ given, result }, ({ module, objects, diagnostics }) => ({
    document: module,
    diagnostics,
    members: { module, objects },
  }));
}
