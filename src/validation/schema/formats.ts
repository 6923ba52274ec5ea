import { isIPv4, isIPv6 } from 'node:net';
import { SERVER_FORMATS } from '../server/formats.ts';

export interface Format {
  readonly test: (text: string) => boolean;
  /** Reads on from "must be". */
  readonly wanted: string;
}

/** Formats of strings that servers check. */
export const FORMATS: ReadonlyMap<string, Format> = new Map([
  ['byte', { test: isBase64, wanted: 'base64' }],
  ['date-time', { test: isDateTime, wanted: 'a date and time such as 2026-01-31T12:00:00Z' }],
  ['date', { test: isDate, wanted: 'a date such as 2026-01-31' }],
  ['uuid', { test: (text: string) => UUID.test(text), wanted: 'a UUID' }],
  ['ipv4', { test: isIPv4, wanted: 'an IPv4 address' }],
  ['ipv6', { test: isIPv6, wanted: 'an IPv6 address' }],
  ...SERVER_FORMATS,
]);

const UUID = /^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i;

/** Base64 as the API server reads it: standard alphabet, padded; line breaks are ignored. */
export function isBase64(text: string): boolean {
  const body = /[\r\n]/.test(text) ? text.replaceAll(/[\r\n]/g, '') : text;
  return body.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(body);
}

function isDateTime(text: string): boolean {
  const match =
    /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d([.,]\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/.exec(
      text,
    );
  return match !== null && isDate(match[1] ?? '');
}

function isDate(text: string): boolean {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (match === null) return false;
  const [year, month, day] = match.slice(1).map(Number);
  const date = new Date(Date.UTC(2000, 0));
  date.setUTCFullYear(year ?? 0, (month ?? 0) - 1, day);
  return date.getUTCMonth() === (month ?? 0) - 1 && date.getUTCDate() === day;
}

const INT32 = 2 ** 31;

/** True when an integer fits its format. */
export function fits(value: number, format: string | undefined): boolean {
  return format !== 'int32' || (value >= -INT32 && value < INT32);
}
