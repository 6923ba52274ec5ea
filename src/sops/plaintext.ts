import { isUtf8 } from 'node:buffer';
import { Timestamp, type ScalarValue } from '../yaml/node.ts';
import { parseTimestamp } from '../yaml/timestamp.ts';
import { goFloat, parseGoFloat } from './go-float.ts';

/** The `type:` of a ciphertext. `comment` marks an encrypted comment, `bytes` is read and never written. */
export type PlaintextType = 'str' | 'int' | 'float' | 'bool' | 'time' | 'bytes' | 'comment';

/** What is encrypted and what enters the MAC: the bytes of a value, and the type that gives it back. */
export interface Plaintext {
  readonly type: PlaintextType;
  readonly bytes: Buffer;
}

const INT64_MIN = -(2n ** 63n);
const INT64_MAX = 2n ** 63n - 1n;

/**
 * Whether sops leaves a value in the clear whatever the selection says, since there is nothing to hide: null and the
 * empty text, be it written as bytes. So it does with empty mappings and lists, which are no values here.
 */
export function hidesNothing(value: ScalarValue): boolean {
  return value === null || value === '' || (value instanceof Uint8Array && value.length === 0);
}

/** The plaintext of a value that is not null. Undefined for integers beyond int64: sops has none. */
export function toPlaintext(value: Exclude<ScalarValue, null>): Plaintext | undefined {
  if (value instanceof Uint8Array) return { type: 'str', bytes: Buffer.from(value) };
  if (value instanceof Timestamp) return { type: 'time', bytes: Buffer.from(value.rfc3339) };
  if (typeof value === 'string') return { type: 'str', bytes: Buffer.from(value) };
  if (typeof value === 'boolean')
    return { type: 'bool', bytes: Buffer.from(value ? 'True' : 'False') };
  if (typeof value === 'number') return { type: 'float', bytes: Buffer.from(goFloat(value)) };
  if (value < INT64_MIN || value > INT64_MAX) return undefined;
  return { type: 'int', bytes: Buffer.from(String(value)) };
}

/** The value of decrypted bytes; undefined when they are not what the type says, or the type is unknown. */
export function fromPlaintext(type: string, bytes: Buffer): ScalarValue | undefined {
  switch (type) {
    case 'str':
    case 'bytes':
    case 'comment':
      return isUtf8(bytes) ? bytes.toString('utf8') : new Uint8Array(bytes);
    case 'int':
      return parseInteger(bytes.toString('latin1'));
    case 'float':
      return parseGoFloat(bytes.toString('latin1'));
    case 'bool':
      return BOOLEANS.get(bytes.toString('latin1'));
    case 'time':
      return parseTimestamp(bytes.toString('latin1'));
    default:
      return undefined;
  }
}

/** Spellings of Go's ParseBool. */
const BOOLEANS = new Map<string, boolean>([
  ...['1', 't', 'T', 'true', 'TRUE', 'True'].map((text): [string, boolean] => [text, true]),
  ...['0', 'f', 'F', 'false', 'FALSE', 'False'].map((text): [string, boolean] => [text, false]),
]);

function parseInteger(text: string): bigint | undefined {
  if (!/^[-+]?\d+$/.test(text)) return undefined;
  const value = BigInt(text.replace(/^\+/, ''));
  return value < INT64_MIN || value > INT64_MAX ? undefined : value;
}
