import { randomBytes, randomInt } from 'node:crypto';

/** Tables of GF(2^8) with the polynomial of AES and generator 3, as HashiCorp Vault uses. */
const EXP = new Uint8Array(510);
const LOG = new Uint8Array(256);
for (let power = 0, value = 1; power < 255; power++) {
  EXP[power] = value;
  EXP[power + 255] = value;
  LOG[value] = power;
  value ^= (value << 1) ^ (value & 0x80 ? 0x11b : 0);
  value &= 0xff;
}

/**
 * Splits a secret into parts of which any `threshold` give it back: each part is one y-byte per byte
 * of the secret, then its x coordinate. 2 to 255 parts, threshold at least 2.
 */
export function split(secret: Uint8Array, parts: number, threshold: number): Buffer[] {
  if (threshold < 2 || threshold > parts || parts > 255)
    throw new Error('impossible key group threshold');
  const xs = distinctCoordinates(parts);
  const shares = xs.map((x) => {
    const share = Buffer.alloc(secret.length + 1);
    share[secret.length] = x;
    return share;
  });
  secret.forEach((byte, index) => {
    const coefficients = [byte, ...randomBytes(threshold - 1)];
    shares.forEach((share, part) => {
      share[index] = evaluate(coefficients, xs[part] ?? 0);
    });
  });
  return shares;
}

/** The secret of enough parts; undefined when they cannot belong together (lengths, equal coordinates). */
export function combine(parts: readonly Uint8Array[]): Buffer | undefined {
  const length = (parts[0]?.length ?? 0) - 1;
  const xs = parts.map((part) => part.at(-1) ?? 0);
  const consistent = length > 0 && parts.every((part) => part.length === length + 1);
  if (!consistent || new Set(xs).size !== xs.length || xs.includes(0)) return undefined;
  const secret = Buffer.alloc(length);
  for (let index = 0; index < length; index++) {
    secret[index] = interpolateAtZero(
      xs,
      parts.map((part) => part[index] ?? 0),
    );
  }
  return secret;
}

function distinctCoordinates(count: number): number[] {
  const pool = Array.from({ length: 255 }, (_, index) => index + 1);
  return Array.from({ length: count }, () => pool.splice(randomInt(pool.length), 1)[0] ?? 0);
}

/** The polynomial at x, by Horner's rule. */
function evaluate(coefficients: readonly number[], x: number): number {
  return coefficients.reduceRight((sum, coefficient) => multiply(sum, x) ^ coefficient, 0);
}

/** Lagrange interpolation: the constant term of the polynomial through the points. */
function interpolateAtZero(xs: readonly number[], ys: readonly number[]): number {
  return xs.reduce((sum, x, i) => {
    const basis = xs.reduce(
      (product, other, j) => (i === j ? product : multiply(product, divide(other, other ^ x))),
      1,
    );
    return sum ^ multiply(ys[i] ?? 0, basis);
  }, 0);
}

function multiply(a: number, b: number): number {
  return a === 0 || b === 0 ? 0 : (EXP[(LOG[a] ?? 0) + (LOG[b] ?? 0)] ?? 0);
}

function divide(a: number, b: number): number {
  return a === 0 ? 0 : (EXP[(LOG[a] ?? 0) + 255 - (LOG[b] ?? 0)] ?? 0);
}
