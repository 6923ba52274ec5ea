import type { Command } from 'commander';
import { errorAt, type Diagnostic } from '../../core/diagnostic.ts';
import { give } from '../output.ts';
import { endCommand } from '../end.ts';

interface Arguments {
  readonly openapi: string;
  readonly out?: string;
}

const EXAMPLE = `
Example:
  kubectl get --raw /openapi/v2 | gantry codegen kubernetes --openapi - --out crds/cluster.json`;

/** `gantry codegen kubernetes`: the schema table of a cluster, its custom resources included. */
export function addCodegenKubernetes(program: Command): void {
  const codegen = program.commands.find((command) => command.name() === 'codegen');
  // Options behind a subcommand are its own: `codegen` has an --out too.
  program.enablePositionalOptions();
  codegen
    ?.enablePositionalOptions()
    .command('kubernetes')
    .description(
      "make a schema table of a cluster's OpenAPI v2 document, custom resources included",
    )
    .requiredOption('--openapi <file>', 'the document; - is standard input')
    .option('--out <file>', 'where the table goes (default: standard output)')
    .addHelpText('after', EXAMPLE)
    .action(runCodegenKubernetes);
}

async function runCodegenKubernetes({ openapi, out }: Arguments): Promise<void> {
  const { makeTable } = await import('../../codegen/kubernetes/make-table.ts');
  const { readFile, writeFile } = await import('node:fs/promises');
  const { text } = await import('node:stream/consumers');
  try {
    const document = openapi === '-' ? await text(process.stdin) : await readFile(openapi, 'utf8');
    const table = makeTable(JSON.parse(document));
    if (!table.ok) {
      fail(table.diagnostics);
      return;
    }
    const printed = `${JSON.stringify(table.value)}\n`;
    if (out === undefined) give(printed);
    else await writeFile(out, printed);
  } catch (error) {
    if (!(error instanceof SyntaxError) && !isFileError(error)) throw error;
    fail([errorAt('use/openapi', describe(error, openapi))]);
  }
}

function fail(diagnostics: readonly Diagnostic[]): void {
  endCommand({ json: false, diagnostics });
}

function isFileError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error;
}

function describe(error: SyntaxError | NodeJS.ErrnoException, openapi: string): string {
  if (error instanceof SyntaxError) return `${openapi} is not JSON`;
  return `${error.path ?? openapi} cannot be read or written: ${error.code ?? ''}`;
}
