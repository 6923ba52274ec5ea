import { LATEST_KUBERNETES, type SchemaTable } from '../../core/schema-table.ts';
import { minorOf } from './api-versions.ts';
import type { CustomKind } from './custom-kinds.ts';
import type { SchemaNode } from './node.ts';
import { structuralNode } from './structural.ts';
import { TableNodes } from './table-nodes.ts';

/** What is known of a kind. */
export interface KindSchema {
  readonly node: SchemaNode;
  /** null: not known. */
  readonly namespaced: boolean | null;
  /** Rules that only the API server checks. */
  readonly skipped: { readonly cel: number; readonly patterns: number };
  /** How its definition warns about the version. */
  readonly deprecated?: string | undefined;
}

const NOTHING_SKIPPED = { cel: 0, patterns: 0 };

/** Schemas by kind; each is made when the first object asks for it. */
export class SchemaRegistry {
  /** The version of Kubernetes that built-in kinds are checked for. */
  readonly version: string;
  /** Its second number: 32 for `1.32`. */
  readonly minor: number;
  readonly #builtIn: TableNodes;
  readonly #tables: readonly TableNodes[];
  readonly #custom: ReadonlyMap<string, CustomKind>;
  readonly #kinds = new Map<string, KindSchema | undefined>();
  #groups: ReadonlySet<string> | undefined;

  /**
   * @param builtIn the table of the configured version
   * @param more tables of clusters, for kinds that the first one lacks
   */
  constructor(
    builtIn: SchemaTable,
    custom: readonly CustomKind[] = [],
    more: readonly SchemaTable[] = [],
  ) {
    this.version = builtIn.kubernetes ?? 'unknown';
    this.minor = minorOf(builtIn.kubernetes ?? LATEST_KUBERNETES);
    this.#builtIn = new TableNodes(builtIn);
    this.#tables = [this.#builtIn, ...more.map((table) => new TableNodes(table))];
    this.#custom = new Map(custom.map((item) => [`${item.apiVersion}/${item.kind}`, item]));
  }

  find(apiVersion: string, kind: string): KindSchema | undefined {
    const key = `${apiVersion}/${kind}`;
    if (!this.#kinds.has(key)) this.#kinds.set(key, this.#make(key));
    return this.#kinds.get(key);
  }

  /** True for the API groups that come with Kubernetes: what they lack does not exist. */
  isBuiltIn(apiVersion: string, kind: string): boolean {
    const { kinds } = this.#builtIn.table;
    // A version without a group is the core group's, unless another program has files of that kind.
    if (!apiVersion.includes('/')) return apiVersion === 'v1' || Object.hasOwn(kinds, `v1/${kind}`);
    this.#groups ??= new Set(Object.keys(kinds).map(groupOf));
    return this.#groups.has(groupOf(`${apiVersion}/`));
  }

  /** `[apiVersion, kind]` of everything that Kubernetes itself serves. */
  builtInKinds(): (readonly [apiVersion: string, kind: string])[] {
    return Object.keys(this.#builtIn.table.kinds).map((key) => {
      const slash = key.lastIndexOf('/');
      return [key.slice(0, slash), key.slice(slash + 1)];
    });
  }

  #make(key: string): KindSchema | undefined {
    const custom = this.#custom.get(key);
    if (custom !== undefined) return this.#customSchema(custom);
    for (const nodes of this.#tables) {
      const { kinds } = nodes.table;
      const entry = Object.hasOwn(kinds, key) ? kinds[key] : undefined;
      if (entry === undefined) continue;
      const [definition, namespaced] = entry;
      return { node: nodes.definition(definition), namespaced, skipped: NOTHING_SKIPPED };
    }
    return undefined;
  }

  #customSchema(custom: CustomKind): KindSchema {
    const skipped = { cel: 0, patterns: 0 };
    const resolve = (reference: string) => this.#builtIn.type(reference);
    const own =
      custom.schema === undefined ? undefined : structuralNode(custom.schema, { resolve, skipped });
    const fields = new Map<string, SchemaNode>([
      ...(own?.fields ?? []),
      ['apiVersion', { type: 'string' }],
      ['kind', { type: 'string' }],
      ['metadata', resolve('#meta.v1.ObjectMeta')],
    ]);
    return {
      node: { ...(own ?? { open: true }), type: 'object', title: custom.kind, fields },
      namespaced: custom.namespaced,
      skipped,
      deprecated: custom.deprecated ? (custom.deprecationWarning ?? '') : undefined,
    };
  }
}

/** `apps/v1/Deployment` → `apps`, `v1/Pod` → the empty group. */
function groupOf(key: string): string {
  return key.split('/').length > 2 ? (key.split('/', 1)[0] ?? '') : '';
}
