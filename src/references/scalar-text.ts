import { Secret, type SecretScalar } from '../core/secret.ts';
import type { Tree } from '../core/tree.ts';

/**
 * A scalar as text, the way Go's `%v` prints it (vals does so within longer text). Undefined for null, mappings and
 * lists, which have no text.
 */
export function scalarText(value: Tree): string | undefined {
  const scalar: SecretScalar | Tree = value instanceof Secret ? Secret.reveal(value) : value;
  if (typeof scalar === 'string') return scalar;
  if (typeof scalar === 'boolean' || typeof scalar === 'bigint') return String(scalar);
  return typeof scalar === 'number' ? numberText(scalar) : undefined;
}

/** Integers in decimal; other floats as `%g` in the shortest form, with an exponent below 1e-4 and from 1e6 on. */
function numberText(value: number): string {
  const magnitude = Math.abs(value);
  if (Number.isInteger(value) || (magnitude >= 1e-4 && magnitude < 1e6)) return String(value);
  return value.toExponential().replace(/e([+-])(\d)$/, 'e$10$2');
}
