import { BlockList, isIP } from 'node:net';

/** True for an address as servers have always read them: leading zeros are ignored. */
export function isAddress(text: string): boolean {
  return isIP(withoutZeros(text)) !== 0;
}

/** Without leading zeros, and no IPv4 address in the clothes of IPv6. */
export function isStrictAddress(text: string): boolean {
  return isIP(text) !== 0 && !/^::ffff:\d/i.test(text);
}

/** The address as Kubernetes writes it; undefined for a text that is none. */
export function canonicalAddress(text: string): string | undefined {
  if (isIP(text) !== 6) return isIP(text) === 4 ? text : undefined;
  return isStrictAddress(text) ? new URL(`http://[${text}]`).hostname.slice(1, -1) : undefined;
}

export function isRange(text: string): boolean {
  return rangeOf(text) !== undefined;
}

/** The bits behind the prefix are zero. */
export function isStrictRange(text: string): boolean {
  const range = rangeOf(text);
  if (range === undefined || !isStrictAddress(text.split('/', 1)[0] ?? '')) return false;
  const rest = range.width - range.bits;
  return (range.value & ((1n << BigInt(rest)) - 1n)) === 0n;
}

/** True when `inner` lies in `outer` and is smaller; undefined when one of them is no range. */
export function isInside(inner: string, outer: string): boolean | undefined {
  const [small, large] = [rangeOf(inner), rangeOf(outer)];
  if (small === undefined || large === undefined) return undefined;
  const rest = BigInt(large.width - large.bits);
  return (
    small.width === large.width &&
    small.bits > large.bits &&
    small.value >> rest === large.value >> rest
  );
}

const SPECIAL = new BlockList();
SPECIAL.addSubnet('127.0.0.0', 8);
SPECIAL.addSubnet('169.254.0.0', 16);
SPECIAL.addSubnet('224.0.0.0', 24);
SPECIAL.addAddress('0.0.0.0');
for (const [address, bits] of [
  ['::', 128],
  ['::1', 128],
  ['fe80::', 10],
  ['ff02::', 16],
] as const)
  SPECIAL.addSubnet(address, bits, 'ipv6');

/** True for addresses that no endpoint has: unspecified, of the host itself, of its link. */
export function isSpecial(text: string): boolean {
  const address = withoutZeros(text);
  return SPECIAL.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}

/** 4 or 6; 0 for a text that is no address, or no range. */
export function familyOf(text: string): 0 | 4 | 6 {
  return isIP(withoutZeros(text.split('/', 1)[0] ?? '')) as 0 | 4 | 6;
}

interface AddressRange {
  readonly value: bigint;
  readonly width: 32 | 128;
  readonly bits: number;
}

function rangeOf(text: string): AddressRange | undefined {
  const [, written = '', prefix] = /^([^/]+)\/(\d{1,3})$/.exec(text) ?? [];
  const address = withoutZeros(written);
  const family = isIP(address);
  const width = family === 4 ? 32 : 128;
  if (family === 0 || Number(prefix) > width) return undefined;
  return {
    value: family === 4 ? numberOf4(address) : numberOf6(address),
    width,
    bits: Number(prefix),
  };
}

function withoutZeros(text: string): string {
  return /^[\d.]+$/.test(text) ? text.replaceAll(/(?<![\d])0+(?=\d)/g, '') : text;
}

function numberOf4(address: string): bigint {
  return address.split('.').reduce((value, part) => (value << 8n) | BigInt(part), 0n);
}

function numberOf6(address: string): bigint {
  const plain = address.replace(/\d+\.\d+\.\d+\.\d+$/, (tail) => {
    const value = numberOf4(tail);
    return `${(value >> 16n).toString(16)}:${(value & 0xffffn).toString(16)}`;
  });
  const [head = '', tail] = plain.split('::', 2);
  const before = head.split(':').filter(Boolean);
  const after = (tail ?? '').split(':').filter(Boolean);
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length;
  const groups = [...before, ...Array<string>(Math.max(zeros, 0)).fill('0'), ...after];
  return groups.reduce((value, group) => (value << 16n) | BigInt(`0x${group}`), 0n);
}
