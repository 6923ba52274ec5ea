import { columnOf } from './edit.ts';
import type { Span, YamlNode } from './node.ts';

/** Lines that begin with a tab, or with blanks and a tab, and hold nothing but a comment. */
const TABBED = /^( *)\t[ \t]*(?:#.*)?\r?$/gm;

/**
 * Offsets of tabs that go-yaml takes for indentation and refuses, where the library skips them or takes them for text: on
 * lines that are empty but for them, outside of brackets, quotes and text that is indented, and where a block scalar
 * begins.
 */
export function refusedTabs(text: string, roots: readonly YamlNode[]): number[] {
  if (!/^ *\t/m.test(text)) return [];
  const texts = roots.flatMap((root) => textSpans(root, text));
  return [...invisible(text, texts), ...texts.flatMap((span) => firstTab(text, span))];
}

function invisible(text: string, texts: readonly TextSpan[]): number[] {
  return [...text.matchAll(TABBED)].flatMap(({ 1: blanks = '', index }) => {
    const tab = index + blanks.length;
    const isText = texts.some(
      ({ start, end, column }) => start < tab && tab < end && blanks.length >= column,
    );
    return isText ? [] : [tab];
  });
}

/** The tab in front of the first line of a block scalar, whose head does not say how far it is indented. */
function firstTab(text: string, { start, end }: Span): number[] {
  const [, head, blanks = ''] =
    /^([|>][-+]?[ \t]*(?:#.*)?\r?\n)([ \r\n]*)\t/.exec(text.slice(start, end)) ?? [];
  return head === undefined ? [] : [start + head.length + blanks.length];
}

/** Where tabs are text or mean nothing, from a column on. */
interface TextSpan extends Span {
  readonly column: number;
}

function textSpans(node: YamlNode, text: string): TextSpan[] {
  if (node.alias) return [];
  if (node.kind === 'scalar') {
    const { style, span } = node;
    if (style === 'plain') return [];
    return [{ ...span, column: isBlock(style) ? indentOf(text, span) : 0 }];
  }
  if (node.flow) return [{ ...node.span, column: 0 }];
  const values = node.kind === 'list' ? node.items : node.entries;
  return values.flatMap(({ value }) => textSpans(value, text));
}

function isBlock(style: string): boolean {
  return style === 'literal' || style === 'folded';
}

/** Of a block scalar: that of its first line with text. */
function indentOf(text: string, { start, end }: Span): number {
  const behind = text.indexOf('\n', start) + 1;
  const first = text.slice(behind, end).search(/[^ \n]/);
  return first < 0 ? 0 : columnOf(text, behind + first);
}
