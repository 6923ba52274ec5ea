import { Stanza } from 'age-encryption';

/*
 * Stanzas as age headers and age plugins write them: a line of arguments, then a body in lines of 64 characters of
 * which the last is shorter, and empty when nothing is left for it.
 */

const COLUMNS = 64;

/** A stanza as text, final line feed included. */
export function printStanza(args: readonly string[], body: Uint8Array = new Uint8Array()): string {
  const base64 = Buffer.from(body).toString('base64').replace(/=+$/, '');
  const lines = Array.from({ length: Math.floor(base64.length / COLUMNS) + 1 }, (_, index) =>
    base64.slice(index * COLUMNS, (index + 1) * COLUMNS),
  );
  return `-> ${args.join(' ')}\n${lines.join('\n')}\n`;
}

/** The next stanza of a stream of lines; undefined at its end, or when what comes is none. */
export async function readStanza(lines: AsyncIterator<string>): Promise<Stanza | undefined> {
  const head = await lines.next();
  if (head.done === true || !/^-> [!-~]+(?: [!-~]+)*$/.test(head.value)) return undefined;
  let base64 = '';
  for (;;) {
    const line = await lines.next();
    if (line.done === true || !/^[A-Za-z0-9+/]{0,64}$/.test(line.value)) return undefined;
    base64 += line.value;
    if (line.value.length < COLUMNS) break;
  }
  return new Stanza(head.value.slice(3).split(' '), Buffer.from(base64, 'base64'));
}
