import { tmpdir } from 'node:os';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { errorAt, type Diagnostic } from '../core/diagnostic.ts';
import type { Json } from '../core/json.ts';
import { failure, success, type Result } from '../core/result.ts';
import { runOverPipes } from '../process/named-pipes.ts';
import { printDocument } from '../yaml/print.ts';
import { openerFor, unwrapKey, wrapKey } from './age.ts';
import { blockOf, NEW_LAYOUT } from './block.ts';
import { parseEncrypted } from './encrypted-file.ts';
import { asKeyGroupItem } from './key-services.ts';
import type { WrappedKey } from './metadata.ts';
import { DEFAULT_SELECTION } from './selection.ts';

/*
 * Key services other than age are spoken by the program `sops`. It is handed a sops block and nothing else, over a named
 * pipe, and told to update its keys: the data key goes from one set of keys to another, wrapped all the way. The set on
 * this side is an age identity that is made for the one call. sops sees no value of the file.
 */

/** So many wrapped keys, of a kilobyte or so, surely fit into a pipe. */
const AT_ONCE = 8;

/** The data key, or a part of it, wrapped for keys of services. Code `secrets/key-service`. */
export async function wrapWithSops(
  key: Buffer,
  recipients: readonly string[],
): Promise<Result<WrappedKey[]>> {
  const identity = await generateX25519Identity();
  const own = await ownEntry(key, identity);
  if (!own.ok) return own;
  const wrapped: WrappedKey[] = [];
  for (let from = 0; from < recipients.length; from += AT_ONCE) {
    const some = recipients.slice(from, from + AT_ONCE);
    const updated = await updateKeys([own.value], some, { SOPS_AGE_KEY: identity });
    if (!updated.ok) return updated;
    wrapped.push(...updated.value);
  }
  const named = new Set(wrapped.map(({ recipient }) => recipient));
  const missing = recipients.filter((recipient) => !named.has(recipient));
  return missing.length === 0 ? success(wrapped) : failure(refused(missing, ''));
}

/** What is wrapped for any of these keys of services. Code `secrets/key-service`. */
export async function unwrapWithSops(keys: readonly WrappedKey[]): Promise<Result<Buffer>> {
  const identity = await generateX25519Identity();
  const wrapped = await updateKeys(keys, [await identityToRecipient(identity)], {});
  if (!wrapped.ok) return wrapped;
  const [own] = wrapped.value;
  const key = own && (await unwrapKey(own.enc, openerFor([identity], []).opener));
  const names = keys.map(({ recipient }) => recipient);
  return key === undefined ? failure(refused(names, '')) : success(key);
}

async function ownEntry(key: Buffer, identity: string): Promise<Result<WrappedKey>> {
  const recipient = await identityToRecipient(identity);
  const enc = await wrapKey(key, recipient);
  return enc.ok ? success({ recipient, enc: enc.value }) : enc;
}

let turn: Promise<unknown> = Promise.resolve();

/** One call after the other: an agent that asks a person does so for the first, and remembers for the rest. */
function updateKeys(...call: Parameters<typeof updateKeysNow>): ReturnType<typeof updateKeysNow> {
  const result = turn.then(() => updateKeysNow(...call));
  turn = result.catch(() => undefined);
  return result;
}

async function updateKeysNow(
  keys: readonly WrappedKey[],
  recipients: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<Result<WrappedKey[]>> {
  const texts = { settings: settingsFor(recipients), rewritten: fileOfKeys(keys) };
  const finished = await runOverPipes(texts, ({ settings, rewritten }) => ({
    program: 'sops',
    args: ['--config', settings, 'updatekeys', '--yes', rewritten],
    env: { ...ownEnvironment(), ...env },
  }));
  const names = [...keys.map(({ recipient }) => recipient), ...recipients].filter(
    (name) => asKeyGroupItem(name) !== undefined,
  );
  if (finished === undefined) return failure(noPipes(names));
  if (finished.missing) return failure(missing(names));
  if (finished.exitCode !== 0) return failure(refused(names, finished.stderr));
  const updated = parseEncrypted(finished.rewritten, 'what sops gives back');
  return updated.ok ? success(updated.value.metadata.keyGroups.flat()) : updated;
}

function fileOfKeys(keys: readonly WrappedKey[]): string {
  const metadata = {
    keyGroups: [keys],
    threshold: 1,
    selection: DEFAULT_SELECTION,
    macOnlyEncrypted: false,
    lastModified: '2000-01-01T00:00:00Z',
    mac: '',
    version: '3.9.0',
  };
  return printDocument(new Map([['sops', blockOf(metadata, NEW_LAYOUT)]]));
}

/** One rule for every file, with one key group, as a YAML document: after the first, sops reads no other. */
function settingsFor(recipients: readonly string[]): string {
  const group: Record<string, Json[]> = {};
  for (const recipient of recipients) {
    const { field, item } = asKeyGroupItem(recipient) ?? { field: 'age', item: recipient };
    group[field] = [...(group[field] ?? []), item];
  }
  return `---\n${JSON.stringify({ creation_rules: [{ key_groups: [group] }] })}\n`;
}

/** Everything: credentials of key services are in it, and sops is the program they are meant for. */
function ownEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  );
}

function missing(names: readonly string[]): Diagnostic {
  return errorAt(
    'secrets/key-service',
    `${names.join(', ')} needs the program sops, which is not on PATH`,
    { help: 'install sops, or add an age recipient' },
  );
}

function noPipes(names: readonly string[]): Diagnostic {
  return errorAt(
    'secrets/key-service',
    `${names.join(', ')} needs the program sops, and no named pipe to it can be made in ${tmpdir()}`,
    { help: 'set TMPDIR to a folder that can be written; the program mkfifo has to be on PATH' },
  );
}

function refused(names: readonly string[], stderr: string): Diagnostic {
  const said = stderr.trim();
  return errorAt('secrets/key-service', `sops cannot use ${names.join(', ')}`, {
    ...(said === '' ? {} : { help: `it says: ${said}` }),
  });
}
