import type { IrEntry, IrGroup, IrOptionSet, IrType, IrTypeOf } from '../../bridge/ir.ts';
import { sortedEntries } from '../../core/json.ts';
import { cleanDescription } from '../docs.ts';
import type { ObjectShape, Property, Shape, Sides } from '../shape.ts';
import { both, UNKNOWN } from '../shape.ts';
import type { Place } from './place.ts';
import { below } from './place.ts';
import type { Properties } from './properties.ts';
import { mayBeEmpty, optionProperties } from './properties.ts';

/** A submodule is a declaration of its own. */
export function submoduleShapes(node: IrTypeOf<'submodule'>, place: Place): Sides {
  const doc = node.description === 'submodule' ? [] : cleanDescription(node.description);
  return both(place.walk.declare(place, doc, () => setShapes(node, place)));
}

/** The objects that a set of options, with its freeform type, gives and takes. */
export function setShapes(set: IrOptionSet | IrGroup, place: Place): Sides {
  const properties = sortedEntries(set.options).map(([name, entry]) =>
    entryProperties(name, entry, below(place, ['options', name], name)),
  );
  const freeform = 'freeform' in set ? set.freeform : null;
  const rest = freeform === null ? undefined : restShapes(freeform, place);
  return {
    read: object(
      properties.map((property) => property.read),
      rest?.read,
    ),
    write: object(
      properties.flatMap((property) => property.write ?? []),
      rest?.write,
    ),
  };
}

function object(properties: readonly Property[], rest: Shape | undefined): ObjectShape {
  return { kind: 'object', properties, ...(rest === undefined ? {} : { rest }) };
}

function entryProperties(name: string, entry: IrEntry, place: Place): Properties {
  if (entry.kind === 'option') return optionProperties(name, entry, place);
  const shape = place.walk.declare(place, [], () => setShapes(entry, place));
  const property = { name, shape, doc: [], readonly: false };
  return {
    read: { ...property, optional: false },
    write: { ...property, optional: mayBeEmpty(place.walk, shape) },
  };
}

/**
 * What undeclared attributes hold: the element of the freeform type's attribute sets. Freeform types
 * are mostly `attrsOf …`, or unions that hold one (`(pkgs.formats.json { }).type`).
 */
function restShapes(freeform: IrType, place: Place): Sides {
  const at = below(place, ['freeform'], 'extra');
  const sides = place.walk.shapes(freeform, at);
  return {
    read: valuesOf(place.walk.resolve(sides.read, 'read')),
    write: valuesOf(place.walk.resolve(sides.write, 'write')),
  };
}

function valuesOf(shape: Shape | undefined): Shape {
  if (shape?.kind === 'record') return shape.values;
  if (shape?.kind === 'nullable') return valuesOf(shape.inner);
  if (shape?.kind !== 'union') return UNKNOWN;
  return valuesOf(shape.members.find((member) => member.kind === 'record'));
}
