import { Argument, type Command } from 'commander';
import { give } from '../output.ts';
import type { Shell } from '../reference/completion.ts';

/** `gantry completion`: what a shell needs to complete the commands. */
export function addCompletion(program: Command): void {
  program
    .command('completion')
    .description('print a completion script for a shell')
    .addArgument(new Argument('<shell>', 'the shell').choices(['bash', 'zsh', 'fish']))
    .addHelpText(
      'after',
      `
Examples:
  source <(gantry completion bash)                                    in ~/.bashrc
  gantry completion zsh >~/.zfunc/_gantry                             where $fpath leads
  gantry completion fish >~/.config/fish/completions/gantry.fish`,
    )
    .action(async (shell: Shell) => {
      const { completionFor } = await import('../reference/completion.ts');
      const { describeProgram } = await import('../reference/describe.ts');
      give(completionFor(shell, describeProgram(program)));
    });
}
