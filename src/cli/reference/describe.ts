import type { EventEmitter } from 'node:events';
import type { Command, Option } from 'commander';
import { GLOBAL_OPTIONS } from '../global-options.ts';

/** A command as its own declarations describe it: what help, completion and reference pages are made of. */
export interface CommandPage {
  /** The words that call it after `gantry`; empty for the program itself. */
  readonly words: readonly string[];
  readonly description: string;
  /** `<key>`, `[dir]`… */
  readonly operands: readonly string[];
  readonly options: readonly OptionPage[];
  readonly children: readonly CommandPage[];
  /** What help says behind the options: explanations and examples. */
  readonly more: string;
}

export interface OptionPage {
  /** As help writes it: `-V, --version`, `--only <glob...>`. */
  readonly flags: string;
  readonly long: string;
  readonly description: string;
  readonly takesValue: boolean;
  readonly choices: readonly string[];
  /** One that every command has. */
  readonly isGlobal: boolean;
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
    more: textBehind(command),
    children: visible
      .visibleCommands(command)
      .filter((child) => child.name() !== 'help')
      .map((child) => describe(child, [...words, child.name()])),
  };
}

/** Help text is added by listening for the end of help. */
function textBehind(command: Command): string {
  const texts: string[] = [];
  (command as Command & EventEmitter).emit('afterHelp', {
    command,
    error: false,
    write: (text: string) => texts.push(text),
  });
  return texts.join('').trim();
}

function describeOption(option: Option): OptionPage {
  return {
    flags: option.flags,
    long: option.long ?? option.flags,
    description: option.description,
    takesValue: option.required || option.optional,
    choices: option.argChoices ?? [],
    isGlobal: option.helpGroupHeading === GLOBAL_OPTIONS,
  };
}
