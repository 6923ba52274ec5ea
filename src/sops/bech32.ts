const ALPHABET = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const GENERATOR = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];
const CHECKSUM_LENGTH = 6;

/** The bytes of a Bech32 text (BIP 173, without its length limit); undefined when anything in it is wrong. */
export function decodeBech32(text: string, prefix: string): Buffer | undefined {
  const lower = text.toLowerCase();
  if (text !== lower && text !== text.toUpperCase()) return undefined;
  const separator = lower.lastIndexOf('1');
  if (lower.slice(0, separator) !== prefix.toLowerCase()) return undefined;
  const values = Array.from(lower.slice(separator + 1), (character) => ALPHABET.indexOf(character));
  if (values.includes(-1) || values.length < CHECKSUM_LENGTH) return undefined;
  if (checksum([...expandPrefix(prefix.toLowerCase()), ...values]) !== 1) return undefined;
  return regroup(values.slice(0, -CHECKSUM_LENGTH));
}

function expandPrefix(prefix: string): number[] {
  const codes = Array.from(prefix, (character) => character.charCodeAt(0));
  return [...codes.map((code) => code >> 5), 0, ...codes.map((code) => code & 31)];
}

function checksum(values: readonly number[]): number {
  return values.reduce((sum, value) => {
    const top = sum >>> 25;
    const next = ((sum & 0x1ffffff) << 5) ^ value;
    return GENERATOR.reduce((mixed, part, bit) => ((top >> bit) & 1 ? mixed ^ part : mixed), next);
  }, 1);
}

/** Five-bit groups to bytes; the padding must be short and zero. */
function regroup(values: readonly number[]): Buffer | undefined {
  const bytes: number[] = [];
  let [bits, pending] = [0, 0];
  for (const value of values) {
    pending = ((pending << 5) | value) & 0xfff;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((pending >> bits) & 0xff);
  }
  const padding = pending & ((1 << bits) - 1);
  return bits >= 5 || padding !== 0 ? undefined : Buffer.from(bytes);
}
