import { errorAt, type Diagnostic, type Origin } from '../core/diagnostic.ts';
import type { Json } from '../core/json.ts';
import type { YamlMap, YamlNode } from '../yaml/node.ts';
import { nodeToJson } from '../yaml/to-json.ts';

/** Where a configuration file is read from and where its problems go. */
interface Source {
  readonly file: string;
  readonly text: string;
  readonly problems: Diagnostic[];
}

/** A node of a configuration file, asked for what it should be; what it is not becomes a problem with its line. */
export class ConfigNode {
  readonly #node: YamlNode;
  readonly #source: Source;
  readonly #name: string;

  constructor(node: YamlNode, source: Source, name = 'the file') {
    this.#node = node;
    this.#source = source;
    this.#name = name;
  }

  /** A member that is there and not null; merge keys apply. */
  field(name: string): ConfigNode | undefined {
    if (this.#node.kind !== 'map') {
      this.problem(`${this.#name} must be a mapping`);
      return undefined;
    }
    const found = find(this.#node, name);
    if (found === undefined || (found.kind === 'scalar' && found.value === null)) return undefined;
    return new ConfigNode(found, this.#source, name);
  }

  items(): ConfigNode[] {
    if (this.#node.kind !== 'list') {
      this.problem(`${this.#name} must be a list`);
      return [];
    }
    const name = `an item of ${this.#name}`;
    return this.#node.items.map((item) => new ConfigNode(item.value, this.#source, name));
  }

  isList(): boolean {
    return this.#node.kind === 'list';
  }

  isMap(): boolean {
    return this.#node.kind === 'map';
  }

  json(): Json {
    return nodeToJson(this.#node);
  }

  text(): string | undefined {
    if (this.#node.kind === 'scalar') return this.#node.source;
    this.problem(`${this.#name} must be a string`);
    return undefined;
  }

  integer(): number | undefined {
    if (this.#node.kind === 'scalar' && typeof this.#node.value === 'bigint') {
      return Number(this.#node.value);
    }
    this.problem(`${this.#name} must be an integer`);
    return undefined;
  }

  /** Where go-yaml wants a boolean, the words of YAML 1.1 are booleans too, in quotes or not. */
  boolean(): boolean | undefined {
    const { value } = this.#node.kind === 'scalar' ? this.#node : { value: undefined };
    if (typeof value === 'boolean') return value;
    if (typeof value === 'string') {
      if (/^(?:y|Y|yes|Yes|YES|on|On|ON)$/.test(value)) return true;
      if (/^(?:n|N|no|No|NO|off|Off|OFF)$/.test(value)) return false;
    }
    this.problem(`${this.#name} must be true or false`);
    return undefined;
  }

  problem(message: string): void {
    const { file, problems } = this.#source;
    problems.push(
      errorAt('config/sops-yaml', `${file}: ${message}`, { file, origin: this.origin() }),
    );
  }

  origin(): Origin {
    const { file, text } = this.#source;
    const before = text.slice(0, this.#node.span.start).split('\n');
    const line = before.length;
    const column = (before.at(-1)?.length ?? 0) + 1;
    return { file, line, column };
  }
}

function find(map: YamlMap, name: string): YamlNode | undefined {
  const own = map.entries.find((entry) => entry.key === name && !entry.merge);
  if (own !== undefined) return own.value;
  for (const { merge, value } of map.entries) {
    if (!merge) continue;
    for (const source of value.kind === 'list' ? value.items.map((item) => item.value) : [value]) {
      const found = source.kind === 'map' ? find(source, name) : undefined;
      if (found !== undefined) return found;
    }
  }
  return undefined;
}
