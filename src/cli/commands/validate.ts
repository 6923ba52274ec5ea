import type { Command } from 'commander';
import { LATEST_KUBERNETES } from '../../core/schema-table.ts';
import { endWith } from '../end.ts';

interface Arguments {
  readonly kubernetesVersion: string;
  readonly crds?: readonly string[];
  readonly json?: boolean;
}

const EXAMPLES = `
Examples:
  gantry validate .k8s                              a tree, encrypted files included
  kustomize build . | gantry validate               what another program prints
  gantry validate deploy.yaml --kubernetes-version 1.30 --crds crds`;

/** `gantry validate`: schemas, names and identities of any YAML or JSON. */
export function addValidate(program: Command): void {
  program
    .command('validate')
    .description('check Kubernetes objects in any YAML or JSON; needs no project, Nix or key')
    .argument('[path...]', 'files and folders; - is standard input, and so is nothing at all')
    .option('--kubernetes-version <version>', 'of the cluster', LATEST_KUBERNETES)
    .option('--crds <path...>', 'CustomResourceDefinitions, or tables of `codegen kubernetes`')
    .option('--json', 'print one JSON document on stdout and nothing else there')
    .addHelpText('after', EXAMPLES)
    .action(runValidate);
}

async function runValidate(paths: readonly string[], given: Arguments): Promise<void> {
  const { validate } = await import('../../pipeline/validate.ts');
  const { text } = await import('node:stream/consumers');
  const cwd = process.cwd();
  const result = await validate({
    cwd,
    paths: paths.length === 0 ? ['-'] : paths,
    version: given.kubernetesVersion,
    crds: given.crds ?? [],
    readStandardInput: () => text(process.stdin),
  });
  await endWith({ given, result, root: cwd }, ({ files, objects, diagnostics }) => ({
    whenFine: `${objects} objects in ${files} files are valid\n`,
    diagnostics,
    members: { summary: { files, objects } },
  }));
}
