import { isIP } from 'node:net';
import { dnsLabel, dnsSubdomain } from '../metadata/syntax.ts';
import type { Format } from '../schema/formats.ts';
import { isAddress, isRange, isSpecial, isStrictAddress, isStrictRange } from './addresses.ts';
import { matching } from './format.ts';

const ADDRESS = 'an IP address such as 10.9.8.7 or 2001:db8::1';
const RANGE = 'a range of addresses such as 10.0.0.0/8';

/** Formats of addresses, hosts and URLs. `strict-…` is what servers take since 1.36. */
export const ADDRESS_FORMATS: readonly (readonly [string, Format])[] = [
  ['address', optional(isAddress, ADDRESS)],
  ['strict-address', optional(isStrictAddress, `${ADDRESS}, without leading zeros`)],
  [
    'endpoint-address',
    optional(
      (text) => isAddress(text) && !isSpecial(text),
      `${ADDRESS}, and none of the host itself or of its link`,
    ),
  ],
  ['cluster-address', optional((text) => text === 'None' || isAddress(text), `None or ${ADDRESS}`)],
  ['cidr', optional(isRange, RANGE)],
  ['strict-cidr', optional(isStrictRange, `${RANGE}, whose other bits are zero`)],
  ['trimmed-cidr', optional((text) => isRange(text.trim()), RANGE)],
  [
    'host',
    optional(
      (text) => isIP(text) === 0 && isWildcard(text),
      'a host name, or one that starts with *., and no address',
    ),
  ],
  ['wildcard-domain', optional(isWildcard, 'a host name, or one that starts with *.')],
  ['dotted-domain', optional(isDotted, 'a domain name')],
  [
    'dotted-group',
    optional((text) => isSubdomain(text) && text.includes('.'), 'a domain such as example.org'),
  ],
  [
    'qualified-domain',
    optional(
      (text) => isSubdomain(text) && text.split('.').length > 2,
      'a domain of three parts or more such as policy.example.org',
    ),
  ],
  [
    'search-domain',
    optional(
      (text) => text === '.' || isSearch(text.replace(/\.$/, '')),
      'a domain such as svc.cluster.local',
    ),
  ],
  ['full-domain', optional(isFullDomain, 'a domain of two parts or more such as a.example.org')],
  [
    'host-ports',
    optional(
      (text) => text.split(',').every((pair) => /^(\[[^[\]]*\]|[^:[\]]*):[^:]*$/.test(pair)),
      'hosts with ports such as a.example.org:7861',
    ),
  ],
  [
    'webhook-url',
    optional(
      isWebhookUrl,
      'a URL such as https://example.org/path, without user, query and fragment',
    ),
  ],
  [
    'webhook-path',
    optional(isWebhookPath, 'a path such as /validate, of letters, digits, - and .'),
  ],
  [
    'url-pattern',
    optional(
      (text) =>
        text === '*' ||
        (/^\/[^* ]*(\/\*)?$/.test(text.replace(/^\/\*$/, '/')) && !text.includes('//')),
      'a path such as /healthz or /apis/*',
    ),
  ],
  [
    'group-version',
    matching(
      /^([a-z0-9]([-a-z0-9.]*[a-z0-9])?\/)?[a-z]([-a-z0-9]*[a-z0-9])?$/,
      'a version such as v1 or apps/v1',
    ),
  ],
];

function optional(test: (text: string) => boolean, wanted: string): Format {
  return { test: (text) => text === '' || test(text), wanted };
}

function isSubdomain(text: string): boolean {
  return dnsSubdomain(text) === undefined;
}

function isWildcard(text: string): boolean {
  return isSubdomain(text.replace(/^\*\./, ''));
}

function isDotted(text: string): boolean {
  return isSubdomain(text.replace(/\.$/, ''));
}

/** Search domains may have underscores. */
function isSearch(text: string): boolean {
  return (
    text.length <= 253 &&
    /^_?[a-z0-9]([-_a-z0-9]*[a-z0-9])?(\._?[a-z0-9]([-_a-z0-9]*[a-z0-9])?)*$/.test(text)
  );
}

function isFullDomain(text: string): boolean {
  const name = text.replace(/\.$/, '');
  const parts = name.split('.');
  return (
    isSubdomain(name) && parts.length > 1 && parts.every((part) => dnsLabel(part) === undefined)
  );
}

function isWebhookUrl(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return (
    url?.protocol === 'https:' &&
    url.hostname !== '' &&
    `${url.username}${url.password}${url.search}${url.hash}` === '' &&
    /^https:\/\//i.test(text)
  );
}

function isWebhookPath(text: string): boolean {
  if (text === '/') return true;
  const path = text.slice(1).replace(/\/$/, '');
  return text.startsWith('/') && path.split('/').every(isSubdomain);
}
