import { LATEST_KUBERNETES, type SchemaRow, type SchemaTable } from '../../core/schema-table.ts';
import type { SchemaNode } from './node.ts';
import { serverLimits, withServerLimits, type ServerLimits } from '../server/limits.ts';
import { minorOf } from './api-versions.ts';
import { structuralNode } from './structural.ts';

/** The nodes of a schema table: one per definition, its fields made when the first object needs them. */
export class TableNodes {
  readonly table: SchemaTable;
  /** What servers of this version check besides. */
  readonly limits: ServerLimits;
  readonly #definitions = new Map<string, SchemaNode>();
  readonly #types = new Map<string, SchemaNode>();

  constructor(table: SchemaTable) {
    this.table = table;
    this.limits = serverLimits(minorOf(table.kubernetes ?? LATEST_KUBERNETES));
  }

  /** The node of a definition; a name that the table lacks may be anything. */
  definition(name: string): SchemaNode {
    const known = this.#definitions.get(name);
    if (known !== undefined) return known;
    const made = this.#make(name);
    this.#definitions.set(name, made);
    return made;
  }

  /** The node of a type as rows write it. */
  type(text: string): SchemaNode {
    if (text.startsWith('#')) return this.definition(text.slice(1));
    const known = this.#types.get(text);
    if (known !== undefined) return known;
    const made = this.#parse(text);
    this.#types.set(text, made);
    return made;
  }

  #make(name: string): SchemaNode {
    const { definitions, schemas } = this.table;
    const row = Object.hasOwn(definitions, name) ? definitions[name] : undefined;
    if (row !== undefined) return new Struct(name, row, this);
    const schema = Object.hasOwn(schemas, name) ? schemas[name] : undefined;
    if (schema === undefined) return { type: 'any' };
    const resolve = (text: string) => this.type(text);
    return structuralNode(schema, { resolve, skipped: { cel: 0, patterns: 0 } });
  }

  #parse(text: string): SchemaNode {
    const list = /^\[([^\]]*)\](.*)$/.exec(text);
    if (list !== null) {
      const keys = list[1] === '' ? undefined : list[1]?.split(',');
      return { type: 'array', items: this.type(list[2] ?? 'any'), keys };
    }
    if (text.startsWith('{}')) return { type: 'object', values: this.type(text.slice(2)) };
    return LEAVES[text] ?? { type: 'any' };
  }
}

const LEAVES: Readonly<Record<string, SchemaNode>> = {
  string: { type: 'string' },
  byte: { type: 'string', format: 'byte' },
  'date-time': { type: 'string', format: 'date-time' },
  boolean: { type: 'boolean' },
  number: { type: 'number' },
  integer: { type: 'integer' },
  int32: { type: 'integer', format: 'int32' },
  int64: { type: 'integer', format: 'int64' },
  quantity: { type: 'quantity' },
  'int-or-string': { type: 'int-or-string' },
  any: { type: 'any' },
  object: { type: 'object', fields: new Map() },
};

class Struct implements SchemaNode {
  readonly type = 'object';
  readonly title: string;
  readonly struct: string;
  readonly #row: SchemaRow;
  readonly #nodes: TableNodes;
  #fields: Map<string, SchemaNode> | undefined;
  #required: string[] | undefined;

  constructor(name: string, row: SchemaRow, nodes: TableNodes) {
    this.title = name.slice(name.lastIndexOf('.') + 1);
    this.struct = `${name.slice(0, name.indexOf('.'))}.${this.title}`;
    this.#row = row;
    this.#nodes = nodes;
  }

  get fields(): Map<string, SchemaNode> {
    return (this.#fields ??= new Map(
      Object.entries(this.#row).map(([field, type]) => [
        field,
        withServerLimits(
          this.#nodes.limits,
          `${this.struct}.${field}`,
          this.#nodes.type(type.replace(/!$/, '')),
        ),
      ]),
    ));
  }

  get required(): readonly string[] {
    return (this.#required ??= Object.keys(this.#row).filter((field) =>
      this.#row[field]?.endsWith('!'),
    ));
  }
}
