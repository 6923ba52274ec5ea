import { readDocuments } from '../../yaml/documents.ts';
import { Timestamp, type YamlNode } from '../../yaml/node.ts';
import { oldBoolean } from '../../yaml/old-booleans.ts';
import { doubleQuoted, inlineText, styleOf } from '../../yaml/scalar.ts';

/** What a text is when it is read as YAML. */
export type ReadAs = 'text' | 'number' | 'boolean' | 'null' | 'mapping' | 'list' | 'unreadable';

/** A text as kustomize prints it, before Flux looks at it: without quotes wherever it can be. */
export function printedByKustomize(text: string): string {
  const style = styleOf(text);
  if (style === 'double') return doubleQuoted(text);
  if (style !== 'literal') return inlineText(text, style);
  const isEnded = text.endsWith('\n');
  const chomping = !isEnded ? '-' : text.endsWith('\n\n') ? '+' : '';
  const lines = (isEnded ? text.slice(0, -1) : text).split('\n');
  return [`|${chomping}`, ...lines.map((line) => (line === '' ? '' : `  ${line}`))].join('\n');
}

/** What Flux reads, by YAML 1.1, where variables were put into a printed text. */
export function readAgain(printed: string): ReadAs {
  const documents = readDocuments(`a: ${printed}\n`, '');
  if (!documents.ok || documents.value.length !== 1) return 'unreadable';
  const [document] = documents.value;
  const root = document?.root;
  const [entry, ...more] = root?.kind === 'map' ? root.entries : [];
  return entry === undefined || more.length > 0 ? 'unreadable' : kindOf(entry.value);
}

function kindOf(node: YamlNode): ReadAs {
  if (node.kind === 'map') return 'mapping';
  if (node.kind === 'list') return 'list';
  const { value, style, source } = node;
  if (value === null) return 'null';
  if (typeof value === 'boolean') return 'boolean';
  if (typeof value === 'number' && !Number.isFinite(value)) return 'unreadable';
  if (typeof value === 'number' || typeof value === 'bigint') return 'number';
  if (value instanceof Timestamp || style !== 'plain') return 'text';
  return oldBoolean(source) === undefined ? 'text' : 'boolean';
}
