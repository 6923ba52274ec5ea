import { InvalidArgumentError, type Command } from 'commander';
import type { Grants } from '../nix/grants.ts';
import { GRANT_FORMS, parseGrant } from './grants.ts';
import { atTerminal } from './person.ts';
import { parseReport, REPORT_FORMATS, type Report } from './reporters/reports.ts';
import type { RunOptions } from '../pipeline/options.ts';

/** What commander gives for the options that every command has. */
export interface CommonArguments {
  readonly project?: string;
  readonly flake?: string;
  readonly only?: readonly string[];
  readonly adopt?: boolean;
  readonly userRules?: boolean;
  readonly bundle?: string;
  readonly allow?: Grants;
  readonly json?: boolean;
  readonly report?: readonly Report[];
}

/** Adds the options that choose a project and an output form. */
export function withCommonOptions(command: Command): Command {
  return command
    .option('--project <dir>', 'folder of the gantry.nix (default: the nearest one upwards)')
    .option('--flake <ref>', 'evaluate the output `gantry` of a flake instead of gantry.nix')
    .option(
      '--allow <what>',
      `let modules do more than read the project: ${GRANT_FORMS}; may be given several times`,
      parseGrant,
    )
    .option('--json', 'print one JSON document on stdout and nothing else there');
}

/** Adds `--only` and `--no-user-rules`: which modules are looked at, and by which rules. */
export function withSelection(command: Command): Command {
  return command
    .option('--only <glob...>', "modules to take, such as 'apps/*' (default: all)")
    .option('--no-user-rules', 'leave gantry.rules.ts out, which is a program with your rights');
}

/** Adds `--report`. */
export function withReports(command: Command): Command {
  return command.option(
    '--report <format[=file]>',
    `write the findings once more, as ${REPORT_FORMATS}; may be given several times`,
    parseReport,
  );
}

/** Reads a number of seconds from 1 to an hour. */
export function parseSeconds(text: string): number {
  const seconds = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (seconds < 1 || seconds > 3600) throw new InvalidArgumentError('write 1 to 3600 seconds');
  return seconds;
}

/** Command-line arguments as run options: a pure function but for where and when the process runs. */
export function toRunOptions(given: CommonArguments): RunOptions {
  return {
    cwd: process.cwd(),
    ...(given.project === undefined ? {} : { project: given.project }),
    ...(given.flake === undefined ? {} : { flake: given.flake }),
    ...(given.bundle === undefined ? {} : { bundleFile: given.bundle }),
    ...(given.allow === undefined ? {} : { grants: given.allow }),
    only: given.only ?? [],
    adopt: given.adopt ?? false,
    userRules: given.userRules ?? true,
    environment: process.env,
    person: atTerminal,
    now: new Date(),
  };
}
