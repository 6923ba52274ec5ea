import type { IrGroup, IrOptionSet, IrType, IrTypeOf } from '../../bridge/ir.ts';
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
export function setShapes(set: IrOptionSet, place: Place): Sides {
  const { freeform } = set;
  return membersShapes(
    set.options,
    place,
    freeform === null ? undefined : restShapes(freeform, place),
  );
}

/** `rest` is what undeclared attributes hold; without it there are none. */
function membersShapes(options: IrGroup['options'], place: Place, rest: Sides | undefined): Sides {
  const properties = sortedEntries(options).map(([name, entry]) =>
    entry.kind === 'option'
      ? optionProperties(name, entry, below(place, ['options', name], name))
      : groupProperties(entry, { name, at: below(place, ['options', name], name), rest }),
  );
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

interface Group {
  readonly name: string;
  readonly at: Place;
  /** What undeclared attributes of the set around it hold. */
  readonly rest: Sides | undefined;
}

/** A freeform type takes what is not declared in the groups of its set as well. */
function groupProperties({ options }: IrGroup, { name, at, rest }: Group): Properties {
  const inner = rest === undefined ? undefined : heldBy(rest, at);
  const shape = at.walk.declare(at, [], () => membersShapes(options, at, inner));
  const property = { name, shape, doc: [], readonly: false };
  return {
    read: { ...property, optional: false },
    write: { ...property, optional: mayBeEmpty(at.walk, shape) },
  };
}

/**
 * What undeclared attributes hold: the element of the freeform type's attribute sets. Freeform types
 * are mostly `attrsOf …`, or unions that hold one (`(pkgs.formats.json { }).type`).
 */
function restShapes(freeform: IrType, place: Place): Sides {
  const at = below(place, ['freeform'], 'extra');
  return heldBy(place.walk.shapes(freeform, at), at);
}

function heldBy(sides: Sides, { walk }: Place): Sides {
  return {
    read: valuesOf(walk.resolve(sides.read, 'read')),
    write: valuesOf(walk.resolve(sides.write, 'write')),
  };
}

function valuesOf(shape: Shape | undefined): Shape {
  if (shape?.kind === 'record') return shape.values;
  if (shape?.kind === 'nullable') return valuesOf(shape.inner);
  if (shape?.kind !== 'union') return UNKNOWN;
  return valuesOf(shape.members.find((member) => member.kind === 'record'));
}
