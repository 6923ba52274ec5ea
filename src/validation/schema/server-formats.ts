import { isIP } from 'node:net';
import {
  dataKey,
  dnsLabel,
  dnsSubdomain,
  labelValue,
  portName,
  qualifiedName,
  type Syntax,
} from '../metadata/syntax.ts';
import type { Format } from './formats.ts';
import { isSchedule } from './schedule.ts';

/** Formats that no schema names: what API servers check in fields of Kubernetes' own kinds (server-limits.ts). */
export const SERVER_FORMATS: readonly (readonly [string, Format])[] = [
  ['dns-label', ofSyntax(dnsLabel, 'A')],
  ['dns-subdomain', ofSyntax(dnsSubdomain, 'A')],
  ['label-value', ofSyntax(labelValue, '-')],
  ['qualified-name', ofSyntax(qualifiedName, '-')],
  ['data-key', ofSyntax(dataKey, '/')],
  ['port-name', ofSyntax(portName, '-')],
  ['variable', matching(/^[\x20-<>-~]+$/, 'printable characters without =')],
  ['trimmed', matching(/^\S(.*\S)?$/s, 'a text without blanks around it')],
  ['not-negative', matching(/^[^-]/, 'an amount that is not negative')],
  ['positive', matching(/^(?!-|\+?[0.]+([a-zA-Z]|$))/, 'an amount above zero')],
  ['amount', matching(/^\d+%$/, 'a number or a percentage such as 25%')],
  ['absolute-path', matching(/^\//, 'a path that starts with /')],
  ['inner-path', { test: isInnerPath, wanted: 'a relative path without ..' }],
  [
    'pod-field',
    { test: isPodField, wanted: 'a field of the pod such as metadata.name or status.podIP' },
  ],
  [
    'schedule',
    {
      test: isSchedule,
      wanted: 'a schedule of five fields such as 0 3 * * *, or one such as @daily',
    },
  ],
  ['time-zone', { test: isTimeZone, wanted: 'a time zone such as Europe/Lisbon' }],
  [
    'cluster-address',
    { test: (text) => text === 'None' || isAddress(text), wanted: 'None or an IP address' },
  ],
  [
    'domain-path',
    matching(
      /^[a-z0-9]([-a-z0-9.]*[a-z0-9])?\/\S+$/,
      'a domain and a path such as example.org/ingress',
    ),
  ],
  ['address', { test: isAddress, wanted: 'an IP address' }],
  ['cidr', { test: isRange, wanted: 'a range of addresses such as 10.0.0.0/8' }],
  ['host', { test: isHost, wanted: 'a host name, or one that starts with *., and no address' }],
];

/** @param bad a text that the syntax refuses: it says what is wanted */
function ofSyntax(syntax: Syntax, bad: string): Format {
  return { test: (text) => text === '' || syntax(text) === undefined, wanted: syntax(bad) ?? '' };
}

function matching(pattern: RegExp, wanted: string): Format {
  return { test: (text) => text === '' || pattern.test(text), wanted };
}

function isInnerPath(text: string): boolean {
  return !text.startsWith('/') && !text.split('/').includes('..');
}

const POD_FIELDS =
  /^(metadata\.(name|namespace|uid|labels|annotations)|metadata\.(labels|annotations)\['.+'\]|spec\.(nodeName|serviceAccountName)|status\.(hostIP|podIP)s?)$/;

function isPodField(text: string): boolean {
  return text === '' || POD_FIELDS.test(text);
}

function isHost(text: string): boolean {
  if (text === '') return true;
  return isIP(text) === 0 && dnsSubdomain(text.replace(/^\*\./, '')) === undefined;
}

function isTimeZone(text: string): boolean {
  if (text === '') return true;
  try {
    return /^[A-Z]/i.test(text) && Boolean(new Intl.DateTimeFormat('en', { timeZone: text }));
  } catch {
    return false;
  }
}

function isAddress(text: string): boolean {
  return text === '' || isIP(text) !== 0;
}

function isRange(text: string): boolean {
  const [, address = '', bits] = /^(.+)\/(\d{1,3})$/.exec(text) ?? [];
  const most = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
  return Number(bits) <= most;
}
