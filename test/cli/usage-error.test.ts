import { CommanderError } from 'commander';
import { expect, test } from 'vitest';
import { makeProgram } from '../../src/cli/main.ts';
import { UsageError, wrongUse } from '../../src/cli/usage-error.ts';

/** What is said of a command line that does not parse: sentence and advice. */
async function said(line: string): Promise<string> {
  const program = await makeProgram();
  try {
    await program.parseAsync(['node', 'gantry', ...line.split(' ').filter((word) => word !== '')]);
  } catch (error) {
    if (error instanceof UsageError) {
      const { message, help } = wrongUse(error);
      return `${message}\n${help ?? ''}`;
    }
    if (error instanceof CommanderError) return error.code;
    throw error;
  }
  return 'it ran';
}

test.each([
  ['chekc', "gantry: unknown command 'chekc'\ndid you mean `check`?"],
  ['secrets lst', "gantry secrets: unknown command 'lst'\ndid you mean `ls`?"],
  ['zzzzzz', "gantry: unknown command 'zzzzzz'\nsee `gantry --help`"],
  ['check --repotr x', "gantry check: unknown option '--repotr'\ndid you mean `--report`?"],
  ['manifests --quite', "gantry manifests: unknown option '--quite'\ndid you mean `--quiet`?"],
  [
    'manifests modules/kubenix/apps/x.nix',
    'gantry manifests: takes no arguments, not 1\nto take some modules alone, write `gantry manifests --only apps/x`',
  ],
  [
    'check ./.k8s/apps/x.enc.yaml apps/*',
    "gantry check: takes no arguments, not 2\nto take some modules alone, write `gantry check --only apps/x 'apps/*'`",
  ],
  [
    'values convert values.yaml',
    'gantry values convert: takes no arguments, not 1\nvalues come in by standard input: `gantry values convert < values.yaml`',
  ],
  [
    'secrets get a b.enc.yaml',
    'gantry secrets get: takes 1 argument, not 2\nto name a store, write `gantry secrets get a --store b.enc.yaml`',
  ],
  [
    'codegen kubernetes api.json',
    "gantry codegen kubernetes: required option '--openapi <file>' not specified\nwrite `gantry codegen kubernetes --openapi api.json`",
  ],
  [
    'secrets get',
    "gantry secrets get: missing required argument 'key'\nsee `gantry secrets get --help`",
  ],
  [
    'check -q -v',
    "gantry check: option '-q, --quiet' cannot be used with option '-v, --verbose'\nsee `gantry check --help`",
  ],
  ['doctor now', 'gantry doctor: takes no arguments, not 1\nsee `gantry doctor --help`'],
])('%s', async (line, text) => {
  expect(await said(line)).toBe(text);
});

test('what may be a value is not repeated', async () => {
  const text = await said('secrets set token hunter2');
  expect(text).not.toContain('hunter2');
  expect(text).toContain('`gantry secrets set token` asks for it');
});
