import type { Json, JsonObject } from '../../core/json.ts';
import { inputName } from '../names.ts';
import {
  isLarge,
  type Declaration,
  type Numeral,
  type NumberShape,
  type ObjectShape,
  type Scalar,
  type Shape,
  type Side,
} from '../shape.ts';

/** Version of JSON Schema that is written. */
const DIALECT = 'https://json-schema.org/draft/2020-12/schema';

/**
 * One side of all declarations as a JSON Schema document; its root is the first declaration.
 * `comment` stands at its top.
 */
export function printJsonSchema(
  declarations: readonly Declaration[],
  side: Side,
  comment: string,
): string {
  const [root] = declarations;
  const definitions = declarations.map((declaration): [string, Json] => [
    nameOn(side, declaration.name),
    described(schemaOf(declaration[side], side), declaration.doc),
  ]);
  const document = {
    $schema: DIALECT,
    $comment: comment,
    $ref: reference(nameOn(side, root?.name ?? '')),
    $defs: Object.fromEntries(definitions),
  };
  return `${withLargeIntegers(JSON.stringify(document, null, 2))}\n`;
}

/** Stands before the digits of an integer that is no number of JavaScript; no text of Nix holds it. */
const LARGE = '\0';

function numeralJson(value: Numeral): number | string {
  return isLarge(value) ? `${LARGE}${value.digits}` : value;
}

function scalarJson(value: Scalar): Json {
  return typeof value === 'object' && value !== null ? numeralJson(value) : value;
}

function withLargeIntegers(json: string): string {
  return json.replaceAll(/"\\u0000(-?\d+)"/g, '$1');
}

function nameOn(side: Side, name: string): string {
  return side === 'write' ? inputName(name) : name;
}

function reference(name: string): string {
  return `#/$defs/${name}`;
}

function described(schema: JsonObject, doc: readonly string[]): JsonObject {
  return doc.length === 0 ? schema : { ...schema, description: doc.join('\n') };
}

function schemaOf(shape: Shape, side: Side): JsonObject {
  switch (shape.kind) {
    case 'unknown':
      return {};
    case 'boolean':
      return { type: 'boolean' };
    case 'string':
      return { type: 'string', ...(shape.pattern === undefined ? {} : { pattern: shape.pattern }) };
    case 'number':
      return numberSchema(shape);
    case 'literal':
      return shape.values.length === 0 ? { not: {} } : { enum: shape.values.map(scalarJson) };
    case 'named':
      return { $ref: reference(nameOn(side, shape.name)) };
    case 'nullable':
      return { anyOf: [schemaOf(shape.inner, side), { type: 'null' }] };
    case 'array': {
      const array = { type: 'array', items: schemaOf(shape.items, side) };
      return shape.nonEmpty ? { ...array, minItems: 1 } : array;
    }
    case 'record':
      return { type: 'object', additionalProperties: schemaOf(shape.values, side) };
    case 'union':
      return shape.members.length === 0
        ? { not: {} }
        : { anyOf: shape.members.map((member) => schemaOf(member, side)) };
    case 'object':
      return objectSchema(shape, side);
    default:
      return shape satisfies never;
  }
}

function numberSchema({ integer, minimum, maximum, exclusiveMinimum }: NumberShape): JsonObject {
  return {
    type: integer ? 'integer' : 'number',
    ...(minimum === undefined ? {} : { minimum: numeralJson(minimum) }),
    ...(maximum === undefined ? {} : { maximum: numeralJson(maximum) }),
    ...(exclusiveMinimum === undefined ? {} : { exclusiveMinimum: numeralJson(exclusiveMinimum) }),
  };
}

function objectSchema({ properties, rest }: ObjectShape, side: Side): JsonObject {
  const required = properties.filter(({ optional }) => !optional).map(({ name }) => name);
  const members = properties.map(({ name, shape, doc, readonly }): [string, Json] => {
    const schema = described(schemaOf(shape, side), doc);
    return [name, readonly ? { ...schema, readOnly: true } : schema];
  });
  return {
    type: 'object',
    properties: Object.fromEntries(members),
    ...(required.length === 0 ? {} : { required }),
    additionalProperties: rest === undefined ? false : schemaOf(rest, side),
  };
}
