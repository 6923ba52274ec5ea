import { Secret, type SecretScalar } from '../core/secret.ts';
import { Timestamp, type ScalarValue } from '../yaml/node.ts';
import { goFloat } from './go-float.ts';

/**
 * A scalar of a resolved tree as the format types it: safe integers are `int`, other finite numbers
 * `float`. Undefined for what no YAML file holds (NaN, infinities, lone surrogates, 65-bit integers).
 */
export function scalarOfTree(value: SecretScalar | Secret): ScalarValue | undefined {
  const scalar = value instanceof Secret ? Secret.reveal(value) : value;
  if (typeof scalar === 'string') return isUnicode(scalar) ? scalar : undefined;
  if (typeof scalar === 'bigint') return BigInt.asIntN(64, scalar) === scalar ? scalar : undefined;
  if (typeof scalar !== 'number') return scalar;
  if (Number.isSafeInteger(scalar)) return BigInt(scalar);
  return Number.isFinite(scalar) ? scalar : undefined;
}

/**
 * The value as readers of the file compare it: 1 and 1.0 are one number, a date and its text one
 * text. Two values with one identity may share a ciphertext.
 */
export function valueIdentity(value: ScalarValue): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return `text ${value}`;
  if (typeof value === 'boolean') return `bool ${value}`;
  if (typeof value === 'bigint') return `number ${value}`;
  if (typeof value === 'number') return `number ${goFloat(value)}`;
  if (value instanceof Timestamp) return `text ${value.rfc3339}`;
  return `bytes ${Buffer.from(value).toString('base64')}`;
}

/** Whether a text is free of lone surrogates, which UTF-8 cannot hold. */
export function isUnicode(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}
