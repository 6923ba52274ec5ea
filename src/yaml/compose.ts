import type { Document, Node, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { isAlias, isMap, isPair, isScalar, isSeq } from 'yaml';
import type { Code } from '../core/codes.ts';
import { commentBehindKey } from './comment-behind-key.ts';
import { commentsBelow } from './comments-below.ts';
import { columnOf } from './edit.ts';
import type { ScalarStyle, Span, YamlEntry, YamlItem, YamlNode } from './node.ts';
import { resolveTagged } from './tag.ts';

/** Bounds of one file; a text beyond them is refused, so that no input hangs or exhausts the process. */
const DEEPEST = 200;
const MOST_NODES = 2_000_000;

/** What cannot be represented, with the offset it stands at; `documents.ts` makes a diagnostic of it. */
export class ComposeError extends Error {
  readonly code: Code;
  readonly offset: number;

  constructor(code: Code, message: string, offset: number) {
    super(message);
    this.code = code;
    this.offset = offset;
  }
}

/** Nodes of one parsed document: typed scalars, aliases expanded, nothing merged. */
export function composeDocument(document: Document, text: string, budget: NodeBudget): YamlNode {
  return new Composer(text, budget).compose(document);
}

/** Counts nodes over all documents of a file, the expanded ones too (an "alias bomb" is just a large file). */
export class NodeBudget {
  #left = MOST_NODES;

  spend(nodes: number, offset: number): void {
    this.#left -= nodes;
    if (this.#left >= 0) return;
    throw tooLarge(offset);
  }
}

function tooLarge(offset: number): ComposeError {
  const message = 'the aliases of this file expand beyond all bounds';
  return new ComposeError('yaml/too-large', message, offset);
}

/** The bound of go-yaml (decode.go): a large document of which all but a hundredth comes from aliases; of a huge one less. */
function isExcessive(aliased: number, size: number): boolean {
  if (aliased <= 100 || size <= 1000) return false;
  const beyond = Math.min(Math.max((size - 400_000) / 3_600_000, 0), 1);
  return aliased / size > 0.99 - 0.89 * beyond;
}

class Composer {
  readonly #text: string;
  readonly #budget: NodeBudget;
  readonly #anchors = new Map<string, { node: YamlNode; size: number; height: number }>();
  #size = 0;
  /** Of these, what aliases repeat. */
  #aliased = 0;
  /** The deepest level of what is being composed. */
  #deepest = 0;

  constructor(text: string, budget: NodeBudget) {
    this.#text = text;
    this.#budget = budget;
  }

  compose(document: Document): YamlNode {
    const node = document.contents;
    if (node === null) return emptyScalar({ start: 0, end: 0 });
    const root = this.#node(node, 0, commentLines(document.commentBefore));
    if (isExcessive(this.#aliased, this.#size)) throw tooLarge(spanOf(node).start);
    return root;
  }

  #node(node: Node, depth: number, leading: readonly string[] = []): YamlNode {
    const span = spanOf(node);
    this.#reach(depth, span);
    this.#budget.spend(1, span.start);
    this.#size += 1;
    if (isAlias(node)) return this.#alias(node.source, depth, span);
    if (!('anchor' in node && typeof node.anchor === 'string')) {
      return this.#collectionOrScalar(node, depth, leading);
    }
    const [size, outer] = [this.#size, this.#deepest];
    this.#deepest = depth;
    const composed = this.#collectionOrScalar(node, depth, leading);
    const extent = { size: this.#size - size + 1, height: this.#deepest - depth };
    this.#anchors.set(node.anchor, { node: composed, ...extent });
    this.#deepest = Math.max(outer, this.#deepest);
    return composed;
  }

  #reach(depth: number, { start }: Span): void {
    if (depth > DEEPEST)
      throw new ComposeError('yaml/too-deep', `nested deeper than ${DEEPEST} levels`, start);
    this.#deepest = Math.max(this.#deepest, depth);
  }

  #alias(name: string, depth: number, span: Span): YamlNode {
    const target = this.#anchors.get(name);
    if (target === undefined) {
      throw new ComposeError(
        'yaml/alias',
        `the alias *${name} has no anchor before it`,
        span.start,
      );
    }
    this.#reach(depth + target.height, span);
    this.#budget.spend(target.size, span.start);
    this.#size += target.size;
    this.#aliased += target.size;
    return { ...target.node, span, alias: true };
  }

  #collectionOrScalar(node: Node, depth: number, leading: readonly string[]): YamlNode {
    const span = spanOf(node);
    if (isMap(node)) {
      const entries = this.#entries(node, depth, leading);
      return { kind: 'map', span, alias: false, flow: node.flow === true, entries };
    }
    if (isSeq(node)) {
      const items = this.#items(node, depth, leading);
      return { kind: 'list', span, alias: false, flow: node.flow === true, items };
    }
    return isScalar(node) ? scalarOf(node, span) : emptyScalar(span);
  }

  #entries(map: YAMLMap, depth: number, leading: readonly string[]): YamlEntry[] {
    const seen = new Set<string>();
    let waiting = [...leading, ...commentLines(map.commentBefore)];
    return (map.items as Pair<Node, Node | null>[]).map((pair) => {
      const entry = this.#entry(pair, depth, waiting);
      if (seen.has(entry.key)) {
        const message = `the key ${JSON.stringify(entry.key)} is there twice in one mapping`;
        throw new ComposeError('yaml/duplicate-key', message, entry.keySpan.start);
      }
      seen.add(entry.key);
      waiting = this.#below(pair.value);
      return entry;
    });
  }

  #entry(pair: Pair<Node, Node | null>, depth: number, leading: readonly string[]): YamlEntry {
    const { key: keyNode } = pair;
    const key = this.#node(keyNode, depth + 1);
    if (key.kind !== 'scalar') {
      throw new ComposeError('yaml/key', 'a mapping key must be a string', key.span.start);
    }
    const value = pair.value ?? undefined;
    const onKeyLine =
      value !== undefined && isInner(value)
        ? commentBehindKey(this.#text.slice(key.span.end, spanOf(value).start))
        : [];
    const comments = [
      ...leading,
      ...commentLines(keyNode.commentBefore),
      ...commentLines(keyNode.comment),
      ...onKeyLine,
      ...(value !== undefined && isScalar(value) ? commentLines(value.commentBefore) : []),
      ...(value !== undefined && !isInner(value) ? commentLines(value.comment) : []),
    ];
    return {
      key: key.source,
      keyValue: key.value,
      keySpan: key.span,
      merge: key.source === '<<' && key.style === 'plain',
      comments,
      value: value === undefined ? emptyScalar(key.span) : this.#node(value, depth + 1),
    };
  }

  #items(list: YAMLSeq, depth: number, leading: readonly string[]): YamlItem[] {
    const first = [...leading, ...commentLines(list.commentBefore)];
    let waiting: readonly string[] = [];
    return (list.items as Node[]).map((node, index) => {
      const comments = [
        ...(index === 0 ? first : waiting),
        ...commentLines(node.commentBefore),
        ...(isInner(node) ? [] : commentLines(node.comment)),
      ];
      const value = this.#node(node, depth + 1, waiting);
      waiting = this.#below(node);
      return { comments, value };
    });
  }

  #below(above: Node | null): string[] {
    if (above === null || !isBlock(above)) return [];
    const { start } = spanOf(above);
    return commentsBelow(this.#text, lastEnd(above), columnOf(this.#text, start));
  }
}

