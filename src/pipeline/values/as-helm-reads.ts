import { errorAt, type Diagnostic, type Origin } from '../../core/diagnostic.ts';
import { toDotted, type Path } from '../../core/pointer.ts';
import type { Span, YamlEntry, YamlMap, YamlNode, YamlScalar } from '../../yaml/node.ts';
import { helmKey, oldBoolean } from './helm-keys.ts';

/** A key that Helm knows by another name than the one that is written. */
export interface RenamedKey {
  readonly written: string;
  /** With the name that Helm gives to the key. */
  readonly path: Path;
  readonly origin: Origin;
}

/** A document with the keys and booleans that Helm sees: it reads YAML 1.1, in keys too. */
export interface HelmReading {
  readonly root: YamlNode;
  readonly renamed: readonly RenamedKey[];
  /** One finding for each key or number that Helm does not take. */
  readonly refused: readonly Diagnostic[];
}

/** Reads the node as Helm does; `text` is that of the whole file, whose name is `file`. */
export function asHelmReads(root: YamlNode, text: string, file: string): HelmReading {
  const reader = new HelmReader(text, file);
  return { root: reader.node(root, []), renamed: reader.renamed, refused: reader.refused };
}

class HelmReader {
  readonly renamed: RenamedKey[] = [];
  readonly refused: Diagnostic[] = [];
  readonly #text: string;
  readonly #file: string;

  constructor(text: string, file: string) {
    this.#text = text;
    this.#file = file;
  }

  node(node: YamlNode, path: Path): YamlNode {
    switch (node.kind) {
      case 'map':
        return this.#map(node, path);
      case 'list':
        return {
          ...node,
          items: node.items.map((item, index) => ({
            ...item,
            value: this.node(item.value, [...path, index]),
          })),
        };
      case 'scalar':
        return this.#scalar(node, path);
    }
  }

  /** Of two keys that are one to Helm the last counts. */
  #map(map: YamlMap, path: Path): YamlMap {
    const entries = new Map<string, YamlEntry>();
    map.entries.forEach((entry, index) => {
      const key = entry.merge ? entry.key : this.#key(entry, path);
      if (key === undefined) return;
      const value = this.node(entry.value, entry.merge ? path : [...path, key]);
      entries.set(entry.merge ? `<<${String(index)}` : `=${key}`, { ...entry, key, value });
    });
    return { ...map, entries: [...entries.values()] };
  }

  #key(entry: YamlEntry, path: Path): string | undefined {
    const origin = originAt(this.#text, this.#file, entry.keySpan);
    const key = helmKey(entry, isPlain(this.#text, entry.keySpan, entry.key));
    if (key === undefined) this.#refuse(`${place(path)} has a key that is no text`, origin);
    else if (key !== entry.key)
      this.renamed.push({ written: entry.key, path: [...path, key], origin });
    return key;
  }

  #scalar(node: YamlScalar, path: Path): YamlScalar {
    const { value, source, span, style } = node;
    if (typeof value === 'number' && !Number.isFinite(value)) {
      const origin = originAt(this.#text, this.#file, span);
      this.#refuse(`${place(path)} is infinite or no number`, origin);
    }
    if (typeof value !== 'string' || style !== 'plain') return node;
    const word = isPlain(this.#text, span, source) ? oldBoolean(value) : undefined;
    return word === undefined ? node : { ...node, value: word };
  }

  #refuse(what: string, origin: Origin): void {
    const help = 'write it in quotes if it is text';
    this.refused.push(errorAt('values/refused', `${what}, which Helm refuses`, { origin, help }));
  }
}

function place(path: Path): string {
  return path.length === 0 ? 'the document' : toDotted(path);
}

/** Whether a scalar stands there as it is, or as an alias of one: without quotes and without a tag before it. */
function isPlain(text: string, { start, end }: Span, source: string): boolean {
  const written = text.slice(start, end);
  if (written.startsWith('*')) return true;
  const before = text.slice(Math.max(0, start - 200), start);
  return written === source && !/![^\s,[\]{}]*[ \t]+(?:&\S+[ \t]+)?$/.test(before);
}

/** Where a span begins, in lines and columns from 1. */
export function originAt(text: string, file: string, { start }: Span): Origin {
  const before = text.slice(0, start).split('\n');
  return { file, line: before.length, column: (before.at(-1) ?? '').length + 1 };
}
