import { isLarge, type LargeInteger, type Scalar } from '../shape.ts';

/** A string as a single-quoted literal. */
export function quoted(text: string): string {
  const inner = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return `'${inner.replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')}'`;
}

export function scalarText(value: Exclude<Scalar, LargeInteger>): string {
  return typeof value === 'string' ? quoted(value) : String(value);
}

/** The values that JavaScript holds: what it reads for a larger integer is another number. */
export function heldValues(values: readonly Scalar[]): Exclude<Scalar, LargeInteger>[] {
  return values.flatMap((value) => (isLarge(value) ? [] : [value]));
}

/** A name as a property key of a type. */
export function propertyKey(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : quoted(name);
}

/** A name as a key of an object literal, where a plain `__proto__` would set the prototype. */
export function literalKey(name: string): string {
  return name === '__proto__' ? `['__proto__']` : propertyKey(name);
}
