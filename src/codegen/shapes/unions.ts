import type { IrTypeOf } from '../../bridge/ir.ts';
import { sortedEntries } from '../../core/json.ts';
import type { Property, Scalar, Shape, Sides } from '../shape.ts';
import { both, UNKNOWN, unionOf } from '../shape.ts';
import type { Place } from './place.ts';
import { below, shapesBelow } from './place.ts';
import { optionProperties } from './properties.ts';

/** Values that are no scalars, or that do not cross at all, leave the enum open. */
export function enumShapes(node: IrTypeOf<'enum'>): Sides {
  const scalars = node.values.filter(isScalar);
  if (node.open || scalars.length < node.values.length) return both(UNKNOWN);
  return both({ kind: 'literal', values: scalars });
}

function isScalar(value: unknown): value is Scalar {
  return typeof value !== 'object' || value === null;
}

export function eitherShapes(node: IrTypeOf<'either'>, place: Place): Sides {
  const members = node.members.map((member, index) =>
    shapesBelow(place, member, ['members', String(index)]),
  );
  return {
    read: unionOf(members.map((member) => member.read)),
    write: unionOf(members.map((member) => member.write)),
  };
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
