const PRIME = 2n ** 255n - 19n;

/** The u-coordinate of an ed25519 public key on Curve25519 (RFC 7748, section 4.1): (1 + y) / (1 - y). */
export function montgomeryPoint(edwards: Buffer): Buffer {
  const bytes = Buffer.from(edwards);
  // The top bit is the sign of x, which u does not depend on.
  bytes[31] = (bytes[31] ?? 0) & 0x7f;
  const y = BigInt(`0x${Buffer.from(bytes).reverse().toString('hex')}`);
  const u = modulo((1n + y) * power(modulo(1n - y), PRIME - 2n));
  return Buffer.from(u.toString(16).padStart(64, '0'), 'hex').reverse();
}

function modulo(value: bigint): bigint {
  const rest = value % PRIME;
  return rest < 0n ? rest + PRIME : rest;
}

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  let factor = base;
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = modulo(result * factor);
    factor = modulo(factor * factor);
  }
  return result;
}
