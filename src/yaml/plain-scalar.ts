import type { ScalarValue } from './node.ts';
import { parseTimestamp } from './timestamp.ts';

const WORDS = new Map<string, ScalarValue>([
  ...['', '~', 'null', 'Null', 'NULL'].map((word): [string, null] => [word, null]),
  ...['true', 'True', 'TRUE'].map((word): [string, boolean] => [word, true]),
  ...['false', 'False', 'FALSE'].map((word): [string, boolean] => [word, false]),
  ...['.nan', '.NaN', '.NAN'].map((word): [string, number] => [word, NaN]),
  ...['.inf', '.Inf', '.INF', '+.inf', '+.Inf', '+.INF'].map((word): [string, number] => [
    word,
    Infinity,
  ]),
  ...['-.inf', '-.Inf', '-.INF'].map((word): [string, number] => [word, -Infinity]),
]);

/** Of the words, so that longer texts need no look-up. */
const LONGEST_WORD = 5;

const INT64_MIN = -(2n ** 63n);
const UINT64_MAX = 2n ** 64n - 1n;

/**
 * What go-yaml v3 (hence sops, Flux and yq) reads an unquoted scalar as. That is neither YAML 1.1 nor
 * 1.2: `0777` is 511, `1_000` is an integer, `yes` and `1:30` are strings (SOPS.md, dialect).
 */
export function resolvePlain(text: string): ScalarValue {
  const word = text.length > LONGEST_WORD ? undefined : WORDS.get(text);
  if (word !== undefined) return word;
  const first = text.charCodeAt(0);
  if (first === 0x2e) return leadingDot(text);
  const numeric = (first >= 0x30 && first <= 0x39) || first === 0x2b || first === 0x2d;
  if (!numeric) return text;
  const digits = text.replaceAll('_', '');
  return parseTimestamp(text) ?? integer(digits) ?? float(digits) ?? oddInteger(digits) ?? text;
}

/** `.5` and the like go straight to Go's ParseFloat, with its underscore-free decimal syntax. */
function leadingDot(text: string): number | string {
  if (!/^\.\d+([eE][-+]?\d+)?$/.test(text)) return text;
  const value = Number(text);
  return Number.isFinite(value) ? value : text;
}

/** Go's ParseInt and ParseUint with base 0: int64 first, then uint64 without sign. */
function integer(digits: string): bigint | undefined {
  const match = /^([-+]?)(?:0[xX]([\da-fA-F]+)|0[bB]([01]+)|0[oO]?([0-7]+)|(0|[1-9]\d*))$/.exec(
    digits,
  );
  if (match === null) return undefined;
  const [, sign, hex, binary, octal, decimal] = match;
  const magnitude = BigInt(
    hex !== undefined
      ? `0x${hex}`
      : binary !== undefined
        ? `0b${binary}`
        : octal !== undefined
          ? `0o${octal}`
          : (decimal ?? '0'),
  );
  if (sign === '-') return -magnitude >= INT64_MIN ? -magnitude : undefined;
  return magnitude <= (sign === '+' ? -INT64_MIN - 1n : UINT64_MAX) ? magnitude : undefined;
}

function float(digits: string): number | undefined {
  if (!/^[-+]?(\.\d+|\d+(\.\d*)?)([eE][-+]?\d+)?$/.test(digits)) return undefined;
  const value = Number(digits);
  return Number.isFinite(value) ? value : undefined;
}

/** go-yaml cuts `0b`/`0o` off and parses the rest again, so a sign may stand behind the prefix. */
function oddInteger(digits: string): bigint | undefined {
  const match = /^0(?:b([-+])([01]+)|o([-+])([0-7]+))$/.exec(digits);
  if (match === null) return undefined;
  const [, binarySign, binary, octalSign, octal] = match;
  const magnitude = BigInt(binary === undefined ? `0o${octal ?? '0'}` : `0b${binary}`);
  return (binarySign ?? octalSign) === '-' ? -magnitude : magnitude;
}
