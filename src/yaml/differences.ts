import type { Path } from '../core/pointer.ts';
import { Timestamp, type YamlEntry, type YamlMap, type YamlNode, type YamlScalar } from './node.ts';
import { oldBoolean } from './old-booleans.ts';

/** Programs that read manifests: kubectl YAML 1.1 through JSON; kustomize, and with it Flux, what go-yaml v3 reads. */
export type ManifestReader = 'kubectl' | 'kustomize';

/** A place that the two programs read differently, or that one or both of them refuse. */
export interface Difference {
  readonly path: Path;
  readonly message: string;
  readonly help: string;
  readonly refusedBy: readonly ManifestReader[];
  /** For kubectl a boolean, for kustomize text. */
  readonly isBoolean?: true;
}

/** Every difference in a document of a text, in the order of the file. What an alias repeats is told where it stands. */
export function differencesIn(root: YamlNode, text: string): Difference[] {
  const walk = { path: [], found: [], cut: text.endsWith('\n') ? undefined : text.length };
  visit(root, walk);
  return walk.found;
}

interface Walk {
  readonly path: (string | number)[];
  readonly found: Difference[];
  /** Where the text ends, when that is within a line. */
  readonly cut: number | undefined;
}

function visit(node: YamlNode, walk: Walk): void {
  if (node.alias) return;
  if (node.kind === 'map') visitMap(node, walk);
  else if (node.kind === 'scalar')
    add(walk, node.span.end === walk.cut ? lastLine(node) : scalarDifference(node));
  else
    for (const [index, { value }] of node.items.entries()) {
      walk.path.push(index);
      visit(value, walk);
      walk.path.pop();
    }
}

function visitMap({ entries, flow }: YamlMap, walk: Walk): void {
  for (const entry of entries) {
    // What is merged stands beside the other entries.
    if (!entry.merge) walk.path.push(entry.key);
    add(walk, keyDifference(entry) ?? (flow ? absentInFlow(entry) : undefined));
    visit(entry.value, walk);
    if (!entry.merge) walk.path.pop();
  }
}

type Found = Omit<Difference, 'path'>;

function add({ path, found }: Walk, difference: Found | undefined): void {
  if (difference !== undefined) found.push({ path: [...path], ...difference });
}

const BOTH: readonly ManifestReader[] = ['kubectl', 'kustomize'];

function scalarDifference({ value, style, source }: YamlScalar): Found | undefined {
  if (style !== 'plain') return undefined;
  if (typeof value === 'string') return textDifference(source);
  if (typeof value === 'number' && !Number.isFinite(value))
    return {
      message: `${source} is no number that JSON has: kubectl, kustomize and Flux stop at it`,
      help: `write "${source}", with quotes, where text is meant`,
      refusedBy: BOTH,
    };
  if (value instanceof Timestamp && value.rfc3339 !== source)
    return {
      message: `${source} is a date: kubectl keeps the text, kustomize and Flux write "${value.rfc3339}"`,
      help: `write "${source}", with quotes`,
      refusedBy: [],
    };
  return undefined;
}

/** kubectl reads lines, and so every line ends for it. */
function lastLine(node: YamlScalar): Found | undefined {
  const { style, source } = node;
  if (!(style === 'literal' || style === 'folded') || !source.endsWith('\n'))
    return scalarDifference(node);
  return {
    message:
      'the file ends without a line break: this text ends with one for kubectl, and without for kustomize and Flux',
    help: 'end the file with a line break',
    refusedBy: [],
  };
}

function textDifference(source: string): Found | undefined {
  const value = oldBoolean(source);
  if (value === undefined) return undefined;
  return {
    message: `${source} is ${value} for kubectl, and the text "${source}" for kustomize and Flux`,
    help: `write "${source}", with quotes, or ${value}`,
    refusedBy: [],
    isBoolean: true,
  };
}

function keyDifference(entry: YamlEntry): Found | undefined {
  const { key, keyValue, merge, value } = entry;
  if (merge) return mergeDifference(value);
  if (typeof keyValue !== 'string') return noTextKey(entry);
  if (key === '<<')
    return {
      message: 'kustomize and Flux drop the key "<<", though it is in quotes; kubectl keeps it',
      help: 'name it otherwise',
      refusedBy: [],
    };
  const boolean = isQuoted(entry) ? undefined : oldBoolean(key);
  if (boolean === undefined) return undefined;
  return {
    message: `the key ${key} is "${boolean}" for kubectl, and "${key}" for kustomize and Flux`,
    help: `write "${key}", with quotes`,
    refusedBy: [],
  };
}

function isQuoted({ key, keySpan }: YamlEntry): boolean {
  return keySpan.end - keySpan.start !== key.length;
}

function noTextKey({ key, keyValue }: YamlEntry): Found {
  const help = `write "${key}", with quotes`;
  if (keyValue !== null)
    return {
      message: `the key ${key} is no text: kustomize and Flux refuse it, kubectl makes text of it`,
      help,
      refusedBy: ['kustomize'],
    };
  const message = `the key ${key === '' ? 'is not there' : `${key} is no text`}: kubectl, kustomize and Flux refuse it`;
  return { message, help, refusedBy: BOTH };
}

function mergeDifference(value: YamlNode): Found | undefined {
  const sources = value.kind === 'list' ? value.items.map((item) => item.value) : [value];
  if (sources.every(({ kind }) => kind === 'map')) return undefined;
  return {
    message: 'what << merges must be a mapping or a list of mappings',
    help: 'write "<<", with quotes, where a key is meant',
    refusedBy: BOTH,
  };
}

/** `{ a }` and `{ a: }`. */
function absentInFlow({ key, value }: YamlEntry): Found | undefined {
  const isAbsent = value.kind === 'scalar' && value.style === 'plain' && value.source === '';
  if (!isAbsent) return undefined;
  return {
    message: `${key} has no value: kubectl reads null, kustomize and Flux the text ""`,
    help: `write ${key}: null or ${key}: ""`,
    refusedBy: [],
  };
}
