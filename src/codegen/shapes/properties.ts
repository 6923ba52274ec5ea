import type { IrOption, IrType } from '../../bridge/ir.ts';
import { optionDoc } from '../docs.ts';
import type { Property, Shape } from '../shape.ts';
import { UNKNOWN } from '../shape.ts';
import type { Place, Walk } from './place.ts';
import { shapesBelow } from './place.ts';

export interface Properties {
  readonly read: Property;
  /** Undefined where any definition is an error in Nix: the option is read-only and has its value. */
  readonly write: Property | undefined;
}

/**
 * What default, empty value, `apply` and readOnly make of an option's type: the one place where an
 * option becomes optional, read-only or unknown.
 */
export function optionProperties(name: string, option: IrOption, place: Place): Properties {
  const shapes = shapesBelow(place, option.type, ['type']);
  const doc = optionDoc(option, place.pointer, place.walk.values);
  const { declarations } = option;
  const read: Shape = option.applied ? UNKNOWN : shapes.read;
  const optional =
    option.hasDefault || (option.hasEmptyValue && mayBeLeftOut(option.type, place, shapes.write));
  return {
    read: {
      name,
      doc,
      shape: read,
      // What may be anything may also be a function, and be left out of the JSON.
      optional: read.kind === 'unknown',
      readonly: option.readOnly,
      declarations,
    },
    write:
      option.readOnly && option.hasDefault
        ? undefined
        : { name, doc, shape: shapes.write, optional, readonly: false, declarations },
  };
}

/** The empty value of a submodule is an evaluation of nothing: an error when an option in it is required. */
function mayBeLeftOut(type: IrType, place: Place, write: Shape): boolean {
  if (type.kind === 'unique') return mayBeLeftOut(type.element, place, write);
  return type.kind !== 'submodule' || mayBeEmpty(place.walk, write);
}

/** Whether `{ }` is a definition of what stands there; of something that holds itself, it is. */
export function mayBeEmpty(walk: Walk, shape: Shape): boolean {
  const resolved = walk.resolve(shape, 'write');
  return resolved?.kind !== 'object' || resolved.properties.every((property) => property.optional);
}
