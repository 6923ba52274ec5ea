import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Definition } from '../../bridge/positions.ts';
import type { Origin } from '../../core/diagnostic.ts';
import { itemOffset } from './list-item.ts';

/** The Nix files of a project, each read once: they tell what positions alone do not. */
export class Source {
  readonly root: string;
  readonly #texts = new Map<string, string>();

  constructor(root: string) {
    this.root = root;
  }

  /** The place of a definition, as people and editors count it; an item of a list is looked for in the text. */
  originOf(definition: Definition): Origin {
    const { file, path, value } = definition;
    const text = this.text(file);
    const start = offsetOf(text, definition);
    if (start === undefined) return { file, line: definition.line, column: definition.column };
    const isItem = typeof path.at(-1) === 'object' && value !== undefined;
    return { file, ...placeAt(text, isItem ? (itemOffset(text, start, value) ?? start) : start) };
  }

  /** True when the value of a definition stands in its line: it is a literal there. */
  isWritten(definition: Definition): boolean {
    const { file, value } = definition;
    const text = this.text(file);
    const start = offsetOf(text, definition);
    if (start === undefined || value === undefined) return false;
    const [line = ''] = text.slice(start).split('\n', 1);
    if (typeof value === 'string') return line.includes(JSON.stringify(value));
    return line.split(/[^\w.-]+/).includes(String(value));
  }

  text(file: string): string {
    const text = this.#texts.get(file) ?? read(join(this.root, file));
    this.#texts.set(file, text);
    return text;
  }
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** Where a place of Nix's lies in a text; undefined when the text has no such line. Nix counts columns in bytes. */
function offsetOf(text: string, { line, column }: Definition): number | undefined {
  let start = 0;
  for (let number = 1; number < line; number++) {
    start = text.indexOf('\n', start) + 1;
    if (start === 0) return undefined;
  }
  const [bytes] = text.slice(start).split('\n', 1);
  if (bytes === '') return undefined;
  return (
    start +
    Buffer.from(bytes ?? '')
      .subarray(0, column - 1)
      .toString().length
  );
}

function placeAt(text: string, offset: number): { line: number; column: number } {
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}
