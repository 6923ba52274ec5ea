import type { IrType, IrTypeOf, PlainKind } from '../../bridge/ir.ts';
import type { Sides } from '../shape.ts';
import { both, UNKNOWN } from '../shape.ts';
import { attrListOfShapes, attrsOfShapes, listOfShapes, wrapperShapes } from './containers.ts';
import { shapesBelow, type Place } from './place.ts';
import { numberShapes, pathShapes, patternShapes, plainShapes } from './scalars.ts';
import { submoduleShapes } from './sets.ts';
import { attrTagShapes, coercedToShapes, eitherShapes, enumShapes } from './unions.ts';

/** The shapes of one IR type; references are resolved by the caller, who knows the declarations. */
export function shapesOf(type: Exclude<IrType, { kind: 'ref' }>, place: Place): Sides {
  // eslint-disable-next-line @typescript-eslint/switch-exhaustiveness-check -- `satisfies` below checks it
  switch (type.kind) {
    case 'int':
    case 'number':
      return numberShapes(type);
    case 'path':
      return pathShapes(type);
    case 'strMatching':
      return patternShapes(type);
    case 'separatedString':
      return both({ kind: 'string' });
    case 'enum':
      return enumShapes(type);
    case 'nullOr':
    case 'unique':
      return wrapperShapes(type, place);
    case 'listOf':
      return listOfShapes(type, place);
    case 'attrsOf':
      return attrsOfShapes(type, place);
    case 'attrListOf':
      return attrListOfShapes(type, place);
    case 'either':
      return eitherShapes(type, place);
    case 'coercedTo':
      return coercedToShapes(type, place);
    case 'attrTag':
      return attrTagShapes(type, place);
    case 'submodule':
      return submoduleShapes(type, place);
    case 'remerged':
      return { read: UNKNOWN, write: shapesBelow(place, type.element, ['element']).write };
    case 'functionTo':
    case 'unknown':
      return both(UNKNOWN);
    default:
      return plainShapes(type satisfies IrTypeOf<PlainKind>);
  }
}
