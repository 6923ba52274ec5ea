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
import { literalKey, scalarText } from './text.ts';

export interface SchemaContext {
  readonly side: Side;
  /** Declarations whose schema constants stand above; every other one is reached lazily. */
  readonly above: ReadonlySet<string>;
}

/** A shape as an expression that makes its zod schema. */
export function schemaText(shape: Shape, context: SchemaContext): string {
  const inner = (part: Shape): string => schemaText(part, context);
  switch (shape.kind) {
    case 'unknown':
      return 'z.unknown()';
    case 'boolean':
      return 'z.boolean()';
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
      return `z.array(${inner(shape.items)})${shape.nonEmpty ? '.min(1)' : ''}`;
    case 'record':
      return `z.record(z.string(), ${inner(shape.values)})`;
    case 'union':
      return shape.members.length === 0
        ? 'z.never()'
        : `z.union([${shape.members.map(inner).join(', ')}])`;
    case 'object':
      return objectText(shape, context);
    default:
      return shape satisfies never;
  }
}

function stringText({ pattern }: StringShape): string {
  return pattern === undefined ? 'z.string()' : `z.string().regex(/${pattern}/u)`;
}

function numberText({ integer, minimum, maximum, exclusiveMinimum }: NumberShape): string {
  const bounds = [
    minimum === undefined ? '' : `.min(${String(minimum)})`,
    exclusiveMinimum === undefined ? '' : `.gt(${String(exclusiveMinimum)})`,
    maximum === undefined ? '' : `.max(${String(maximum)})`,
  ];
  return `${integer ? 'z.int()' : 'z.number()'}${bounds.join('')}`;
}

function literalText({ values }: LiteralShape): string {
  return values.length === 0 ? 'z.never()' : `z.literal([${values.map(scalarText).join(', ')}])`;
}

function namedText(name: string, { side, above }: SchemaContext): string {
  const schema = schemaName(side === 'write' ? inputName(name) : name);
  return above.has(name) ? schema : `z.lazy(() => ${schema})`;
}

function objectText(shape: ObjectShape, context: SchemaContext): string {
  const members = shape.properties.map((property) => memberText(property, context));
  const object = members.length === 0 ? '{}' : `{\n${members.join('\n')}\n}`;
  const rest = shape.rest === undefined ? '' : `.catchall(${schemaText(shape.rest, context)})`;
  return `z.strictObject<z.ZodRawShape>(${object})${rest}`;
}

function memberText({ name, shape, optional }: Property, context: SchemaContext): string {
  const schema = ownOnly(name, `${schemaText(shape, context)}${optional ? '.optional()' : ''}`);
  // No literal holds a line feed as such.
  return `  ${literalKey(name)}: ${schema.replaceAll('\n', '\n  ')},`;
}

/** zod reads `constructor` or `toString` of an object that lacks them from the prototype: a function. */
function ownOnly(name: string, schema: string): string {
  if (!(name in Object.prototype) || name === '__proto__') return schema;
  return `z.preprocess((value) => (typeof value === 'function' ? undefined : value), ${schema})`;
}
