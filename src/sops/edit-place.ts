import { columnOf, entryColumn, type Edit } from '../yaml/edit.ts';
import type { YamlNode } from '../yaml/node.ts';
import { printEntries, type Printable } from '../yaml/print.ts';
import { bareScalar } from '../yaml/scalar.ts';
import { layoutOf } from './block.ts';
import { insideOf, type OpenedFile } from './open.ts';
import type { OpenMap, OpenNode } from './open-tree.ts';
import { replaceScalar } from './patch.ts';
import { METADATA_KEY } from './walk.ts';

/** Where a path leads in the first document of a store. */
export interface Located {
  /** The deepest mapping on the way, and the keys from there on. */
  readonly parent: OpenMap;
  readonly rest: readonly string[];
  readonly found: OpenNode | undefined;
  /** Why nothing can be edited there. */
  readonly blocked: string | undefined;
}

/** Follows mapping keys as far as they go. */
export function locate(opened: OpenedFile, path: readonly string[]): Located {
  const [root] = insideOf(opened).documents;
  if (root === undefined) throw new Error('a SOPS file has at least one document');
  return follow(root, path);
}

function follow(parent: OpenMap, rest: readonly string[]): Located {
  const [key, ...inner] = rest;
  const found = parent.entries.find(({ entry }) => entry.key === key)?.value;
  if (found === undefined || inner.length === 0) return { parent, rest, found, blocked: undefined };
  const name = JSON.stringify(key);
  if (found.kind !== 'map')
    return { parent, rest, found, blocked: `${name} on the way is no mapping` };
  if (!found.node.alias) return follow(found, inner);
  return { parent, rest, found, blocked: `${name} on the way is an alias; write it out first` };
}

/** Another text in place of an existing leaf; `null` stands for YAML's null, `''` for the empty string. */
export function replaceLeaf({ parent, found }: Located, text: string | null): Edit {
  if (found?.kind !== 'leaf') throw new Error('not a leaf');
  return replaceScalar(found.node, scalarText(text, parent.node.flow));
}

/** A new entry behind the last one of the mapping (before the sops block), in the layout of the file. */
export function insertEntry(
  opened: OpenedFile,
  { parent, rest }: Located,
  text: string | null,
): Edit {
  const { source } = opened;
  const entries = parent.entries.map(({ entry }) => entry);
  const last = entries.at(-1);
  if (parent.node.flow) {
    const [key = '', ...inner] = rest;
    const member = `${JSON.stringify(key)}: ${flowText(inner, text)}`;
    const at = last === undefined ? parent.node.span.start + 1 : last.value.span.end;
    return insertion(at, last === undefined ? member : `, ${member}`);
  }
  const metadata = source.documents[0]?.root.entries.find((entry) => entry.key === METADATA_KEY);
  const neighbour = last ?? metadata;
  const column = neighbour === undefined ? 0 : entryColumn(source.text, neighbour.keySpan.start);
  const printed = printEntries(new Map([nested(rest, text)]), column, layoutOf(source).step);
  if (last === undefined) return insertion((metadata?.keySpan.start ?? 0) - column, printed);
  const at = lineAfter(source.text, deepEnd(last.value));
  return insertion(at, source.text[at - 1] === '\n' ? printed : `\n${printed}`);
}

/** Takes the entry out, its whole lines in block layout; a mapping left empty becomes `{}`. */
export function removeEntry({ source }: OpenedFile, { parent, rest }: Located): Edit {
  const entries = parent.entries.map(({ entry }) => entry);
  const index = entries.findIndex((entry) => entry.key === rest[0]);
  const entry = entries[index];
  if (entry === undefined) throw new Error('no such entry');
  const { text } = source;
  if (entries.length === 1 && !isRoot(parent, source.documents[0]?.root)) {
    const tail = text.slice(entry.keySpan.start, parent.node.span.end).endsWith('\n') ? '\n' : '';
    return { span: parent.node.span, text: `{}${tail}` };
  }
  if (parent.node.flow) {
    const next = entries[index + 1];
    if (next !== undefined)
      return { span: { start: entry.keySpan.start, end: next.keySpan.start }, text: '' };
    const before = entries[index - 1]?.value.span.end ?? parent.node.span.start + 1;
    return { span: { start: before, end: entry.value.span.end }, text: '' };
  }
  const start = entry.keySpan.start - columnOf(text, entry.keySpan.start);
  return { span: { start, end: lineAfter(text, deepEnd(entry.value)) }, text: '' };
}

/** The decrypted root is a copy without the sops block, at the same place. */
function isRoot(map: OpenMap, root: YamlNode | undefined): boolean {
  return map.node.span.start === root?.span.start && map.node.span.end === root.span.end;
}

function nested(rest: readonly string[], text: string | null): [string, Printable] {
  const [key = '', ...inner] = rest;
  return [key, inner.length === 0 ? text : new Map([nested(inner, text)])];
}

function flowText(rest: readonly string[], text: string | null): string {
  const [key, ...inner] = rest;
  return key === undefined
    ? JSON.stringify(text)
    : `{${JSON.stringify(key)}: ${flowText(inner, text)}}`;
}

function scalarText(text: string | null, flow: boolean): string {
  if (text === null) return bareScalar(null);
  return flow || text === '' ? JSON.stringify(text) : text;
}

function insertion(at: number, text: string): Edit {
  return { span: { start: at, end: at }, text };
}

/** End of the last scalar below a node: collections end where their last child does. */
function deepEnd(node: YamlNode): number {
  if (node.kind === 'scalar' || node.alias || node.flow) return node.span.end;
  const last = node.kind === 'map' ? node.entries.at(-1)?.value : node.items.at(-1)?.value;
  return last === undefined ? node.span.end : deepEnd(last);
}

/** Start of the line behind an offset; block scalars end there already. */
function lineAfter(text: string, offset: number): number {
  if (text[offset - 1] === '\n') return offset;
  const end = text.indexOf('\n', offset);
  return end === -1 ? text.length : end + 1;
}
