import { inputName, schemaName } from '../names.ts';
import type {
  LiteralShape,
  NumberShape,
  ObjectShape,
  Property,
  Shape,
  Side,
  StringShape,
} from '../shape.ts';
import { literalKey, quoted, scalarText } from './text.ts';

export interface SchemaContext {
  readonly side: Side;
  /** Declarations whose schema constants stand above; every other one is reached lazily. */
  readonly above: ReadonlySet<string>;
}

/**
 * zod without its generics. Their inference over some thousand schemas takes a compiler minutes, and all it
 * would find out is declared already: `typed` gives each schema its type. With its type each schema gets, as
 * metadata, where its properties are declared: by file, by name, the line.
 */
export const SCHEMA_PRELUDE = `/** A schema whose type \`typed\` declares: its inference would take a compiler minutes. */
interface Untyped {
  catchall(rest: unknown): Untyped;
  gt(bound: number): Untyped;
  max(bound: number): Untyped;
  min(bound: number): Untyped;
  nullable(): Untyped;
  optional(): Untyped;
  regex(pattern: RegExp): Untyped;
}

const schemas = z as unknown as {
  array(items: unknown): Untyped;
  boolean(): Untyped;
  int(): Untyped;
  lazy(schema: () => unknown): Untyped;
  literal(values: readonly unknown[]): Untyped;
  never(): Untyped;
  number(): Untyped;
  preprocess(change: (value: unknown) => unknown, schema: unknown): Untyped;
  record(keys: unknown, values: unknown): Untyped;
  strictObject(properties: Record<string, unknown>): Untyped;
  string(): Untyped;
  union(members: readonly unknown[]): Untyped;
  unknown(): Untyped;
};

/** Gives a schema its type, and tells where its properties are declared: by file, by name, the line. */
function typed<T>(schema: unknown, declared?: Record<string, Record<string, number | null>>): z.ZodType<T> {
  if (declared !== undefined) z.globalRegistry.add(schema as z.ZodType, { declared });
  return schema as z.ZodType<T>;
}
`;

/** A shape as an expression that makes its zod schema. */
export function schemaText(shape: Shape, context: SchemaContext): string {
  const inner = (part: Shape): string => schemaText(part, context);
  switch (shape.kind) {
    case 'unknown':
      return 'schemas.unknown()';
    case 'boolean':
      return 'schemas.boolean()';
    case 'string':
      return stringText(shape);
    case 'number':
      return numberText(shape);
    case 'literal':
      return literalText(shape);
    case 'named':
      return namedText(shape.name, context);
    case 'nullable':
      return `${inner(shape.inner)}.nullable()`;
    case 'array':
      return `schemas.array(${inner(shape.items)})${shape.nonEmpty ? '.min(1)' : ''}`;
    case 'record':
      return `schemas.record(schemas.string(), ${inner(shape.values)})`;
    case 'union':
      return shape.members.length === 0
        ? 'schemas.never()'
        : `schemas.union([${shape.members.map(inner).join(', ')}])`;
    case 'object':
      return objectText(shape, context);
    default:
      return shape satisfies never;
  }
}

function stringText({ pattern }: StringShape): string {
  return pattern === undefined ? 'schemas.string()' : `schemas.string().regex(/${pattern}/u)`;
}

function numberText({ integer, minimum, maximum, exclusiveMinimum }: NumberShape): string {
  const bounds = [
    minimum === undefined ? '' : `.min(${String(minimum)})`,
    exclusiveMinimum === undefined ? '' : `.gt(${String(exclusiveMinimum)})`,
    maximum === undefined ? '' : `.max(${String(maximum)})`,
  ];
  return `${integer ? 'schemas.int()' : 'schemas.number()'}${bounds.join('')}`;
}

function literalText({ values }: LiteralShape): string {
  return values.length === 0
    ? 'schemas.never()'
    : `schemas.literal([${values.map(scalarText).join(', ')}])`;
}

function namedText(name: string, { side, above }: SchemaContext): string {
  const schema = schemaName(side === 'write' ? inputName(name) : name);
  return above.has(name) ? schema : `schemas.lazy(() => ${schema})`;
}

function objectText(shape: ObjectShape, context: SchemaContext): string {
  const members = shape.properties.map((property) => memberText(property, context));
  const object = members.length === 0 ? '{}' : `{\n${members.join('\n')}\n}`;
  const rest = shape.rest === undefined ? '' : `.catchall(${schemaText(shape.rest, context)})`;
  return `schemas.strictObject(${object})${rest}`;
}

/** Where the properties of an object are declared, as the second argument of `typed`; empty for other shapes. */
export function declaredText(shape: Shape): string {
  if (shape.kind !== 'object') return '';
  const files = new Map<string, string[]>();
  for (const { name, declarations = [] } of shape.properties) {
    for (const { file, line } of declarations) {
      files.set(file, [...(files.get(file) ?? []), `${literalKey(name)}: ${String(line)}`]);
    }
  }
  if (files.size === 0) return '';
  const members = [...files].map(
    ([file, lines]) => `  ${quoted(file)}: { ${lines.join(', ')} },\n`,
  );
  return `, {\n${members.join('')}}`;
}

function memberText({ name, shape, optional }: Property, context: SchemaContext): string {
  const schema = ownOnly(name, `${schemaText(shape, context)}${optional ? '.optional()' : ''}`);
  // No literal holds a line feed as such.
  return `  ${literalKey(name)}: ${schema.replaceAll('\n', '\n  ')},`;
}

/** zod reads `constructor` or `toString` of an object that lacks them from the prototype: a function. */
function ownOnly(name: string, schema: string): string {
  if (!(name in Object.prototype) || name === '__proto__') return schema;
  return `schemas.preprocess((value) => (typeof value === 'function' ? undefined : value), ${schema})`;
}
