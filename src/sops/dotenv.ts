import { errorAt, type Diagnostic } from '../core/diagnostic.ts';
import { failure, success, type Result } from '../core/result.ts';
import type { Span, YamlEntry, YamlMap, YamlNode } from '../yaml/node.ts';
import { METADATA_KEY } from './walk.ts';

/** The metadata of a dotenv store is flattened into lines with this prefix. */
const METADATA_PREFIX = 'sops_';

/**
 * Reads a dotenv store as sops writes it (`KEY=value` lines, `\n` for line feeds, everything text) into
 * the shape of a YAML document, metadata included. Code `secrets/dotenv` for each line that is none.
 */
export function readDotenv(text: string, file: string): Result<YamlMap> {
  const problems: Diagnostic[] = [];
  const clear: YamlEntry[] = [];
  const block = new Map<string, YamlNode>();
  let offset = 0;
  for (const [index, line] of text.split('\n').entries()) {
    const start = offset;
    offset += line.length + 1;
    if (line === '' || line.startsWith('#')) continue;
    const equals = line.indexOf('=');
    if (equals === -1) {
      // Without an origin, since the line may be a secret and whoever shows an origin shows its line.
      problems.push(errorAt('secrets/dotenv', `${file}: line ${index + 1} has no =`, { file }));
      continue;
    }
    const key = line.slice(0, equals);
    const value = scalar(line.slice(equals + 1), {
      start: start + equals + 1,
      end: start + line.length,
    });
    if (key.startsWith(METADATA_PREFIX)) block.set(key.slice(METADATA_PREFIX.length), value);
    else clear.push(entry(key, value));
  }
  if (problems.length > 0) return failure(...problems);
  const metadata = block.size === 0 ? [] : [entry(METADATA_KEY, unflatten(block))];
  return success(mapping([...clear, ...metadata]));
}

/** `age__list_0__map_enc` back into lists and mappings; list positions are taken in their order. */
function unflatten(fields: ReadonlyMap<string, YamlNode>): YamlMap {
  const grouped = new Map<string, Map<string, YamlNode>>();
  for (const [path, value] of fields) {
    const [, head = path, rest = ''] = /^(.*?)((?:__list_|__map_).*)?$/.exec(path) ?? [];
    const group = grouped.get(head) ?? new Map<string, YamlNode>();
    grouped.set(head, group.set(rest, value));
  }
  return mapping([...grouped].map(([key, group]) => entry(key, nested(group))));
}

function nested(group: ReadonlyMap<string, YamlNode>): YamlNode {
  const whole = group.get('');
  if (whole !== undefined) return whole;
  const listed = [...group.keys()].every((path) => path.startsWith('__list_'));
  const inner = new Map(
    [...group].map(([path, value]) => [path.replace(/^__(?:list|map)_/, ''), value]),
  );
  const map = unflatten(inner);
  if (!listed) return map;
  const items = [...map.entries].sort((a, b) => Number(a.key) - Number(b.key));
  return {
    kind: 'list',
    flow: false,
    items: items.map(({ value }) => ({ comments: [], value })),
    span: NOWHERE,
    alias: false,
  };
}

const NOWHERE: Span = { start: 0, end: 0 };

function mapping(entries: readonly YamlEntry[]): YamlMap {
  return { kind: 'map', flow: false, entries, span: NOWHERE, alias: false };
}

function entry(key: string, value: YamlNode): YamlEntry {
  return { key, keyValue: key, keySpan: value.span, merge: false, comments: [], value };
}

function scalar(written: string, span: Span): YamlNode {
  const value = written.replaceAll('\\n', '\n');
  return { kind: 'scalar', value, source: value, style: 'plain', span, alias: false };
}
