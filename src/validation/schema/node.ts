import type { Json } from '../../core/json.ts';
import type { Pattern } from '../../core/pattern.ts';

/** What a value must be. Nodes of one schema may refer to each other in circles; what they hold is made when asked for. */
export interface SchemaNode {
  readonly type: NodeType;
  /** Of strings and numbers: `byte`, `date-time`, `int32`… */
  readonly format?: string | undefined;
  /** How messages call a struct, as `ContainerPort`. */
  readonly title?: string | undefined;
  /** A struct of Kubernetes' own kinds with its API group, as `core.ContainerPort`. */
  readonly struct?: string | undefined;
  /** Known fields of an object. */
  readonly fields?: ReadonlyMap<string, SchemaNode> | undefined;
  readonly required?: readonly string[] | undefined;
  /** Values of all fields that are not among `fields`. */
  readonly values?: SchemaNode | undefined;
  /** Unknown fields are kept. */
  readonly open?: boolean | undefined;
  readonly items?: SchemaNode | undefined;
  /** Fields that tell the items of a list apart. */
  readonly keys?: readonly string[] | undefined;
  /** Servers refuse items whose keys are the same, and not server-side apply alone. */
  readonly unique?: boolean | undefined;
  /** Fields in which items must differ, whatever tells them apart. */
  readonly distinctBy?: readonly string[] | undefined;
  /** Format of the keys of a mapping. */
  readonly names?: string | undefined;
  readonly nullable?: boolean | undefined;
  readonly limits?: Limits | undefined;
}

export type NodeType =
  | 'any'
  | 'string'
  | 'boolean'
  | 'number'
  | 'integer'
  | 'quantity'
  | 'int-or-string'
  | 'object'
  | 'array';

/** What the schema of a custom resource says about values beyond their type. */
export interface Limits {
  readonly enum?: readonly Json[] | undefined;
  /** An empty text is as good as none, as it is in Kubernetes' own kinds. */
  readonly isEmptyNone?: boolean;
  readonly pattern?: Pattern | undefined;
  /** Counts of characters, items or fields, by the kind of the value. */
  readonly length?: Range | undefined;
  readonly items?: Range | undefined;
  readonly properties?: Range | undefined;
  readonly value?: Range | undefined;
  readonly multipleOf?: number | undefined;
  readonly uniqueItems?: boolean | undefined;
  readonly allOf?: readonly SchemaNode[] | undefined;
  readonly anyOf?: readonly SchemaNode[] | undefined;
  readonly oneOf?: readonly SchemaNode[] | undefined;
  readonly not?: SchemaNode | undefined;
}

export interface Range {
  readonly least?: number | undefined;
  readonly most?: number | undefined;
  readonly leastExcluded?: boolean | undefined;
  readonly mostExcluded?: boolean | undefined;
}
