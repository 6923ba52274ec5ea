import type { IrType, IrTypeOf } from '../../bridge/ir.ts';
import { sortedEntries } from '../../core/json.ts';
import type { Property, Scalar, Shape, Side, Sides } from '../shape.ts';
import { both, UNKNOWN, unionOf } from '../shape.ts';
import { isIrNumber, numeral } from './numerals.ts';
import type { Place, Walk } from './place.ts';
import { below, shapesBelow } from './place.ts';
import { optionProperties } from './properties.ts';

/** Values that are no scalars, or that do not cross at all, leave the enum open. */
export function enumShapes(node: IrTypeOf<'enum'>): Sides {
  const scalars = node.values
    .map((value: unknown) => (isIrNumber(value) ? numeral(value) : value))
    .filter(isScalar);
  if (node.open || scalars.length < node.values.length) return both(UNKNOWN);
  return both({ kind: 'literal', values: scalars });
}

function isScalar(value: unknown): value is Scalar {
  return typeof value !== 'object' || value === null || 'digits' in value;
}

export function eitherShapes(node: IrTypeOf<'either'>, place: Place): Sides {
  const members = node.members.map((member, index) =>
    place.walk.shapes(member, below(place, ['members', String(index)], constantIn(member))),
  );
  return {
    read: discriminated(unionOf(members.map((member) => member.read)), 'read', place.walk),
    write: discriminated(unionOf(members.map((member) => member.write)), 'write', place.walk),
  };
}

/** What tells a set of options from others by its one value, and names it: `Nginx` of `kind = enum [ "nginx" ]`. */
function constantIn(member: IrType): string | undefined {
  if (member.kind !== 'submodule') return undefined;
  const values = Object.values(member.options).flatMap((entry) =>
    entry.kind === 'option' && entry.type.kind === 'enum' && entry.type.values.length === 1
      ? entry.type.values
      : [],
  );
  return values.find((value) => typeof value === 'string');
}

function discriminated(shape: Shape, side: Side, walk: Walk): Shape {
  if (shape.kind !== 'union') return shape;
  const objects = shape.members.map((member) => walk.resolve(member, side));
  const [first] = objects;
  if (first?.kind !== 'object') return shape;
  const discriminator = first.properties
    .map(({ name }) => name)
    .find((name) => tellsApart(name, objects));
  return discriminator === undefined ? shape : { ...shape, discriminator };
}

/** Whether each object has the property with values of its own. */
function tellsApart(name: string, objects: readonly (Shape | undefined)[]): boolean {
  const values = objects.map((object) => {
    if (object?.kind !== 'object') return [];
    const property = object.properties.find((one) => one.name === name);
    return property?.shape.kind === 'literal' && !property.optional ? property.shape.values : [];
  });
  return (
    values.every((own) => own.length > 0) && new Set(values.flat()).size === values.flat().length
  );
}

/** People write either side, evaluation gives the second. */
export function coercedToShapes(node: IrTypeOf<'coercedTo'>, place: Place): Sides {
  const from = shapesBelow(place, node.from, ['from']);
  const to = shapesBelow(place, node.to, ['to']);
  return { read: to.read, write: unionOf([to.write, from.write]) };
}

/** An object with exactly one of the tags. */
export function attrTagShapes(node: IrTypeOf<'attrTag'>, place: Place): Sides {
  const tags = sortedEntries(node.tags).map(([name, option]) =>
    optionProperties(name, option, below(place, ['tags', name], name)),
  );
  return {
    read: unionOf(tags.map((tag) => tagged(tag.read))),
    write: unionOf(tags.flatMap((tag) => (tag.write === undefined ? [] : [tagged(tag.write)]))),
  };
}

function tagged(property: Property): Shape {
  return { kind: 'object', properties: [{ ...property, optional: false }] };
}
