import type { IrTypeOf } from '../../bridge/ir.ts';
import type { Shape, Sides } from '../shape.ts';
import { onBothSides, UNKNOWN, unionOf } from '../shape.ts';
import type { Place } from './place.ts';
import { elementOf, shapesBelow } from './place.ts';

export function wrapperShapes(node: IrTypeOf<'nullOr' | 'unique'>, place: Place): Sides {
  const element = shapesBelow(place, node.element, ['element']);
  return node.kind === 'unique' ? element : onBothSides(element, nullable);
}

function nullable(inner: Shape): Shape {
  const open = inner.kind === 'unknown' || inner.kind === 'nullable';
  return open ? inner : { kind: 'nullable', inner };
}

export function listOfShapes(node: IrTypeOf<'listOf'>, place: Place): Sides {
  const element = place.walk.shapes(node.element, elementOf(place));
  return onBothSides(element, (items) => ({ kind: 'array', items, nonEmpty: node.nonEmpty }));
}

export function attrsOfShapes(node: IrTypeOf<'attrsOf'>, place: Place): Sides {
  const element = place.walk.shapes(node.element, elementOf(place));
  return onBothSides(element, (values) => ({ kind: 'record', values }));
}

/** A list of sets with one attribute each; people may write one set instead. */
export function attrListOfShapes(node: IrTypeOf<'attrListOf'>, place: Place): Sides {
  const element = place.walk.shapes(node.element, elementOf(place));
  const list = onBothSides(element, (values) => ({
    kind: 'array',
    items: { kind: 'record', values },
    nonEmpty: false,
  }));
  return {
    // A function of the type's own merges the values of one name.
    read: node.asAttrs ? { kind: 'record', values: UNKNOWN } : list.read,
    write: unionOf([list.write, { kind: 'record', values: element.write }]),
  };
}
