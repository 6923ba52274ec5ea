/** Floats that printers get wrong: limits, neighbours of powers, halfway cases, and what people write. */
export const hardFloats: readonly number[] = [
  ...[0, -0, 1, -1.5, 0.1, 0.1 + 0.2, 52.5, 52.5200066, -52.5200066, 1234567.5, 123456, 999999.5],
  // Where notations change to an exponent and back.
  ...[1e5, 999999, 1e6, 1e14, 1e15, 123456789012345.6, 1e16, 12345678901234568, 1e20, 1e21, 1e22],
  ...[0.001, 0.0001, 0.00012345, 0.00001, 0.000001, 1e-7, 1.5e-9, 1e-10],
  // Limits, and the end of the normal range.
  ...[5e-324, 1e-323, 2.5e-323, 2.225073858507201e-308, 2.2250738585072014e-308],
  ...[1.7976931348623157e308, 1.7976931348623155e308, 8.98846567431158e307],
  // Integers that a float no longer holds.
  ...[2 ** 53 - 1, 2 ** 53, 2 ** 53 + 2, 2 ** 63, 2 ** 64, 9.223372036854775e18, 2 ** 64 + 4096],
  // Digits that need a tie broken, or where the shortest is not the first that reads back.
  ...[2 ** -44, 5e-324 * 3, 9.5367431640625e-7, 4.35, 0.000035689, 2 ** -25],
  ...[2 ** 829 + 2 ** 777, 2 ** -1021, 6.10351562e-5, 2.109808898695963e16, 9.0608011534336e15],
  ...[5.764607523034235e39, 1.152921504606847e40, 2.305843009213694e40, 1e23, 9.999999999999999e22],
];

/** Floats of random bits, of random short decimals and next to powers of two, from a seed: the same everywhere. */
export function randomFloats(seed: number, count: number): number[] {
  const next = random(seed);
  const kinds = [
    () => fromBits((BigInt(next()) << 32n) | BigInt(next())),
    () => (next() / 2 ** 32) * 360 - 180,
    () => Math.round((next() / 2 ** 32) * 1e9) / 10 ** (next() % 9),
    () => fromBits(bits(2 ** ((next() % 2098) - 1074)) + BigInt(next() % 3) - 1n),
  ];
  const made = Array.from({ length: count }, (_, index) => kinds[index % kinds.length]?.() ?? 0);
  return made.map((value) => (Number.isFinite(value) ? value : 1));
}

/** JSON that every reader takes for a float: Nix 2.8 reads whole numbers from 2^63 as negative integers. */
export function floatLiteral(value: number): string {
  const text = Object.is(value, -0) ? '-0' : String(value);
  return /[.e]/.test(text) ? text : `${text}.0`;
}

/** Unsigned integers of 32 bits (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}

function bits(value: number): bigint {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  return view.getBigUint64(0);
}

function fromBits(given: bigint): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setBigUint64(0, BigInt.asUintN(64, given));
  return view.getFloat64(0);
}
