import type { Command, CommanderError } from 'commander';
import { errorAt, type Diagnostic } from '../core/diagnostic.ts';
import { count } from '../core/words.ts';

/** A command line that cannot be run: the command that it was for, and what the parser says. */
export class UsageError extends Error {
  readonly command: Command;
  readonly reason: CommanderError;

  constructor(command: Command, reason: CommanderError) {
    super(reason.message);
    this.command = command;
    this.reason = reason;
  }
}

/** Makes wrong use of a program and all its commands a `UsageError`, and lets the parser print help alone. */
export function reportWrongUse(program: Command): void {
  for (const command of [program, ...descendants(program)]) {
    command.configureOutput({ outputError: () => undefined }).exitOverride((reason) => {
      throw isHelp(reason) ? reason : new UsageError(command, reason);
    });
  }
}

function isHelp({ exitCode, code }: CommanderError): boolean {
  return exitCode === 0 || code === 'commander.help';
}

/** Wrong use as a finding, with the call that was meant where it can be told. */
export function wrongUse({ command, reason }: UsageError): Diagnostic {
  const name = nameOf(command);
  const { message, suggestion } = withoutSuggestion(sentenceOf(reason, command));
  const help = meant(command, reason.code) ?? suggestion ?? `see \`${name} --help\``;
  return errorAt('use/command-line', `${name}: ${message}`, { help });
}

/** Operands are not repeated: they may be values that somebody thought belong there. */
function sentenceOf({ code, message }: CommanderError, command: Command): string {
  if (code !== 'commander.excessArguments') return message.replace(/^error: /, '');
  const most = command.registeredArguments.length;
  return `takes ${most === 0 ? 'no arguments' : count(most, 'argument')}, not ${command.args.length}`;
}

/** Commander appends `(Did you mean check?)`. */
function withoutSuggestion(text: string): { message: string; suggestion?: string } {
  const [message = '', near] = text.split(/\n\((?=Did you mean)/);
  if (near === undefined) return { message };
  return { message, suggestion: near.replace(/^Did you mean (.*)\?\)$/, 'did you mean `$1`?') };
}

/** What people write where a command takes no operands. */
function meant(command: Command, code: string): string | undefined {
  if (code === 'commander.missingMandatoryOptionValue') return withOption(command);
  if (code !== 'commander.excessArguments') return undefined;
  const has = (long: string) => command.options.some((option) => option.long === long);
  const extra = command.args.slice(command.registeredArguments.length);
  const [first = ''] = extra;
  const name = nameOf(command);
  if (has('--only'))
    return `to take some modules alone, write \`${name} --only ${extra.map(moduleOf).join(' ')}\``;
  if (name === 'gantry values convert')
    return `values come in by standard input: \`${name} < ${shellWord(first)}\``;
  if (has('--value-from')) {
    const key = command.args[0] ?? 'KEY';
    return `a value never stands on the command line, where others can read it: \`${name} ${shellWord(key)}\` asks for it, \`--value-from FILE\` reads it`;
  }
  if (has('--store') && extra.length === 1)
    return `to name a store, write \`${name} ${[...command.args.slice(0, -1), '--store', first].map(shellWord).join(' ')}\``;
  return undefined;
}

/** An operand may be what belongs behind the option that is missing. */
function withOption(command: Command): string | undefined {
  const option = command.options.find(({ mandatory }) => mandatory)?.long;
  const [operand] = command.args;
  if (option === undefined || operand === undefined) return undefined;
  return `write \`${nameOf(command)} ${option} ${shellWord(operand)}\``;
}

/** `modules/kubenix/apps/x.nix` and `.k8s/apps/x.enc.yaml` are the module `apps/x`. */
function moduleOf(path: string): string {
  const name = path.replace(/^(\.\/)?(modules\/kubenix|\.k8s)\//, '');
  return shellWord(name.replace(/(\.enc)?\.(nix|ya?ml)$/, ''));
}

function shellWord(text: string): string {
  return /^[\w./@:+-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** `gantry secrets set` */
function nameOf(command: Command): string {
  const parent = command.parent === null ? [] : [nameOf(command.parent)];
  return [...parent, command.name()].join(' ');
}

function descendants(command: Command): Command[] {
  return command.commands.flatMap((child) => [child, ...descendants(child)]);
}
