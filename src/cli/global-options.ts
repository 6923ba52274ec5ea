import { Option, type Command } from 'commander';
import { setManner, type Manner } from './output.ts';

/** The heading of these options in help. */
export const GLOBAL_OPTIONS = 'Global options:';

interface Given {
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly color?: Manner['color'];
}

/** Adds the options that every command has, to a program and all its commands: they may stand anywhere in a line. */
export function addGlobalOptions(program: Command): void {
  for (const command of allCommands(program)) {
    for (const option of globalOptions()) command.addOption(option);
  }
  program.hook('preAction', (_program, command) => {
    setManner(mannerOf(command.optsWithGlobals()));
  });
}

function globalOptions(): Option[] {
  return [
    new Option('-q, --quiet', 'show errors alone, and what was asked for').conflicts('verbose'),
    new Option('-v, --verbose', 'show every info and every place'),
    new Option('--color <when>', 'colours: where a terminal shows them, always, or never').choices([
      'auto',
      'always',
      'never',
    ]),
  ].map((option) => option.helpGroup(GLOBAL_OPTIONS));
}

function mannerOf({ quiet = false, verbose = false, color = 'auto' }: Given): Manner {
  return { quiet, verbose, color };
}

function allCommands(command: Command): Command[] {
  return [command, ...command.commands.flatMap(allCommands)];
}
