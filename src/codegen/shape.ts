import type { IrDeclaration } from '../bridge/ir.ts';

/**
 * A language-neutral description of JSON values. Every IR node becomes two of them, what evaluation
 * gives and what people write; every printer (TypeScript, zod, JSON Schema) folds over them.
 */
export type Shape =
  | UnknownShape
  | BooleanShape
  | StringShape
  | NumberShape
  | LiteralShape
  | NullableShape
  | ArrayShape
  | RecordShape
  | UnionShape
  | ObjectShape
  | NamedShape;

export interface UnknownShape {
  readonly kind: 'unknown';
}

export interface BooleanShape {
  readonly kind: 'boolean';
}

export interface StringShape {
  readonly kind: 'string';
  /** JavaScript regular expression without flags. */
  readonly pattern?: string;
}

export interface NumberShape {
  readonly kind: 'number';
  readonly integer: boolean;
  readonly minimum?: Numeral;
  readonly maximum?: Numeral;
  readonly exclusiveMinimum?: Numeral;
}

/** A number, or the digits of an integer that a JavaScript number does not hold. */
export type Numeral = number | LargeInteger;

export interface LargeInteger {
  readonly digits: string;
}

export type Scalar = string | Numeral | boolean | null;

export function isLarge(value: Scalar): value is LargeInteger {
  return typeof value === 'object' && value !== null;
}

export interface LiteralShape {
  readonly kind: 'literal';
  readonly values: readonly Scalar[];
}

export interface NullableShape {
  readonly kind: 'nullable';
  readonly inner: Shape;
}

export interface ArrayShape {
  readonly kind: 'array';
  readonly items: Shape;
  readonly nonEmpty: boolean;
}

export interface RecordShape {
  readonly kind: 'record';
  readonly values: Shape;
}

export interface UnionShape {
  readonly kind: 'union';
  readonly members: readonly Shape[];
  /** Property that all members have and whose values tell which of them an object is. */
  readonly discriminator?: string;
}

export interface ObjectShape {
  readonly kind: 'object';
  readonly properties: readonly Property[];
  /** Values of undeclared keys; without it there are none. */
  readonly rest?: Shape;
}

/** The declaration of that name, on the same side. */
export interface NamedShape {
  readonly kind: 'named';
  readonly name: string;
}

export interface Property {
  readonly name: string;
  readonly shape: Shape;
  readonly optional: boolean;
  readonly readonly: boolean;
  /** Lines of the doc comment. */
  readonly doc: readonly string[];
  /** Where the option is declared; a set around options has no place of its own. */
  readonly declarations?: readonly IrDeclaration[];
}

/** `read` is what evaluation gives, `write` what people write. */
export type Side = 'read' | 'write';
export type Sides = Readonly<Record<Side, Shape>>;

/** A named pair of shapes: `Foo` and `FooInput` in every output. */
export interface Declaration extends Sides {
  readonly name: string;
  readonly doc: readonly string[];
}

export const UNKNOWN: Shape = { kind: 'unknown' };

/** The same shape on both sides. */
export function both(shape: Shape): Sides {
  return { read: shape, write: shape };
}

/** Applies one constructor to both sides. */
export function onBothSides(sides: Sides, make: (shape: Shape) => Shape): Sides {
  return { read: make(sides.read), write: make(sides.write) };
}

/** The declarations that a shape refers to. */
export function namesIn(shape: Shape): string[] {
  switch (shape.kind) {
    case 'named':
      return [shape.name];
    case 'nullable':
      return namesIn(shape.inner);
    case 'array':
      return namesIn(shape.items);
    case 'record':
      return namesIn(shape.values);
    case 'union':
      return shape.members.flatMap(namesIn);
    case 'object':
      return [
        ...shape.properties.flatMap((property) => namesIn(property.shape)),
        ...(shape.rest === undefined ? [] : namesIn(shape.rest)),
      ];
    case 'unknown':
    case 'boolean':
    case 'string':
    case 'number':
    case 'literal':
      return [];
    default:
      return shape satisfies never;
  }
}

/** A union without repeated members; one that holds `unknown` is unknown. */
export function unionOf(alternatives: readonly Shape[]): Shape {
  const flat = alternatives.flatMap((member) =>
    member.kind === 'union' ? member.members : [member],
  );
  if (flat.some((member) => member.kind === 'unknown')) return UNKNOWN;
  const distinct = [...new Map(flat.map((member) => [JSON.stringify(member), member])).values()];
  const members = distinct.filter((member) => !distinct.some((other) => isWider(other, member)));
  const [only] = members;
  return only !== undefined && members.length === 1 ? only : { kind: 'union', members };
}

/** Any text, or any number, next to some of it. */
function isWider(wide: Shape, narrow: Shape): boolean {
  if (wide === narrow) return false;
  if (wide.kind === 'string') return narrow.kind === 'string' && wide.pattern === undefined;
  const anyNumber = JSON.stringify({ kind: 'number', integer: false });
  return narrow.kind === 'number' && JSON.stringify(wide) === anyNumber;
}
