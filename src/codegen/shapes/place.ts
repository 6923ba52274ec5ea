import type { IrType } from '../../bridge/ir.ts';
import { toPointer } from '../../core/pointer.ts';
import { singular } from '../names.ts';
import type { Shape, Side, Sides } from '../shape.ts';
import type { CrossedValues } from '../values.ts';

/** What every step of the walk shares. */
export interface Walk {
  /** The shapes of a type that stands at a place. */
  shapes(type: IrType, at: Place): Sides;
  /** Declares a pair of shapes under the name of its place; gives the shape that refers to it. */
  declare(at: Place, doc: readonly string[], build: () => Sides): Shape;
  /** The shape behind a name; undefined while it is still being built, inside itself. */
  resolve(shape: Shape, side: Side): Shape | undefined;
  readonly values: CrossedValues;
}

/** Where the walk stands: the JSON pointer into the IR, and the words that a declaration here is named by. */
export interface Place {
  readonly pointer: string;
  readonly words: readonly string[];
  readonly walk: Walk;
}

/** The place of the whole document, under the name of the target. */
export function rootPlace(name: string, walk: Walk): Place {
  return { pointer: '', words: [name], walk };
}

/** The place of a member: its steps in the IR, and the word that it adds to names below. */
export function below(place: Place, steps: readonly string[], word?: string): Place {
  return {
    pointer: place.pointer + toPointer(steps),
    words: word === undefined ? place.words : [...place.words, word],
    walk: place.walk,
  };
}

/** The place of one element of a collection, named by the singular. */
export function elementOf(place: Place): Place {
  const last = place.words.at(-1) ?? '';
  const one = singular(last);
  const named = place.words.length > 1 && one !== last ? [one] : [last, 'item'];
  return { ...below(place, ['element']), words: [...place.words.slice(0, -1), ...named] };
}

/** The shapes of a type one step below. */
export function shapesBelow(place: Place, type: IrType, steps: readonly string[]): Sides {
  return place.walk.shapes(type, below(place, steps));
}
