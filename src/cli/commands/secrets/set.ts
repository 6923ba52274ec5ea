import { isUtf8 } from 'node:buffer';
import { Option, type Command } from 'commander';
import { readFile } from 'node:fs/promises';
import { buffer as readAll } from 'node:stream/consumers';
import { errorAt, type Diagnostic } from '../../../core/diagnostic.ts';
import { failure, success, type Result } from '../../../core/result.ts';
import { Secret } from '../../../core/secret.ts';
import { errorCode } from '../../../fs/read.ts';
import { toRunOptions } from '../../arguments.ts';
import { askHidden } from '../../person.ts';
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
    .description(
      'set one value, asked for without showing it; the store is made when there is none',
    )
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
      '\nExamples:\n  gantry secrets set api_token                     asks for it twice and does not show it\n  gantry secrets set api_token --generate hex:32\n  pass show ntfy | gantry secrets set ntfy_password --value-from stdin',
    )
    .action(runSet);
}

async function runSet(key: string, given: SetArguments): Promise<void> {
  if (given.generate === undefined && given.valueFrom === undefined && process.stdin.isTTY)
    return askAndSet(key, given);
  const value = await readValue(given);
  if (value.ok) await setAndEnd({ key, value: value.value }, given);
  else endCommand({ json: given.json, diagnostics: value.diagnostics });
}

/** Asks for a value on the terminal, twice and without showing it, and sets it. */
export async function askAndSet(key: string, given: StoreArguments): Promise<void> {
  const value = await askValue(key);
  if (value.ok) await setAndEnd({ key, value: value.value }, given);
  else endCommand({ json: given.json, diagnostics: value.diagnostics });
}

async function askValue(key: string): Promise<Result<Secret>> {
  const answers = await askHidden([`value of ${key}`, 'the same once more']);
  const [first, second] = answers ?? [];
  if (first === undefined || second === undefined)
    return failure(refusal('no value was typed; nothing is changed'));
  if (first !== second) {
    const help = 'type it again; a value of several lines is read by --value-from FILE';
    return failure(refusal('the two values differ; nothing is changed', help));
  }
  if (first === '')
    return failure(refusal('an empty value was typed', 'write --value-from /dev/null for one'));
  return success(new Secret(first));
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
    news: [
      `${entry.key} is set in ${store}\n`,
      ...(recipient === undefined ? [] : [`recipient: ${recipient}\n`]),
    ].join(''),
    members: { key: entry.key, store, ...(recipient === undefined ? {} : { recipient }) },
  }));
}

async function readValue({ valueFrom, generate }: SetArguments): Promise<Result<Value>> {
  if (generate !== undefined) return success({ generate });
  if (valueFrom === undefined) {
    const help =
      'name its source with --value-from stdin or --value-from FILE, or make one with --generate hex:32';
    return failure(refusal('no value is given', help));
  }
  const fromStdin = valueFrom === 'stdin' || valueFrom === '-';
  const bytes = await (fromStdin ? readAll(process.stdin) : readFile(valueFrom)).catch(
    (error: unknown) => failure(refusal(`${valueFrom} cannot be read: ${errorCode(error)}`)),
  );
  if ('ok' in bytes) return bytes;
  if (fromStdin && bytes.length === 0) {
    const help =
      'the command before the pipe may have failed; for an empty value write --value-from /dev/null';
    return failure(refusal('nothing came from stdin', help));
  }
  if (!isUtf8(bytes)) {
    const help =
      'a store holds text: encode the value, as `base64` does, and place it below `data` of a Secret';
    return failure(refusal(`what ${valueFrom} holds is no text in UTF-8`, help));
  }
  const text = bytes.toString();
  return success(new Secret(/^[^\n]*\n$/.test(text) ? text.slice(0, -1) : text));
}

function refusal(message: string, help?: string): Diagnostic {
  return errorAt('use/value', message, help === undefined ? {} : { help });
}
