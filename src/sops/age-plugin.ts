import type { Stanza } from 'age-encryption';
import { converse } from '../process/converse.ts';
import { printStanza, readStanza } from './age-stanza.ts';
import { NOBODY, type Person } from './person.ts';

/*
 * The client of age's plugin protocol (C2SP age-plugin.md): the client says all it wants, the plugin answers with
 * commands that are acknowledged one by one, questions to the user among them.
 */

/** What the program of a plugin is called. */
export function pluginProgram(name: string): string {
  return `age-plugin-${name}`;
}

/** What came of a session; `problem` says why nothing did. */
export type Session<T> =
  { readonly done: T; readonly problem?: never } | { readonly problem: string };

/** Stanzas that wrap a file key for a recipient `age1NAME1…`. */
export async function wrapWithPlugin(
  name: string,
  recipient: string,
  fileKey: Uint8Array,
): Promise<Session<Stanza[]>> {
  const stanzas: Stanza[] = [];
  const problem = await session(
    { name, machine: 'recipient-v1', person: NOBODY },
    [printStanza(['add-recipient', recipient]), printStanza(['wrap-file-key'], fileKey)],
    ({ args: [command, index, ...args], body }) => {
      if (command !== 'recipient-stanza' || index !== '0' || args.length === 0) return false;
      stanzas.push({ args, body });
      return true;
    },
  );
  if (problem !== undefined) return { problem };
  return stanzas.length === 0 ? { problem: 'it gives nothing' } : { done: stanzas };
}

/** The file keys of files given by their stanzas, opened with whichever identity fits; undefined where none does. */
export async function unwrapWithPlugin(
  plugin: { readonly name: string; readonly identities: readonly string[] },
  files: readonly (readonly Stanza[])[],
  person: Person,
): Promise<Session<(Uint8Array | undefined)[]>> {
  const keys = new Map<number, Uint8Array>();
  const problem = await session(
    { name: plugin.name, machine: 'identity-v1', person },
    [
      ...plugin.identities.map((identity) => printStanza(['add-identity', identity])),
      ...files.flatMap((stanzas, index) =>
        stanzas.map(({ args, body }) =>
          printStanza(['recipient-stanza', String(index), ...args], body),
        ),
      ),
    ],
    ({ args: [command, index], body }) => {
      const isKey = command === 'file-key' && index !== undefined && Number(index) < files.length;
      if (isKey) keys.set(Number(index), body);
      return isKey;
    },
  );
  if (problem !== undefined && keys.size === 0) return { problem };
  return { done: files.map((_, index) => keys.get(index)) };
}

interface Plugin {
  readonly name: string;
  readonly machine: 'recipient-v1' | 'identity-v1';
  readonly person: Person;
}

/** One run of a plugin; what went wrong, if anything. `take` gets each command and says whether it is one it knows. */
async function session(
  { name, machine, person }: Plugin,
  wishes: readonly string[],
  take: (command: Stanza) => boolean,
): Promise<string | undefined> {
  const program = pluginProgram(name);
  const ended = await converse(program, [`--age-plugin=${machine}`], async ({ lines, tell }) => {
    tell([...wishes, printStanza(['done'])].join(''));
    const errors: string[] = [];
    for (;;) {
      const command = await readStanza(lines);
      if (command === undefined) return errors.at(-1) ?? 'it stops in the middle of its answer';
      const [kind] = command.args;
      if (kind === 'done') return errors.at(-1);
      if (kind === 'error') {
        errors.push(textOf(command));
        tell(printStanza(['ok']));
      } else if (take(command)) tell(printStanza(['ok']));
      else tell(await answer(command, name, person));
    }
  });
  return ended.missing ? `there is no program ${program} on PATH` : ended.value;
}

async function answer(command: Stanza, name: string, person: Person): Promise<string> {
  const [kind = '', yes, no] = command.args;
  const text = textOf(command);
  switch (kind) {
    case 'msg':
      person.say(`${name}: ${text}`);
      return printStanza(['ok']);
    case 'request-public':
    case 'request-secret': {
      const given = await person.ask(`${name}: ${text}`);
      return given === undefined ? printStanza(['fail']) : printStanza(['ok'], Buffer.from(given));
    }
    case 'confirm': {
      const choices = [yes, no].map((choice) => Buffer.from(choice ?? '', 'base64').toString());
      const given = await person.ask(
        `${name}: ${text} (y: ${choices[0] ?? ''}, n: ${choices[1] ?? ''})`,
      );
      if (given === undefined) return printStanza(['fail']);
      return printStanza(['ok', /^y/i.test(given) ? 'yes' : 'no']);
    }
    default:
      return printStanza(['unsupported']);
  }
}

function textOf({ body }: Stanza): string {
  return Buffer.from(body).toString();
}
