import { Option, type Command } from 'commander';
import { join, resolve } from 'node:path';
import { count } from '../../core/words.ts';
import { libraryFolder } from '../../nix/library.ts';
import { endWith } from '../end.ts';

interface Arguments {
  readonly template: string;
  readonly json?: boolean;
}

const EXAMPLES = `
Examples:
  gantry init                            one module, here
  gantry init homelab --template homelab`;

/** `gantry init`: a repository to begin with. */
export function addInit(program: Command): void {
  program
    .command('init [dir]')
    .description('put a template into a folder; the same files as `nix flake init -t gantry#NAME`')
    .addOption(
      new Option('--template <name>', 'one module, or a homelab with secrets, workflows and Flux')
        .choices(['default', 'homelab'])
        .default('default'),
    )
    .option('--json', 'print one JSON document on stdout and nothing else there')
    .addHelpText('after', EXAMPLES)
    .action(runInit);
}

async function runInit(dir: string | undefined, given: Arguments): Promise<void> {
  const { copyTree } = await import('../../fs/copy-tree.ts');
  const target = resolve(dir ?? '.');
  const result = await copyTree(join(libraryFolder(), 'templates', given.template), target);
  await endWith({ given, result }, (files) => ({
    news: [
      ...files.map((path) => `  created  ${path}\n`),
      `${count(files.length, 'file')} written below ${dir ?? '.'}; README.md says what is next\n`,
    ].join(''),
    members: { files },
  }));
}
