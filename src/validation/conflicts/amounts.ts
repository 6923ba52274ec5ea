import { isJsonObject, type Json } from '../../core/json.ts';
import { amountOf } from '../schema/quantity.ts';

/** The number of an amount, written as text or number; undefined for what is none. */
export function amount(value: Json | undefined): number | undefined {
  if (typeof value === 'string') return amountOf(value);
  return typeof value === 'number' ? value : undefined;
}

/** Amounts by name; what is no amount is left out. */
export function amounts(value: Json | undefined): Map<string, number> {
  const found = new Map<string, number>();
  if (!isJsonObject(value)) return found;
  for (const [name, item] of Object.entries(value)) {
    const number = amount(item);
    if (number !== undefined) found.set(name, number);
  }
  return found;
}

/** Servers count thousandths, rounded up. */
export function isWhole(number: number): boolean {
  return Math.ceil(number * 1000 - 1e-6) % 1000 === 0;
}
