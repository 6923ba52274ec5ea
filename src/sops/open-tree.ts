import { Secret, type SecretScalar } from '../core/secret.ts';
import type { Tree } from '../core/tree.ts';
import {
  Timestamp,
  type ScalarValue,
  type YamlEntry,
  type YamlMap,
  type YamlNode,
  type YamlScalar,
} from '../yaml/node.ts';
import { scalarToJson } from '../yaml/to-json.ts';

/** A decrypted document that still knows where in the text each value stands and what sealed it. */
export type OpenNode = OpenMap | OpenList | OpenLeaf;

export interface OpenMap {
  readonly kind: 'map';
  readonly node: YamlMap;
  readonly entries: readonly { readonly entry: YamlEntry; readonly value: OpenNode }[];
}

export interface OpenList {
  readonly kind: 'list';
  readonly node: YamlNode;
  readonly items: readonly OpenNode[];
}

export interface OpenLeaf {
  readonly kind: 'leaf';
  readonly node: YamlScalar;
  readonly path: readonly string[];
  readonly selected: boolean;
  readonly value: ScalarValue;
  /** The ciphertext, when the value is sealed: empty and null values never are. */
  readonly sealed: string | undefined;
  /** An encrypted comment among the items of a list: no value, and not in the MAC. */
  readonly comment: boolean;
}

/** The leaves below a node in file order, sealed comments among them. */
export function* openLeaves(node: OpenNode): Generator<OpenLeaf> {
  if (node.kind === 'leaf') yield node;
  else if (node.kind === 'list') for (const item of node.items) yield* openLeaves(item);
  else for (const { value } of node.entries) yield* openLeaves(value);
}

/** The values among them that are ciphertext in the file. */
export function sealedLeaves(node: OpenNode): OpenLeaf[] {
  return [...openLeaves(node)].filter(({ sealed, comment }) => sealed !== undefined && !comment);
}

/**
 * The document as resolvers see it: selected leaves as secrets, merge keys applied, comments gone. A clear integer that a
 * JSON number would round is a secret too, since nothing else in a tree holds it.
 */
export function treeOfNode(node: OpenNode): Tree {
  switch (node.kind) {
    case 'map':
      return Object.fromEntries(
        [...entriesOf(node)].map(([key, value]) => [key, treeOfNode(value)]),
      );
    case 'list':
      return itemsOf(node).map(treeOfNode);
    case 'leaf':
      return node.selected || wouldRound(node.value)
        ? new Secret(secretScalar(node.value))
        : scalarToJson(node.value, node.node.source);
  }
}

/** The items of a list that are values. */
export function itemsOf(list: OpenList): OpenNode[] {
  return list.items.filter((item) => item.kind !== 'leaf' || !item.comment);
}

/** The entries of a map in the order of the file, then those that merge keys bring. */
export function entriesOf(map: OpenMap): Map<string, OpenNode> {
  const entries = new Map<string, OpenNode>();
  for (const { entry, value } of map.entries) {
    if (!entry.merge) entries.set(entry.key, value);
  }
  for (const { entry, value } of map.entries) {
    if (!entry.merge) continue;
    for (const source of value.kind === 'list' ? value.items : [value]) {
      if (source.kind !== 'map') continue;
      for (const [key, merged] of entriesOf(source)) {
        if (!entries.has(key)) entries.set(key, merged);
      }
    }
  }
  return entries;
}

/** Whether a JSON number would round a value. */
function wouldRound(value: ScalarValue): boolean {
  return typeof value === 'bigint' && BigInt(Number(value)) !== value;
}

/** Integers within 2^53 as numbers, larger ones as bigint; dates as RFC 3339 text. */
export function secretScalar(value: ScalarValue): SecretScalar {
  if (value instanceof Timestamp) return value.rfc3339;
  if (value instanceof Uint8Array)
    throw new Error('bytes that are no text are refused when a file is opened');
  if (typeof value !== 'bigint') return value;
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}
