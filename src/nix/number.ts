/** Below it Nix refuses to read a literal, although it knows the numbers. */
const SMALLEST_NORMAL = 2.2250738585072014e-308;

/** A number as an expression that Nix reads as the same number; what JavaScript holds as an integer is one there too. */
export function nixNumber(value: number): string {
  const isReadable = value === 0 ? !Object.is(value, -0) : Math.abs(value) >= SMALLEST_NORMAL;
  if (!isReadable) return `builtins.fromJSON "${jsonNumber(value)}"`;
  // Nix wants a point before an exponent.
  return jsonNumber(value).replace(/^(-?\d+)e/, '$1.0e');
}

/** A number as JSON that Nix reads as the same number: a whole one beyond 2^53 would be an integer, or an error. */
export function jsonNumber(value: number): string {
  if (Object.is(value, -0)) return '-0.0';
  const text = String(value);
  return Number.isSafeInteger(value) || /[.e]/.test(text) ? text : `${text}.0`;
}
