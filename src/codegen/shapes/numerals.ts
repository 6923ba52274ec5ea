import type { IrTypeOf } from '../../bridge/ir.ts';
import type { Numeral } from '../shape.ts';

/** A number as the IR writes it: all digits as text where JSON would change it (nix/bridge/numbers.nix). */
export type IrNumber = NonNullable<IrTypeOf<'int' | 'number'>['minimum']>;

export function numeral(value: IrNumber): Numeral {
  if (typeof value === 'number') return value;
  const number = Number(value.text);
  return /^-?\d+$/.test(value.text) && !Number.isSafeInteger(number)
    ? { digits: value.text }
    : number;
}

export function isIrNumber(value: unknown): value is IrNumber {
  if (typeof value === 'number') return true;
  return (
    typeof value === 'object' && value !== null && '_type' in value && value._type === 'number'
  );
}
