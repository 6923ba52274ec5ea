import type { Edit } from '../yaml/edit.ts';
import type { Printable, PrintableMap } from '../yaml/print.ts';
import { bareScalar, inlineText, styleOf } from '../yaml/scalar.ts';
import { Timestamp, type ScalarValue } from '../yaml/node.ts';
import { itemsOf, type OpenLeaf, type OpenList, type OpenMap, type OpenNode } from './open-tree.ts';
import type { TargetLeaf, TargetList, TargetMap, TargetNode } from './target.ts';
import { valueIdentity } from './value.ts';

/**
 * The edits that turn the previous text of a document into the target, scalar by scalar. Undefined
 * when keys or items differ, an alias is in the way, or a multi-line clear text changed: then the
 * document has to be printed anew.
 */
export function patchDocument(target: TargetMap, previous: OpenMap): Edit[] | undefined {
  return patchNode(target, previous, previous.node.flow);
}

/** The target as it is printed when there is nothing to patch. */
export function printableOf(node: TargetNode): Printable {
  if (node.kind === 'leaf') return node.sealed ?? node.value;
  if (node.kind === 'list') return node.items.map(printableOf);
  return printableMapOf(node);
}

export function printableMapOf(node: TargetMap): PrintableMap {
  return new Map(node.entries.map(({ key, value }) => [key, printableOf(value)]));
}

/** A ciphertext in place of a scalar; in flow collections its commas need quotes. */
export function ciphertextEdit(
  previous: { node: OpenLeaf['node'] },
  sealed: string,
  flow: boolean,
): Edit {
  return replaceScalar(previous.node, flow ? JSON.stringify(sealed) : sealed);
}

function patchNode(target: TargetNode, previous: OpenNode, flow: boolean): Edit[] | undefined {
  const edits = patchKind(target, previous, flow);
  return edits !== undefined && edits.length > 0 && previous.node.alias ? undefined : edits;
}

function patchKind(target: TargetNode, previous: OpenNode, flow: boolean): Edit[] | undefined {
  if (target.kind === 'leaf') {
    return previous.kind === 'leaf' ? patchLeaf(target, previous, flow) : undefined;
  }
  if (target.kind === 'list') {
    return previous.kind === 'list' ? patchList(target, previous) : undefined;
  }
  return previous.kind === 'map' ? patchMap(target, previous) : undefined;
}

function patchMap(target: TargetMap, previous: OpenMap): Edit[] | undefined {
  const { entries } = previous;
  const same =
    entries.length === target.entries.length &&
    entries.every(({ entry }, index) => !entry.merge && entry.key === target.entries[index]?.key);
  if (!same) return undefined;
  return patchAll(target.entries, entries, previous.node.flow);
}

function patchList(target: TargetList, previous: OpenList): Edit[] | undefined {
  const items = itemsOf(previous);
  if (items.length !== target.items.length) return undefined;
  const flow = previous.node.kind === 'list' && previous.node.flow;
  const wrap = (value: TargetNode): { value: TargetNode } => ({ value });
  return patchAll(
    target.items.map(wrap),
    items.map((value) => ({ value })),
    flow,
  );
}

function patchAll(
  targets: readonly { value: TargetNode }[],
  previous: readonly { value: OpenNode }[],
  flow: boolean,
): Edit[] | undefined {
  const edits: Edit[] = [];
  for (const [index, { value }] of targets.entries()) {
    const before = previous[index]?.value;
    const patch = before && patchNode(value, before, flow);
    if (patch === undefined) return undefined;
    edits.push(...patch);
  }
  return edits;
}

function patchLeaf(target: TargetLeaf, previous: OpenLeaf, flow: boolean): Edit[] | undefined {
  if (target.sealed !== undefined) {
    if (target.sealed === previous.sealed) return [];
    return [ciphertextEdit(previous, target.sealed, flow)];
  }
  if (previous.sealed === undefined && sameClearValue(target.value, previous.value)) return [];
  const text = clearText(target.value, flow);
  return text === undefined ? undefined : [replaceScalar(previous.node, text)];
}

/** A date that is not quoted is another value than its text; numbers are one kind. */
function sameClearValue(a: ScalarValue, b: ScalarValue): boolean {
  return a instanceof Timestamp === b instanceof Timestamp && valueIdentity(a) === valueIdentity(b);
}

function clearText(value: ScalarValue, flow: boolean): string | undefined {
  if (value instanceof Uint8Array) return undefined;
  if (typeof value !== 'string') return bareScalar(value);
  const style = styleOf(value);
  if (flow) return JSON.stringify(value);
  return style === 'literal' ? undefined : inlineText(value, style);
}

/** Another text in place of a scalar, which keeps its line. */
export function replaceScalar(node: OpenLeaf['node'], text: string): Edit {
  const { span, style } = node;
  // The span of a block scalar reaches over its last line feed; that of an absent value is empty, right
  // behind the colon.
  if (style === 'literal' || style === 'folded') return { span, text: `${text}\n` };
  return { span, text: span.start === span.end ? ` ${text}` : text };
}
