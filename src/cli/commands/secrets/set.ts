import { Option, type Command } from 'commander';
import { readFile } from 'node:fs/promises';
import { text as readAll } from 'node:stream/consumers';
import { errorAt } from '../../../core/diagnostic.ts';
import { failure, success, type Result } from '../../../core/result.ts';
import { Secret } from '../../../core/secret.ts';
import { errorCode } from '../../../fs/read.ts';
import { toRunOptions } from '../../arguments.ts';
import { endCommand, endWith } from '../../end.ts';
import { storeOf, withStore, type StoreArguments } from './store-option.ts';

interface SetArguments extends StoreArguments {
  readonly valueFrom?: string;
  readonly generate?: string;
}

type Value = Secret | { readonly generate: string };

/** `gantry secrets set` */
export function addSet(secrets: Command): void {
  withStore(secrets.command('set <key>'))
    .description('set one value; the store is made when there is none')
    .option(
      '--value-from <source>',
      '`stdin` or a file; the final line feed of a single line is left out',
    )
    .addOption(
      new Option(
        '--generate <form>',
        'a random value: hex:32, base64:32 (bytes), password:24 (characters), uuid, age',
      ).conflicts('valueFrom'),
    )
    .addHelpText(
      'after',
      '\nExamples:\n  gantry secrets set api_token --generate hex:32\n  pass show ntfy | gantry secrets set ntfy_password --value-from stdin',
    )
    .action(runSet);
}

async function runSet(key: string, given: SetArguments): Promise<void> {
  const value = await readValue(given);
  if (value.ok) await setAndEnd({ key, value: value.value }, given);
  else endCommand({ json: given.json, diagnostics: value.diagnostics });
}

/** Sets a value and says where; the value itself is not shown. */
export async function setAndEnd(
  entry: { readonly key: string; readonly value: Value },
  given: StoreArguments,
): Promise<void> {
  const { setSecret } = await import('../../../pipeline/secrets/set.ts');
  const options = toRunOptions(given);
  const result = await setSecret({ ...entry, ...storeOf(given) }, options);
  await endWith({ given, options, result }, ({ store, recipient }) => ({
    text: [
      `${entry.key} is set in ${store}\n`,
      ...(recipient === undefined ? [] : [`recipient: ${recipient}\n`]),
    ].join(''),
    members: { key: entry.key, store, ...(recipient === undefined ? {} : { recipient }) },
  }));
}

async function readValue({ valueFrom, generate }: SetArguments): Promise<Result<Value>> {
  if (generate !== undefined) return success({ generate });
  if (valueFrom === undefined) {
    return failure(
      errorAt('use/value', 'no value is given', {
        help: 'name its source with --value-from stdin or --value-from FILE, or make one with --generate hex:32',
      }),
    );
  }
  try {
    const fromStdin = valueFrom === 'stdin' || valueFrom === '-';
    const text = fromStdin ? await readAll(process.stdin) : await readFile(valueFrom, 'utf8');
    return success(new Secret(/^[^\n]*\n$/.test(text) ? text.slice(0, -1) : text));
  } catch (error) {
    return failure(errorAt('use/value', `${valueFrom} cannot be read: ${errorCode(error)}`));
  }
}
