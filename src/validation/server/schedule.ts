/** True for a schedule that CronJobs take: five fields, or one such as `@daily`. Empty texts are told elsewhere. */
export function isSchedule(text: string): boolean {
  if (text === '') return true;
  if (text.includes('TZ')) return false;
  if (/^@(yearly|annually|monthly|weekly|daily|midnight|hourly)$/.test(text)) return true;
  if (/^@every (\d*\.?\d+(ns|us|µs|ms|s|m|h))+$/.test(text)) return true;
  const fields = text.trim().split(/\s+/);
  return (
    fields.length === FIELDS.length &&
    FIELDS.every((field, index) =>
      (fields[index] ?? '').split(',').every((part) => isPart(part, field)),
    )
  );
}

interface Field {
  readonly least: number;
  readonly most: number;
  readonly names: readonly string[];
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const DAYS = 'sun mon tue wed thu fri sat'.split(' ');

const FIELDS: readonly Field[] = [
  { least: 0, most: 59, names: [] },
  { least: 0, most: 23, names: [] },
  { least: 1, most: 31, names: [] },
  { least: 1, most: 12, names: MONTHS },
  { least: 0, most: 6, names: DAYS },
];

/** `*`, `5`, `MON-FRI`, `*\/15`, `10-20/2`. */
function isPart(part: string, field: Field): boolean {
  const [, range = '', step] = /^([^/]+)(?:\/(\d+))?$/.exec(part) ?? [];
  if (step !== undefined && Number(step) === 0) return false;
  if (range === '*' || range === '?') return true;
  const [from, to, ...more] = range.split('-').map((end) => numberOf(end, field));
  if (from === undefined || more.length > 0) return false;
  const last = range.includes('-') ? to : from;
  return last !== undefined && from >= field.least && last <= field.most && from <= last;
}

function numberOf(text: string, { least, names }: Field): number | undefined {
  if (/^\d+$/.test(text)) return Number(text);
  const index = names.indexOf(text.toLowerCase());
  return index < 0 ? undefined : index + least;
}
