import { execFileSync } from 'node:child_process';
import { createDecipheriv, createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { isMap, isScalar, isSeq, parseAllDocuments, type Node } from 'yaml';

/** What an encrypted file holds by the published format, found without any code of the product. */
export interface Witnessed {
  readonly documents: readonly unknown[];
  readonly macHolds: boolean;
}

/**
 * Opens a SOPS file: the data key with the program `age`, values and MAC by the format's own rules. It knows what
 * the example uses and no more: one key group, encrypted_regex or unencrypted_suffix, strings, integers and booleans.
 */
export function witness(file: string, identityFile: string): Witnessed {
  const documents = parseAllDocuments(readFileSync(file, 'utf8')).map(
    ({ contents }) => contents as Node,
  );
  const block = entries(documents[0]).find(([key]) => key === 'sops')?.[1];
  const metadata = Object.fromEntries(entries(block));
  const key = dataKey(metadata['age'], identityFile);
  const isSealed = selection(metadata);
  const hash = createHash('sha512');

  const walk = (node: Node | undefined, path: readonly string[]): unknown => {
    if (isSeq(node)) return node.items.map((item) => walk(item as Node, path));
    if (isMap(node)) {
      const members = entries(node).filter(([name]) => path.length > 0 || name !== 'sops');
      return Object.fromEntries(
        members.map(([name, value]) => [name, walk(value, [...path, name])]),
      );
    }
    const value = isScalar(node) ? node.value : null;
    if (value === null) return null;
    const plain = isSealed(path) ? open(value as string, key, `${path.join(':')}:`) : value;
    hash.update(typeof plain === 'boolean' ? (plain ? 'True' : 'False') : String(plain));
    return plain;
  };
  const plain = documents.map((document) => walk(document, []));
  const mac = open(text(metadata['mac']), key, text(metadata['lastmodified']));
  return { documents: plain, macHolds: mac === hash.digest('hex').toUpperCase() };
}

function entries(node: Node | undefined): [string, Node][] {
  if (!isMap(node)) return [];
  return node.items.map((item) => [
    String((item.key as { value: unknown }).value),
    item.value as Node,
  ]);
}

function text(node: Node | undefined): string {
  return isScalar(node) ? String(node.value) : '';
}

function dataKey(recipients: Node | undefined, identityFile: string): Buffer {
  const first = isSeq(recipients) ? (recipients.items[0] as Node) : undefined;
  const wrapped = text(Object.fromEntries(entries(first))['enc']);
  return execFileSync('age', ['-d', '-i', identityFile], { input: wrapped });
}

function selection(metadata: Readonly<Record<string, Node>>): (path: readonly string[]) => boolean {
  const regex = text(metadata['encrypted_regex']);
  if (regex !== '') return (path) => path.some((part) => new RegExp(regex).test(part));
  const suffix = text(metadata['unencrypted_suffix']);
  return (path) => !path.some((part) => part.endsWith(suffix));
}

function open(sealed: string, key: Buffer, path: string): unknown {
  if (sealed === '') return '';
  const parts = /^ENC\[AES256_GCM,data:(.*),iv:(.+),tag:(.+),type:(\w+)\]$/.exec(sealed);
  if (parts === null) throw new Error(`clear text where ciphertext is due: ${path}`);
  const [data, iv, tag] = parts.slice(1, 4).map((part) => Buffer.from(part, 'base64'));
  const decipher = createDecipheriv('aes-256-gcm', key, iv ?? Buffer.alloc(0));
  decipher.setAAD(Buffer.from(path)).setAuthTag(tag ?? Buffer.alloc(0));
  const plain = Buffer.concat([
    decipher.update(data ?? Buffer.alloc(0)),
    decipher.final(),
  ]).toString();
  if (parts[4] === 'int') return Number(plain);
  return parts[4] === 'bool' ? plain === 'True' : plain;
}
