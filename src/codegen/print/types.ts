import { inputName } from '../names.ts';
import type { LiteralShape, ObjectShape, Shape, Side } from '../shape.ts';
import { heldValues, propertyKey, scalarText } from './text.ts';

/** A shape as a TypeScript type. */
export function typeText(shape: Shape, side: Side): string {
  switch (shape.kind) {
    case 'unknown':
      return 'unknown';
    case 'boolean':
    case 'string':
    case 'number':
      return shape.kind;
    case 'literal':
      return literalText(shape);
    case 'named':
      return side === 'write' ? inputName(shape.name) : shape.name;
    case 'nullable':
      return `${typeText(shape.inner, side)} | null`;
    case 'array':
      return `${grouped(shape.items, side)}[]`;
    case 'record':
      // Not `Record`: a type alias may hold itself only this way.
      return `{ [key: string]: ${typeText(shape.values, side)} }`;
    case 'union':
      return unionText(shape.members, side);
    case 'object':
      return objectText(shape, side);
    default:
      return shape satisfies never;
  }
}

/** Values of undeclared keys; TypeScript wants the declared ones to fit too. */
export function restText(shape: ObjectShape, side: Side): string | undefined {
  if (shape.rest === undefined) return undefined;
  return shape.properties.length === 0 ? typeText(shape.rest, side) : 'unknown';
}

/** The type of a property, `undefined` included where it may be left out. */
export function propertyTypeText(shape: Shape, side: Side, optional: boolean): string {
  const text = typeText(shape, side);
  return optional && text !== 'unknown' ? `${text} | undefined` : text;
}

function grouped(shape: Shape, side: Side): string {
  const text = typeText(shape, side);
  const several = shape.kind === 'nullable' || shape.kind === 'union' || shape.kind === 'literal';
  return several ? `(${text})` : text;
}

function literalText({ values }: LiteralShape): string {
  const held = heldValues(values);
  return held.length === 0 ? 'never' : held.map(scalarText).join(' | ');
}

/** Integers and numbers, patterns and plain text look alike here. */
function unionText(members: readonly Shape[], side: Side): string {
  const texts = new Set(members.map((member) => typeText(member, side)));
  return texts.size === 0 ? 'never' : [...texts].join(' | ');
}

function objectText(shape: ObjectShape, side: Side): string {
  const members = shape.properties.map(({ name, shape: value, optional, readonly }) => {
    const type = propertyTypeText(value, side, optional);
    return `${readonly ? 'readonly ' : ''}${propertyKey(name)}${optional ? '?' : ''}: ${type}`;
  });
  const rest = restText(shape, side);
  const all = rest === undefined ? members : [...members, `[key: string]: ${rest}`];
  return all.length === 0 ? '{ [key: string]: never }' : `{ ${all.join('; ')} }`;
}
