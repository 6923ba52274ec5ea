import type { JsonObject } from './json.ts';

/** First member of every table; another value is a table of another version of Gantry. */
export const TABLE_FORMAT = 'gantry-schemas/1';

/**
 * What an API server accepts, without what only people read: one file of `generated/kubernetes/`, or what
 * `gantry codegen kubernetes` makes from a cluster's OpenAPI document.
 *
 * The type of a field is a text: `string`, `boolean`, `number`, `integer`, `int32`, `int64`, `byte`, `date-time`,
 * `quantity`, `int-or-string`, `any`, `object` (without fields), `#NAME` for a definition; `[]TYPE` a list,
 * `[KEY,KEY]TYPE` a list whose items are told apart by keys, `{}TYPE` a map. A final `!` marks a required field.
 */
export interface SchemaTable {
  readonly table: typeof TABLE_FORMAT;
  /** The version of Kubernetes, as `1.32`; null when the document does not say. */
  readonly kubernetes: string | null;
  /** `apps/v1/Deployment` → its definition, and whether its objects live in namespaces (null: not known). */
  readonly kinds: Readonly<
    Record<string, readonly [definition: string, namespaced: boolean | null]>
  >;
  readonly definitions: Readonly<Record<string, SchemaRow>>;
  /** Definitions that say more than a row can, as OpenAPI v2 without descriptions; references are `#NAME`. */
  readonly schemas: Readonly<Record<string, JsonObject>>;
}

/** Field → type. */
export type SchemaRow = Readonly<Record<string, string>>;
