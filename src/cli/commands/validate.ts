import { InvalidArgumentError, type Command } from 'commander';
import { errorAt, STANDARD_INPUT, type Severity } from '../../core/diagnostic.ts';
import { LATEST_KUBERNETES } from '../../core/schema-table.ts';
import { count } from '../../core/words.ts';
import { withReports } from '../arguments.ts';
import { endCommand, endWith } from '../end.ts';
import type { Report } from '../reporters/reports.ts';

interface Arguments {
  readonly kubernetesVersion: string;
  readonly crds?: readonly string[];
  readonly ignoreMissingSchemas?: boolean;
  readonly complete?: boolean;
  readonly rule?: Rules;
  readonly rules?: string;
  readonly report?: readonly Report[];
  readonly json?: boolean;
}

type Rules = Readonly<Record<string, Severity | 'off'>>;

const EXAMPLES = `
Examples:
  gantry validate .k8s                              a tree, encrypted files included
  kustomize build . | gantry validate               what another program prints
  gantry validate --kubernetes-version 1.30 --crds crds deploy.yaml
  gantry validate .k8s --complete --rule schema/none=error --rule image/latest=warning`;

/** `gantry validate`: schemas, names, identities and references of any YAML or JSON. */
export function addValidate(program: Command): void {
  withReports(program.command('validate'))
    .description('check Kubernetes objects in any YAML or JSON; needs no project, Nix or key')
    .argument('[path...]', 'files and folders; - is standard input, and so is nothing at all')
    .option('--kubernetes-version <version>', 'of the cluster', LATEST_KUBERNETES)
    .option(
      '--crds <path>',
      'CustomResourceDefinitions, JSON Schemas as kubeconform reads them, or tables of `codegen kubernetes`; may be given several times',
      (path: string, before: readonly string[] | undefined) => [...(before ?? []), path],
    )
    .option('--ignore-missing-schemas', 'say nothing of kinds that have no schema')
    .option('--complete', 'the paths hold all that the cluster does: what they lack is an error')
    .option(
      '--rule <code=severity>',
      'error, warning, info or off for a rule, or for a family such as graph/*; may be given several times',
      parseRule,
    )
    .option('--rules <file>', 'rules of your own, as in gantry.rules.ts; the file is run')
    .option('--json', 'print one JSON document on stdout and nothing else there')
    .addHelpText('after', EXAMPLES)
    .action(runValidate);
}

function parseRule(text: string, before: Rules = {}): Rules {
  const [, code, severity] =
    /^([a-z0-9-]+\/(?:[a-z0-9-]+|\*))=(error|warning|info|off)$/.exec(text) ?? [];
  if (code === undefined) throw new InvalidArgumentError('write it as image/latest=warning');
  return { ...before, [code]: severity as Severity | 'off' };
}

async function runValidate(paths: readonly string[], given: Arguments): Promise<void> {
  if (paths.length === 0 && process.stdin.isTTY) {
    const message = 'there is nothing to validate: name files or folders, or pipe objects in';
    endCommand({ json: given.json, diagnostics: [errorAt('use/path', message)] });
    return;
  }
  const { validate } = await import('../../pipeline/validate/validate.ts');
  const { text } = await import('node:stream/consumers');
  const texts = new Map<string, string>();
  const cwd = process.cwd();
  const quiet: Rules = given.ignoreMissingSchemas === true ? { 'schema/none': 'off' } : {};
  const result = await validate({
    cwd,
    paths: paths.length === 0 ? ['-'] : paths,
    version: given.kubernetesVersion,
    crds: given.crds ?? [],
    rules: { ...quiet, ...given.rule },
    complete: given.complete ?? false,
    ...(given.rules === undefined ? {} : { ownRules: given.rules }),
    readStandardInput: async () => {
      const given = await text(process.stdin);
      texts.set(STANDARD_INPUT, given);
      return given;
    },
  });
  await endWith(
    { given, result, root: cwd, sources: { yaml: true, texts } },
    ({ files, objects, diagnostics }) => ({
      whenFine: `${count(objects, 'object')} in ${count(files, 'file')} ${objects === 1 ? 'is' : 'are'} valid\n`,
      diagnostics,
      members: { summary: { files, objects } },
    }),
  );
}
