import { extname } from 'node:path';
import { errorAt } from '../core/diagnostic.ts';
import { failure, success, type Result } from '../core/result.ts';
import { Secret } from '../core/secret.ts';
import { printDocument, type Printable } from '../yaml/print.ts';
import { insideOf, type OpenedFile } from './open.ts';
import { entriesOf, itemsOf, secretScalar, type OpenMap, type OpenNode } from './open-tree.ts';

/** Columns of a level in what sops prints. */
const SOPS_INDENT = 4;

/**
 * A decrypted file as text in its own format, told by its ending: YAML, JSON and dotenv as `sops decrypt` prints them,
 * without comments; any other file as it was before it was encrypted. Code `secrets/format` where that is not known.
 */
export function plainText(opened: OpenedFile): Result<Secret> {
  const { file } = opened.source;
  const { documents } = insideOf(opened);
  const [first] = documents;
  if (first === undefined) throw new Error('an opened file has at least one document');
  switch (extname(file)) {
    case '.yaml':
    case '.yml':
      return success(new Secret(documents.map(yamlText).join('---\n')));
    case '.json':
      return success(new Secret(`${jsonText(first, '')}\n`));
    case '.env':
      return success(new Secret(dotenvText(first)));
    default:
      return wholeText(first, file);
  }
}

function yamlText(document: OpenMap): string {
  return printDocument(printable(document), SOPS_INDENT);
}

function printable(node: OpenNode): Printable {
  if (node.kind === 'leaf') return node.value;
  if (node.kind === 'list') return itemsOf(node).map(printable);
  return new Map([...entriesOf(node)].map(([key, value]) => [key, printable(value)]));
}

/** Keys in the order of the file, which a JavaScript object would not keep for keys like numbers. */
function jsonText(node: OpenNode, margin: string): string {
  if (node.kind === 'leaf') {
    const value = secretScalar(node.value);
    return typeof value === 'bigint' ? String(value) : JSON.stringify(value);
  }
  const inner = `${margin}\t`;
  const [open, close, members] =
    node.kind === 'list'
      ? ['[', ']', itemsOf(node).map((item) => jsonText(item, inner))]
      : [
          '{',
          '}',
          [...entriesOf(node)].map(
            ([key, value]) => `${JSON.stringify(key)}: ${jsonText(value, inner)}`,
          ),
        ];
  if (members.length === 0) return open + close;
  return `${open}\n${members.map((member) => inner + member).join(',\n')}\n${margin}${close}`;
}

function dotenvText(document: OpenMap): string {
  const lines = [...entriesOf(document)].map(([key, value]) => {
    const text = value.kind === 'leaf' ? String(secretScalar(value.value) ?? '') : '';
    return `${key}=${text.replaceAll('\n', '\\n')}\n`;
  });
  return lines.join('');
}

/** sops keeps a file whose format it does not know as the one value of a JSON document. */
function wholeText(document: OpenMap, file: string): Result<Secret> {
  const [[key, value] = [], ...others] = entriesOf(document);
  if (
    key === 'data' &&
    others.length === 0 &&
    value?.kind === 'leaf' &&
    typeof value.value === 'string'
  ) {
    return success(new Secret(value.value));
  }
  return failure(
    errorAt(
      'secrets/format',
      `${file} as a whole has no text: its format is not told by its name`,
      {
        file,
        help: 'name one value of it: `ref+sops://FILE#KEY`',
      },
    ),
  );
}