function isBlock(node: Node): node is YAMLMap | YAMLSeq {
  return (isMap(node) || isSeq(node)) && node.flow !== true;
}

/** Where the last scalar in a node ends, with the comments that the library gives it. */
function lastEnd(node: Node): number {
  const last = isBlock(node) ? node.items.at(-1) : undefined;
  if (isPair(last)) return lastEnd((last.value ?? last.key) as Node);
  return last === undefined ? ownEnd(node) : lastEnd(last as Node);
}

/** An absent value has all comments below it; some of them are about what follows all the same. */
function ownEnd({ range }: Node): number {
  if (range == null) return 0;
  return range[0] === range[1] ? range[1] : range[2];
}

function isInner(node: Node): boolean {
  return isMap(node) || isSeq(node);
}

function spanOf(node: Node): Span {
  const range = node.range;
  return range == null ? { start: 0, end: 0 } : { start: range[0], end: range[1] };
}

function commentLines(comment: string | null | undefined): string[] {
  return comment == null ? [] : comment.split('\n').filter((line) => line !== '');
}

function emptyScalar(span: Span): YamlNode {
  const at = { start: span.end, end: span.end };
  return { kind: 'scalar', value: null, style: 'plain', source: '', span: at, alias: false };
}

const STYLES: Readonly<Record<string, ScalarStyle>> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
};

function scalarOf(node: Scalar, span: Span): YamlNode {
  const style = STYLES[node.type ?? 'PLAIN'] ?? 'plain';
  const source = node.source ?? '';
  const value = resolveTagged(node.tag, source, style === 'plain');
  if (value === undefined) {
    const message = `${JSON.stringify(source)} is not what its tag ${node.tag ?? ''} says`;
    throw new ComposeError('yaml/tag', message, span.start);
  }
  return { kind: 'scalar', span, alias: false, value, style, source };
}
