import type { Command } from 'commander';
import { readFile } from 'node:fs/promises';
import { text as readAll } from 'node:stream/consumers';
import { errorAt } from '../../core/diagnostic.ts';
import { failure, success, type Result } from '../../core/result.ts';
import { Secret } from '../../core/secret.ts';
import { errorCode } from '../../fs/read.ts';
import { toRunOptions, withCommonOptions, type CommonArguments } from '../arguments.ts';
import { endCommand } from '../end.ts';

interface SetArguments extends CommonArguments {
  readonly valueFrom: string;
  readonly store?: string;
}

/** `gantry secrets`: the keys of the stores. */
export function addSecrets(program: Command): void {
  const secrets = program
    .command('secrets')
    .description('list and set the values of secret stores');
  withCommonOptions(secrets.command('ls'))
    .description('list keys, their stores and the modules that use them; needs no key')
    .action(runList);
  withCommonOptions(secrets.command('set <key>'))
    .description('set one value; the store is made when there is none')
    .requiredOption(
      '--value-from <source>',
      '`stdin` or a file; the final line feed of a single line is left out',
    )
    .option(
      '--store <file>',
      'the store, relative to the project (default: settings.helpers.secretStore)',
    )
    .addHelpText(
      'after',
      '\nExample:\n  openssl rand -hex 32 | gantry secrets set api_token --value-from stdin',
    )
    .action(runSet);
}

async function runList(given: CommonArguments): Promise<void> {
  const { listSecrets } = await import('../../pipeline/secrets/list.ts');
  const { findRoot } = await import('../find-root.ts');
  const options = toRunOptions(given);
  const result = await listSecrets(options);
  const root = await findRoot(options);
  if (!result.ok) {
    endCommand({ json: given.json, diagnostics: result.diagnostics, root });
    return;
  }
  const { keys, diagnostics } = result.value;
  if (!given.json) {
    for (const { store, key, usedBy, exists } of keys) {
      const use = usedBy.length === 0 ? 'unused' : usedBy.join(', ');
      process.stdout.write(`${store}#${key}  ${exists ? use : `MISSING, wanted by ${use}`}\n`);
    }
  }
  endCommand({ json: given.json, diagnostics, root, members: { keys } });
}

async function runSet(key: string, given: SetArguments): Promise<void> {
  const { setSecret } = await import('../../pipeline/secrets/set.ts');
  const options = toRunOptions(given);
  const value = await readValue(given.valueFrom);
  const request = { key, ...(given.store === undefined ? {} : { store: given.store }) };
  const result = value.ok ? await setSecret({ ...request, value: value.value }, options) : value;
  if (result.ok && !given.json) process.stdout.write(`${key} is set in ${result.value}\n`);
  endCommand({
    json: given.json,
    diagnostics: result.ok ? [] : result.diagnostics,
    members: result.ok ? { key, store: result.value } : {},
  });
}

async function readValue(source: string): Promise<Result<Secret>> {
  try {
    const text =
      source === 'stdin' || source === '-'
        ? await readAll(process.stdin)
        : await readFile(source, 'utf8');
    return success(new Secret(/^[^\n]*\n$/.test(text) ? text.slice(0, -1) : text));
  } catch (error) {
    return failure(errorAt('use/value', `${source} cannot be read: ${errorCode(error)}`));
  }
}
