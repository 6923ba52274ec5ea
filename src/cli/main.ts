import { Command, CommanderError } from 'commander';
import { constants } from 'node:os';
import { EXIT, SIGNALLED } from '../core/exit-codes.ts';
import { addAdopt } from './commands/adopt.ts';
import { addCheck } from './commands/check.ts';
import { addCodegen } from './commands/codegen.ts';
import { addCodegenKubernetes } from './commands/codegen-kubernetes.ts';
import { addCompletion } from './commands/completion.ts';
import { addDiff } from './commands/diff.ts';
import { addExplain } from './commands/explain.ts';
import { addDoctor } from './commands/doctor.ts';
import { addGmanifests } from './commands/gmanifests.ts';
import { addGraph } from './commands/graph.ts';
import { addInit } from './commands/init.ts';
import { addManifests } from './commands/manifests.ts';
import { addSecrets } from './commands/secrets.ts';
import { addUmanifests } from './commands/umanifests.ts';
import { addValidate } from './commands/validate.ts';
import { addValues } from './commands/values.ts';
import { addVmanifests } from './commands/vmanifests.ts';
import { endCommand } from './end.ts';
import { addGlobalOptions } from './global-options.ts';
import { reportWrongUse, UsageError, wrongUse } from './usage-error.ts';
import { packageVersion } from './version.ts';

const EXAMPLES = `
Examples:
  gantry manifests                       all four stages: modules in, an encrypted .k8s/ out
  gantry manifests --dry-run             say what would change and why
  gantry manifests --only 'apps/*'       some modules alone
  gantry check                           is the tree what modules and stores say? needs no key
  gantry diff                            what changes in the cluster, and what it would refuse
  gantry validate DIR                    Kubernetes objects in any YAML or JSON
  gantry gmanifests --json | jq .        the evaluated bundle
  gantry values convert --name ntfy      app-template values on stdin, a Nix module on stdout
  gantry codegen                         TypeScript types and schemas for Nix options
  gantry secrets set api_token --generate hex:32

Exit codes:
  0 done   1 findings   2 wrong use or configuration   3 Nix evaluation failed
  4 secrets   5 writing failed   129, 130, 143 ended by SIGHUP, SIGINT, SIGTERM`;

/** Runs the command line; gives the exit code. Everything a command prints goes through its reporter. */
export async function main(argv: readonly string[]): Promise<number> {
  leaveQuietly();
  const program = await makeProgram();
  try {
    await program.parseAsync(withVersion(argv));
  } catch (error) {
    if (error instanceof UsageError) {
      endCommand({ json: argv.includes('--json'), diagnostics: [wrongUse(error)] });
    } else if (!(error instanceof CommanderError)) throw error;
    else if (error.exitCode !== 0) return EXIT.usage;
  }
  return Number(process.exitCode ?? EXIT.done);
}

/** `-v` says more of what a command does; alone there is nothing to say more of. */
function withVersion(argv: readonly string[]): string[] {
  return argv.length === 3 && argv[2] === '-v' ? [...argv.slice(0, 2), '--version'] : [...argv];
}

/** The commands and their options, without running any. */
export async function makeProgram(): Promise<Command> {
  const program = new Command('gantry')
    .description(
      'Kubernetes manifests from Nix modules: evaluated, validated, sealed with SOPS, written with few changed bytes',
    )
    .version(await packageVersion(), '-V, --version', 'print the version; -v alone does too')
    .addHelpText('after', EXAMPLES);
  for (const add of [
    addManifests,
    addGmanifests,
    addVmanifests,
    addUmanifests,
    addCheck,
    addValidate,
    addSecrets,
    addAdopt,
    addValues,
    addCodegen,
    addCodegenKubernetes,
    addInit,
    addDiff,
    addGraph,
    addExplain,
    addDoctor,
    addCompletion,
  ])
    add(program);
  addGlobalOptions(program);
  reportWrongUse(program);
  return program;
}

/**
 * Ctrl-C, kill and a closed terminal end with the exit code of their signal, without what was under way. A reader that
 * went away (`| head`, a terminal that hung up) is no reason to stop: a run goes on and ends as it would have.
 */
function leaveQuietly(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      leave(signal);
    });
  }
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (!['EPIPE', 'EIO'].includes(error.code ?? '')) throw error;
    });
  }
}

/**
 * A terminal that hung up has no modes to restore: Node, which does so in `process.exit`, would abort there. So the
 * signal itself ends the process, after what is to be done at an exit.
 */
function leave(signal: 'SIGINT' | 'SIGTERM' | 'SIGHUP'): void {
  const code = SIGNALLED + constants.signals[signal];
  if (signal !== 'SIGHUP') process.exit(code);
  process.emit('exit', code);
  process.kill(process.pid, signal);
}
