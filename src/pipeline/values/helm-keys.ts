import type { YamlEntry } from '../../yaml/node.ts';

const YES = /^(y|Y|yes|Yes|YES|on|On|ON)$/;
const NO = /^(n|N|no|No|NO|off|Off|OFF)$/;

/** What a plain scalar of YAML 1.1 is, where it is one of its words for booleans. */
export function oldBoolean(text: string): boolean | undefined {
  if (YES.test(text)) return true;
  return NO.test(text) ? false : undefined;
}

/**
 * A key as Helm reads it, which turns what is no text into text (sigs.k8s.io/yaml, `convertToJSONableObject`); undefined
 * for what it refuses: null, bytes, integers beyond 64 bits with a sign. `isPlain`: it is not quoted and has no tag.
 */
export function helmKey({ key, keyValue }: YamlEntry, isPlain: boolean): string | undefined {
  if (typeof keyValue === 'string') {
    const word = isPlain ? oldBoolean(keyValue) : undefined;
    return word === undefined ? keyValue : String(word);
  }
  if (typeof keyValue === 'boolean') return String(keyValue);
  if (typeof keyValue === 'bigint') return keyValue > INT64_MAX ? undefined : String(keyValue);
  if (typeof keyValue === 'number') return singlePrecision(keyValue);
  // Dates stay as they are written.
  return keyValue === null || keyValue instanceof Uint8Array ? undefined : key;
}

const INT64_MAX = 2n ** 63n - 1n;

/** Go's FormatFloat(value, 'g', -1, 32): the fewest digits that give the same number of 32 bits. */
function singlePrecision(value: number): string {
  const single = Math.fround(value);
  if (Number.isNaN(single)) return '.nan';
  if (!Number.isFinite(single)) return single > 0 ? '.inf' : '-.inf';
  if (single === 0) return Object.is(single, -0) ? '-0' : '0';
  const digits = [1, 2, 3, 4, 5, 6, 7, 8, 9].find(
    (count) => Math.fround(Number(single.toPrecision(count))) === single,
  );
  return goNotation(single.toExponential((digits ?? 9) - 1));
}

/** With an exponent, of two digits at least, below 10^-4 and from 10^6. */
function goNotation(exponential: string): string {
  const [mantissa = '', exponent = '0'] = exponential.split('e');
  const power = Number(exponent);
  if (power >= -4 && power < 6) return String(Number(exponential));
  const sign = power < 0 ? '-' : '+';
  return `${mantissa}e${sign}${String(Math.abs(power)).padStart(2, '0')}`;
}
