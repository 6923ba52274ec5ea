import { readDocuments } from './documents.ts';
import type { Problem } from './first-problems.ts';
import type { Span, YamlNode } from './node.ts';
import { refusedTabs } from './tabs.ts';

const CODE = 'yaml/syntax';

/** Cheap, for the many texts in which there is nothing to look for. */
const SUSPICIOUS =
  // eslint-disable-next-line no-control-regex -- the characters that are refused
  /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]|\\[/uU]|^(?:%|---[^\r\n]|\.\.\.| *\t)/m;

/**
 * What go-yaml, which kubectl, kustomize and Flux read with, refuses in a text that was read (characters, escapes), and
 * what is lost because those programs cut a text at its `---` lines first. In the order of the file.
 */
export function refusalsIn(text: string): Problem[] {
  if (!SUSPICIOUS.test(text)) return [];
  const documents = readDocuments(text, '');
  const roots = documents.ok ? documents.value.map(({ root }) => root) : [];
  const quoted = roots.flatMap((root) => quotedIn(root, text));
  return [
    ...controls(text),
    ...oddBreaks(text, quoted),
    ...quoted.flatMap((span) => escapes(text, span)),
    ...separators(text),
    ...directives(text),
    ...endMarkers(text),
    ...tabs(text, roots),
  ].sort((a, b) => a.offset - b.offset);
}

// eslint-disable-next-line no-control-regex -- the characters that are refused
const CONTROL = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]/g;

function controls(text: string): Problem[] {
  return [...text.matchAll(CONTROL)].map(({ 0: character, index }) => ({
    code: CODE,
    offset: index,
    message: `the character ${named(character)} may not stand in YAML, not even in a comment`,
    help: `write it as "\\u${hex(character)}", in double quotes, or leave it out`,
  }));
}

/** Within quotes, U+2028 and U+2029 stay what they are unless blanks stand beside them. */
function oddBreaks(text: string, quoted: readonly Span[]): Problem[] {
  const found = [...text.matchAll(/[\u0085\u2028\u2029]/g)].filter(
    ({ 0: character, index }) =>
      character === '\u0085' ||
      /[ \t]/.test(text.charAt(index - 1) + text.charAt(index + 1)) ||
      !quoted.some(({ start, end }) => start < index && index < end),
  );
  return found.map(({ 0: character, index }) => ({
    code: CODE,
    offset: index,
    message: `the character ${named(character)} ends the line for kubectl, kustomize and Flux`,
    help: `write it as "\\u${hex(character)}", in double quotes, or leave it out`,
  }));
}

const ESCAPE = /\\(?:u([\dA-Fa-f]{4})|U([\dA-Fa-f]{8})|[^])/g;

function escapes(text: string, { start, end }: Span): Problem[] {
  return [...text.slice(start, end).matchAll(ESCAPE)].flatMap(
    ({ 0: escape, 1: short, 2: long, index }) => {
      const code = parseInt(short ?? long ?? '0', 16);
      const isSurrogate = (code >= 0xd800 && code <= 0xdfff) || code > 0x10ffff;
      if (!isSurrogate && escape !== '\\/') return [];
      const help = isSurrogate
        ? 'it is half a character of JSON: write the character itself, or \\U and its eight digits'
        : 'write / without the backslash';
      const message = `the escape ${escape} is none of YAML for kubectl, kustomize and Flux`;
      return [{ code: CODE, offset: start + index, message, help }];
    },
  );
}

function separators(text: string): Problem[] {
  const found = text.matchAll(/^---(?![ \t]*(?:#.*)?\r?$)/gm);
  return [...found].map(({ index }) => ({
    code: CODE,
    offset: index,
    message:
      'kubectl takes every line that begins with --- for a separator, and nothing may follow on it',
    help: 'put what follows on a line of its own, or indent the line',
  }));
}

/** Directives that stand alone in what is cut; behind a document and its `...` they are fine. */
export function directives(text: string): Problem[] {
  const found = [...text.matchAll(/^%/gm)].filter(({ index }) => isBlank(pieceBefore(text, index)));
  return found.map(({ index }) => ({
    code: CODE,
    offset: index,
    message:
      'kubectl, kustomize and Flux cut files at their --- lines, and stop at a directive that stands alone',
    help: 'remove the line: every program reads the version of YAML that it knows',
  }));
}

function endMarkers(text: string): Problem[] {
  return [...text.matchAll(/^\.\.\.(?=\s|$)/gm)].flatMap(({ index }) => {
    const rest = text.slice(index + 3).split(/^---/m, 1)[0] ?? '';
    const isAlone = isBlank(pieceBefore(text, index));
    if (!isAlone && isBlank(rest.replaceAll(/^(?:%.*|\.\.\.(?=\s|$))/gm, ''))) return [];
    const message = isAlone
      ? 'kubectl, kustomize and Flux stop at a ... that ends nothing'
      : 'kubectl, kustomize and Flux do not read what stands between ... and the next ---';
    return [{ code: CODE, offset: index, message, help: 'write --- in place of it' }];
  });
}

function tabs(text: string, roots: readonly YamlNode[]): Problem[] {
  return refusedTabs(text, roots).map((offset) => ({
    code: CODE,
    offset,
    message: 'kubectl, kustomize and Flux refuse a tab where a line is indented',
    help: 'write blanks, and none on an empty line',
  }));
}

/** What stands between an offset and the separator before it. */
function pieceBefore(text: string, offset: number): string {
  return text.slice(0, offset).split(/^---/m).at(-1) ?? '';
}

function isBlank(text: string): boolean {
  return /^(?:\ufeff?[ \t]*(?:#.*)?(?:\r?\n|$))*$/.test(text);
}

function quotedIn(node: YamlNode, text: string): Span[] {
  if (node.alias) return [];
  if (node.kind === 'scalar') return node.style === 'double' ? [node.span] : [];
  if (node.kind === 'list') return node.items.flatMap(({ value }) => quotedIn(value, text));
  return node.entries.flatMap(({ keySpan, value }) => [
    ...(text[keySpan.start] === '"' ? [keySpan] : []),
    ...quotedIn(value, text),
  ]);
}

function named(character: string): string {
  return `U+${hex(character)}`;
}

function hex(character: string): string {
  return character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
}
