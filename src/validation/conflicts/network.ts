import { isJsonObject, type JsonObject } from '../../core/json.ts';
import { items, text } from '../graph/fields.ts';
import { dnsSubdomain, pathSegment } from '../metadata/syntax.ts';
import { familyOf, isInside, isSpecial } from '../server/addresses.ts';
import { FORMATS } from '../schema/formats.ts';
import {
  conflictIf,
  missing,
  says,
  type Conflict,
  type Server,
  type StructChecks,
} from './conflict.ts';

/** What Ingresses, NetworkPolicies and lists of endpoints have to keep to. */
export const NETWORK_CHECKS: StructChecks = {
  'networking.IngressSpec': (spec) =>
    says(spec, 'defaultBackend') || says(spec, 'rules')
      ? []
      : [missing([], 'an Ingress needs rules or a defaultBackend')],
  'networking.HTTPIngressPath': ingressPath,
  'networking.IngressBackend': ({ resource }) =>
    isJsonObject(resource) ? reference(resource, ['resource']) : [],
  'networking.IngressClassParametersReference': ({ scope, namespace }) => [
    ...(scope === 'Namespace' && (namespace ?? null) === null
      ? [missing(['namespace'], 'scope Namespace needs it')]
      : []),
    ...conflictIf(
      (scope === undefined || scope === 'Cluster') && (namespace ?? null) !== null,
      ['namespace'],
      'must not stand beside scope Cluster',
    ),
  ],
  'networking.NetworkPolicyPeer': (peer) =>
    says(peer, 'ipBlock')
      ? ['podSelector', 'namespaceSelector']
          .filter((field) => says(peer, field))
          .map((field) => ({ path: [field], must: 'must not stand beside ipBlock' }))
      : says(peer, 'podSelector') || says(peer, 'namespaceSelector')
        ? []
        : [missing([], 'it needs ipBlock, podSelector or namespaceSelector')],
  'networking.NetworkPolicyPort': ({ port, endPort }) =>
    conflictIf(
      typeof endPort === 'number' && !(typeof port === 'number' && endPort >= port),
      ['endPort'],
      'must stand behind a port with a number that is not above it',
    ),
  'networking.IPBlock': ({ cidr, except }) =>
    typeof cidr === 'string' && Array.isArray(except)
      ? except.flatMap((range, index) =>
          conflictIf(
            typeof range === 'string' && isInside(range, cidr) === false,
            ['except', index],
            `must lie in ${cidr} and be smaller`,
          ),
        )
      : [],
  'networking.ServiceCIDRSpec': ({ cidrs }) => {
    const [first, second] = Array.isArray(cidrs) ? cidrs : [];
    const isSame =
      typeof first === 'string' &&
      typeof second === 'string' &&
      familyOf(first) === familyOf(second);
    return conflictIf(isSame, ['cidrs'], 'must not have two ranges of one family');
  },
  'discovery.EndpointSlice': endpoints,
  'core.EndpointSubset': (subset) => {
    const ports = items({ value: subset, path: [] }, 'ports');
    if (ports.length < 2) return [];
    return ports
      .filter(({ value }) => !says(value, 'name'))
      .map(({ path }) => missing([...path, 'name'], 'several ports need their names'));
  },
};

const BAD_PARTS = ['//', '/./', '/../', '%2f', '%2F'];
const BAD_ENDS = ['/..', '/.'];

function ingressPath(path: JsonObject): Conflict[] {
  const { pathType } = path;
  if (pathType !== 'Exact' && pathType !== 'Prefix') return [];
  const written = text(path, 'path');
  if (written === undefined)
    return says(path, 'path')
      ? []
      : [missing(['path'], `pathType ${pathType} needs one, such as /`)];
  const bad = [
    ...BAD_PARTS.filter((part) => written.includes(part)),
    ...BAD_ENDS.filter((end) => written.endsWith(end)),
  ];
  return bad.slice(0, 1).map((part) => ({
    path: ['path'],
    must: `must not contain ${part} with pathType ${pathType}`,
  }));
}

function reference(value: JsonObject, path: string[]): Conflict[] {
  const { apiGroup, kind, name } = value;
  const rows = [
    ['apiGroup', apiGroup, dnsSubdomain],
    ['kind', kind, pathSegment],
    ['name', name, pathSegment],
  ] as const;
  return rows.flatMap(([field, given, syntax]): Conflict[] => {
    const isChecked = typeof given === 'string' && (given !== '' || field === 'apiGroup');
    const wanted = isChecked ? syntax(given) : undefined;
    return wanted === undefined
      ? []
      : [{ path: [...path, field], code: 'schema/format', must: `must be ${wanted}` }];
  });
}

/** Addresses are of the type that the slice names. */
function endpoints(slice: JsonObject, _: unknown, { minor }: Server): Conflict[] {
  const { addressType } = slice;
  const isFine = typeof addressType === 'string' ? addressTest(addressType, minor) : undefined;
  const names = new Set<string>();
  return [
    ...items({ value: slice, path: [] }, 'ports').flatMap(({ value, path }) => {
      const name = text(value, 'name') ?? '';
      const isTaken = names.size === names.add(name).size;
      return conflictIf(isTaken, [...path, 'name'], 'must not be the name of another port too');
    }),
    ...items({ value: slice, path: [] }, 'endpoints').flatMap(({ value, path }) => {
      const { addresses } = value;
      if (isFine === undefined || !Array.isArray(addresses)) return [];
      return addresses.flatMap((address, index) =>
        conflictIf(
          typeof address === 'string' && !isFine(address),
          [...path, 'addresses', index],
          `must be ${WANTED[typeof addressType === 'string' ? addressType : ''] ?? 'an address'}`,
        ),
      );
    }),
  ];
}

const WANTED: Readonly<Record<string, string>> = {
  IPv4: 'an IPv4 address, and none of the host itself or of its link',
  IPv6: 'an IPv6 address, and none of the host itself or of its link',
  FQDN: 'a domain of two parts or more',
};

/** The version whose servers take no leading zeros. */
const STRICT = 36;

function addressTest(type: string, minor: number): ((text: string) => boolean) | undefined {
  if (type === 'FQDN')
    return (text) => text !== '' && FORMATS.get('full-domain')?.test(text) === true;
  const isStrict = minor >= STRICT || type === 'IPv6';
  const format = FORMATS.get(isStrict ? 'strict-address' : 'address');
  const family = { IPv4: 4, IPv6: 6 }[type];
  if (family === undefined) return undefined;
  return (text) =>
    text !== '' && format?.test(text) === true && familyOf(text) === family && !isSpecial(text);
}
