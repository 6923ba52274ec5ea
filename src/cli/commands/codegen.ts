import { dirname, resolve } from 'node:path';
import { Option, type Command } from 'commander';
import { errorAt, type Diagnostic } from '../../core/diagnostic.ts';
import { failure, success, type Result } from '../../core/result.ts';
import type { NixChanges } from '../../fs/watch.ts';
import type { Generated } from '../../pipeline/codegen/codegen.ts';
import type { CodegenRequest } from '../../pipeline/codegen/request.ts';
import { withCommonOptions, type CommonArguments } from '../arguments.ts';
import { give, say, sayNews } from '../output.ts';
import { endCommand } from '../end.ts';

interface Arguments extends CommonArguments {
  readonly options?: string;
  readonly name?: string;
  readonly out?: string;
  readonly format?: 'typescript' | 'json-schema';
  readonly ir?: string;
  readonly check?: boolean;
  readonly stdout?: boolean;
  readonly watch?: boolean;
}

const MORE_HELP = `
Examples:
  gantry codegen                         every target of gantry.nix
  gantry codegen homelab --check         in CI: is the committed file what the options give?
  gantry codegen --options .#nixosConfigurations.harbour --name harbour --out generated/harbour.ts
  gantry codegen --options options.nix --name app --format json-schema --stdout`;

/** `gantry codegen`: Nix options → TypeScript. */
export function addCodegen(program: Command): void {
  withCommonOptions(program.command('codegen [names...]'))
    .description('write TypeScript types and zod schemas, or JSON Schemas, for Nix options')
    .option('--options <source>', 'options outside the project: a Nix file, or FLAKE#ATTRIBUTE')
    .option('--name <name>', 'with --options: what the exports are called')
    .option('--out <file>', 'with --options: the file to write')
    .addOption(
      new Option(
        '--format <format>',
        'with --options: what is written (default: typescript)',
      ).choices(['typescript', 'json-schema']),
    )
    .addOption(
      new Option(
        '--ir <file>',
        'JSON file with the targets that a flake evaluated already (checks.codegen)',
      ).conflicts(['options', 'flake', 'watch']),
    )
    .addOption(
      new Option('--check', 'write nothing; show what would change, and exit with 1').conflicts([
        'stdout',
        'watch',
      ]),
    )
    .addOption(new Option('--stdout', 'print instead of writing').conflicts(['watch', 'json']))
    .option('--watch', 'go on, and generate again when a Nix file changes')
    .addHelpText('after', MORE_HELP)
    .action(runCodegen);
}

async function runCodegen(names: readonly string[], given: Arguments): Promise<void> {
  const request = toRequest(names, given);
  if (!request.ok) {
    endCommand({ json: given.json, diagnostics: request.diagnostics });
    return;
  }
  // Watching begins before the first generation, so that no change falls in between.
  const changes = given.watch ? await watched(request.value) : undefined;
  await generateOnce(request.value, given);
  while (changes !== undefined) {
    await changes.next();
    await generateOnce(request.value, given);
  }
}

async function watched(request: CodegenRequest): Promise<NixChanges> {
  const { watchNixFiles } = await import('../../fs/watch.ts');
  return watchNixFiles(await watchedFolder(request));
}

/** The folder of the options: the project, the folder of the file, or where the flake is named from. */
async function watchedFolder({ cwd, source }: CodegenRequest): Promise<string> {
  if (source.kind === 'ad-hoc') {
    return source.options.includes('#') ? cwd : dirname(resolve(cwd, source.options));
  }
  const { projectRoot } = await import('../../pipeline/project-root.ts');
  const root = await projectRoot({ cwd, ...source });
  return root.ok ? root.value : cwd;
}

/** Command-line arguments as a request, or what is wrong with their combination. */
function toRequest(names: readonly string[], given: Arguments): Result<CodegenRequest> {
  const { options, ir, name, out, format, allow } = given;
  const grants = allow === undefined ? {} : { grants: allow };
  const common = { cwd: process.cwd(), environment: process.env, ...grants };
  if (names.length > 0 && (options ?? ir) !== undefined)
    return failure(wrongUse('NAMEs are targets of gantry.nix; --options and --ir take none'));
  if (options === undefined) {
    const stray = Object.keys({ name, out, format }).filter(
      (key) => given[key as 'name' | 'out' | 'format'] !== undefined,
    );
    if (stray.length > 0) return failure(wrongUse(`--${stray.join(', --')} goes with --options`));
    return success({ ...common, source: sourceOf(names, given) });
  }
  if (name === undefined) return failure(wrongUse('--options needs --name'));
  if (out === undefined && !given.stdout)
    return failure(wrongUse('--options needs --out or --stdout'));
  const target = { options, name, format: format ?? 'typescript', out: out ?? name };
  return success({ ...common, source: { kind: 'ad-hoc', ...target } });
}

/** The targets of a project, from Nix or from a file that holds what Nix said. */
function sourceOf(
  names: readonly string[],
  { project, flake, ir }: Arguments,
): CodegenRequest['source'] {
  const root = project === undefined ? {} : { project };
  if (ir !== undefined) return { kind: 'evaluated', bundleFile: ir, ...root };
  return { kind: 'project', names, ...root, ...(flake === undefined ? {} : { flake }) };
}

function wrongUse(message: string): Diagnostic {
  return errorAt('use/codegen', message, { help: 'see gantry codegen --help' });
}

async function generateOnce(request: CodegenRequest, given: Arguments): Promise<void> {
  const { codegen, writeGenerated } = await import('../../pipeline/codegen/codegen.ts');
  const result = await codegen(request);
  if (!result.ok) {
    endCommand({ json: given.json, diagnostics: result.diagnostics });
    return;
  }
  const { root, files, drift, diagnostics } = result.value;
  if (given.stdout) give(files.map(({ text }) => text).join(''));
  const written =
    given.check || given.stdout || drift.length === 0
      ? success(undefined)
      : await writeGenerated(result.value);
  const found = [
    ...diagnostics,
    ...(given.check ? driftFindings(result.value) : []),
    ...(written.ok ? [] : written.diagnostics),
  ];
  if (!given.json && !given.stdout && written.ok)
    (given.check ? say : sayNews)(describe(result.value, given));
  const changed = drift.map(({ path, difference }) => ({ path, difference }));
  const members = { files: files.map(({ path }) => path), changed };
  endCommand({ json: given.json, diagnostics: found, root, members });
}

function driftFindings({ drift }: Generated): Diagnostic[] {
  return drift.map(({ path }) =>
    errorAt('codegen/drift', `${path} is not what its options give`, {
      help: 'run `gantry codegen` and commit what it writes',
    }),
  );
}

/** The differences with `--check`, else one line per file. */
function describe({ files, drift }: Generated, { check }: Arguments): string {
  if (check) {
    return drift
      .map(({ path, difference }) => `--- ${path}\n+++ ${path}\n${difference.join('\n')}\n`)
      .join('');
  }
  const changed = new Set(drift.map(({ path }) => path));
  return files
    .map(({ path }) => `  ${changed.has(path) ? 'written' : 'unchanged'} ${path}\n`)
    .join('');
}
