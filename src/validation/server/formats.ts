import {
  dataKey,
  dnsLabel,
  dnsSubdomain,
  labelValue,
  pathSegment,
  portName,
  qualifiedName,
  serviceName,
  type Syntax,
} from '../metadata/syntax.ts';
import type { Format } from '../schema/formats.ts';
import { amountOf } from '../schema/quantity.ts';
import { ADDRESS_FORMATS } from './address-formats.ts';
import { DEFINITION_FORMATS } from './definition-formats.ts';
import { matching } from './format.ts';
import { NAME_FORMATS } from './name-formats.ts';
import { isSchedule } from './schedule.ts';

/** Formats that no schema names: what API servers check in fields of Kubernetes' own kinds (groups/). */
export const SERVER_FORMATS: readonly (readonly [string, Format])[] = [
  ['dns-label', ofSyntax(dnsLabel, 'A')],
  ['dns-subdomain', ofSyntax(dnsSubdomain, 'A')],
  ['service-name', ofSyntax(serviceName, 'A')],
  ['label-value', ofSyntax(labelValue, '-')],
  ['qualified-name', ofSyntax(qualifiedName, '-')],
  ['path-segment', ofSyntax(pathSegment, '/')],
  ['data-key', ofSyntax(dataKey, '/')],
  ['port-name', ofSyntax(portName, '-')],
  ['caseless-name', caseless(qualifiedName, '-')],
  ['caseless-service-name', caseless(serviceName, '-')],
  ['kind', caseless(serviceName, '-')],
  ['trimmed', matching(/^\S(.*\S)?$/s, 'a text without blanks around it')],
  ['not-blank', matching(/\S/, 'a text with more than blanks')],
  ['one-line', matching(/^(?=.*\S)[^\n\r]*$/s, 'a line of text')],
  [
    'not-negative',
    matching(/^(?!-0*[1-9]|-0*\.0*[1-9]|-0+\.0*[1-9])/, 'an amount that is not negative'),
  ],
  ['positive', matching(/^(?!-|\+?[0.]+([a-zA-Z]|$))/, 'an amount above zero')],
  ['ratio', { test: (text) => (amountOf(text) ?? 1) >= 1, wanted: 'at least 1' }],
  ['amount', matching(/^\d+%$/, 'a number or a percentage such as 25%')],
  ['share', matching(/^0*(\d{1,2}|100)%$/, 'a number or a percentage up to 100%')],
  ['absolute-path', matching(/^\//, 'a path that starts with /')],
  ['inner-path', { test: isInnerPath, wanted: 'a relative path without ..' }],
  [
    'inner-file',
    {
      test: (text) => isInnerPath(text) && !text.startsWith('..'),
      wanted: 'a relative path without .. and not starting with two dots',
    },
  ],
  ['no-backsteps', { test: (text) => !hasBacksteps(text), wanted: 'a path without ..' }],
  ['no-slash', matching(/^[^/]*$/, 'a name without /')],
  [
    'schedule',
    {
      test: isSchedule,
      wanted:
        'a schedule of five fields such as 0 3 * * *, or one such as @daily; its time zone belongs into timeZone',
    },
  ],
  ['time-zone', { test: isTimeZone, wanted: 'a time zone such as Europe/Lisbon' }],
  ...NAME_FORMATS,
  ...ADDRESS_FORMATS,
  ...DEFINITION_FORMATS,
];

/** @param bad a text that the syntax refuses: it says what is wanted */
function ofSyntax(syntax: Syntax, bad: string): Format {
  return { test: (text) => text === '' || syntax(text) === undefined, wanted: syntax(bad) ?? '' };
}

function caseless(syntax: Syntax, bad: string): Format {
  const { test, wanted } = ofSyntax(syntax, bad);
  return { test: (text) => test(text.toLowerCase()), wanted: `${wanted}, in any case` };
}

function isInnerPath(text: string): boolean {
  return !text.startsWith('/') && !hasBacksteps(text);
}

function hasBacksteps(text: string): boolean {
  return text.split('/').includes('..');
}

/** Names are case-sensitive for servers, and `Local` is none. */
function isTimeZone(text: string): boolean {
  if (text === '') return true;
  try {
    return /^[A-Za-z]/.test(text) && Boolean(new Intl.DateTimeFormat('en', { timeZone: text }));
  } catch {
    return false;
  }
}
