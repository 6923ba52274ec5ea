import { inputName, schemaName } from '../names.ts';
import {
  isLarge,
  type LiteralShape,
  type NumberShape,
  type Numeral,
  type ObjectShape,
  type Property,
  type Shape,
  type Side,
  type StringShape,
  type UnionShape,
} from '../shape.ts';
import { heldValues, literalKey, quoted, scalarText } from './text.ts';

export interface SchemaContext {
  readonly side: Side;
  /** Declarations whose schema constants stand above; every other one is reached lazily. */
  readonly above: ReadonlySet<string>;
}

/** What schemas are made with. A bundler leaves out the rest of zod, which is most of it. */
const CONSTRUCTORS = [
  'array',
  'boolean',
  'discriminatedUnion',
  'int',
  'lazy',
  'literal',
  'never',
  'number',
  'preprocess',
  'record',
  'strictObject',
  'string',
  'union',
  'unknown',
] as const;

/**
 * zod without its types, and `typed`, which gives each schema its own. With its type each gets, as metadata, where its
 * properties are declared: by file, by name, the line. `zod` is a function and no constant: of each use of a constant a
 * compiler asks whether anything before it, in thousands of statements, has narrowed its type.
 */
export const SCHEMA_PRELUDE = `const constructors = {
${CONSTRUCTORS.map((name) => `  ${name}: z.${name},\n`).join('')}};

/** zod without its types, whose inference would take a compiler minutes: \`typed\` declares them. */
function zod(): any {
  return constructors;
}

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
      return 'zod().unknown()';
    case 'boolean':
      return 'zod().boolean()';
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
      return `zod().array(${inner(shape.items)})${shape.nonEmpty ? '.min(1)' : ''}`;
    case 'record':
      return `zod().record(zod().string(), ${inner(shape.values)})`;
    case 'union':
      return unionText(shape, shape.members.map(inner).join(', '));
    case 'object':
      return objectText(shape, context);
    default:
      return shape satisfies never;
  }
}

function stringText({ pattern }: StringShape): string {
  return pattern === undefined ? 'zod().string()' : `zod().string().regex(/${pattern}/u)`;
}

function numberText({ integer, minimum, maximum, exclusiveMinimum }: NumberShape): string {
  const bounds = [
    boundText('min', minimum),
    boundText('gt', exclusiveMinimum),
    boundText('max', maximum),
  ];
  return `${integer ? 'zod().int()' : 'zod().number()'}${bounds.join('')}`;
}

/** Beyond the integers that JavaScript holds there is nothing to compare: `int` refuses what lies there. */
function boundText(check: string, bound: Numeral | undefined): string {
  return bound === undefined || isLarge(bound) ? '' : `.${check}(${String(bound)})`;
}

function unionText({ members, discriminator }: UnionShape, texts: string): string {
  if (members.length === 0) return 'zod().never()';
  return discriminator === undefined
    ? `zod().union([${texts}])`
    : `zod().discriminatedUnion(${quoted(discriminator)}, [${texts}])`;
}

function literalText({ values }: LiteralShape): string {
  const held = heldValues(values);
  return held.length === 0
    ? 'zod().never()'
    : `zod().literal([${held.map(scalarText).join(', ')}])`;
}

function namedText(name: string, { side, above }: SchemaContext): string {
  const schema = schemaName(side === 'write' ? inputName(name) : name);
  return above.has(name) ? schema : `zod().lazy(() => ${schema})`;
}

function objectText(shape: ObjectShape, context: SchemaContext): string {
  const members = shape.properties.map((property) => memberText(property, context));
  const object = members.length === 0 ? '{}' : `{\n${members.join('\n')}\n}`;
  const rest = shape.rest === undefined ? '' : `.catchall(${schemaText(shape.rest, context)})`;
  return `zod().strictObject(${object})${rest}`;
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
  return `zod().preprocess((value: unknown) => (typeof value === 'function' ? undefined : value), ${schema})`;
}
