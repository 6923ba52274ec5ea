import { Timestamp } from './node.ts';

const DATE = /^(\d{4})-(\d{1,2})-(\d{1,2})/;
const CLOCK = /^(\d{1,2}):(\d{1,2}):(\d{1,2})(?:[.,](\d+))?/;
const ZONE = /^(?:Z|([-+])(\d\d):(\d\d))$/;

/**
 * The four timestamp forms go-yaml knows: date, date with `T` or `t`, time and zone, and date, blanks
 * and time without zone. Undefined for everything else, impossible dates included.
 */
export function parseTimestamp(text: string): Timestamp | undefined {
  const date = DATE.exec(text);
  if (date === null) return undefined;
  const [year, month, day] = [Number(date[1]), Number(date[2]), Number(date[3])];
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined;
  const prefix = `${date[1] ?? ''}-${two(month)}-${two(day)}`;
  const rest = text.slice(date[0].length);
  if (rest === '') return new Timestamp(`${prefix}T00:00:00Z`);
  const zoned = /^[Tt]/.test(rest);
  if (!zoned && !rest.startsWith(' ')) return undefined;
  const clock = parseClock(rest.replace(/^(?:[Tt]| +)/, ''), zoned);
  return clock === undefined ? undefined : new Timestamp(`${prefix}T${clock}`);
}

function parseClock(text: string, zoned: boolean): string | undefined {
  const clock = CLOCK.exec(text);
  if (clock === null) return undefined;
  const [hour, minute, second] = [Number(clock[1]), Number(clock[2]), Number(clock[3])];
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  const zone = zoneOf(text.slice(clock[0].length), zoned);
  if (zone === undefined) return undefined;
  const fraction = (clock[4] ?? '').slice(0, 9).replace(/0+$/, '');
  return `${two(hour)}:${two(minute)}:${two(second)}${fraction === '' ? '' : `.${fraction}`}${zone}`;
}

function zoneOf(text: string, zoned: boolean): string | undefined {
  if (!zoned) return text === '' ? 'Z' : undefined;
  const zone = ZONE.exec(text);
  if (zone === null) return undefined;
  const [hours, minutes] = [Number(zone[2] ?? 0), Number(zone[3] ?? 0)];
  if (hours > 24 || minutes > 60) return undefined;
  return hours === 0 && minutes === 0 ? 'Z' : text;
}

function daysIn(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  if (month === 2) return leap ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
