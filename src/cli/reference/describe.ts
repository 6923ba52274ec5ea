import type { Command, Option } from 'commander';

/** A command as its own declarations describe it: what help, completion and reference pages are made of. */
export interface CommandPage {
  /** The words that call it after `gantry`; empty for the program itself. */
  readonly words: readonly string[];
  readonly description: string;
  /** `<key>`, `[dir]`… */
  readonly operands: readonly string[];
  readonly options: readonly OptionPage[];
  readonly children: readonly CommandPage[];
}

export interface OptionPage {
  /** As help writes it: `-V, --version`, `--only <glob...>`. */
  readonly flags: string;
  readonly long: string;
  readonly description: string;
  readonly takesValue: boolean;
  readonly choices: readonly string[];
}

/** The pages of a program and of every command below it. */
export function describeProgram(program: Command): CommandPage {
  return describe(program, []);
}

/** A page and those below it, each before its children. */
export function allPages(page: CommandPage): CommandPage[] {
  return [page, ...page.children.flatMap(allPages)];
}

function describe(command: Command, words: readonly string[]): CommandPage {
  const visible = command.createHelp();
  return {
    words,
    description: command.description(),
    operands: command.registeredArguments.map((argument) => {
      const name = argument.name() + (argument.variadic ? '...' : '');
      return argument.required ? `<${name}>` : `[${name}]`;
    }),
    options: visible.visibleOptions(command).map(describeOption),
    children: visible
      .visibleCommands(command)
      .filter((child) => child.name() !== 'help')
      .map((child) => describe(child, [...words, child.name()])),
  };
}

function describeOption(option: Option): OptionPage {
  return {
    flags: option.flags,
    long: option.long ?? option.flags,
    description: option.description,
    takesValue: option.required || option.optional,
    choices: option.argChoices ?? [],
  };
}
