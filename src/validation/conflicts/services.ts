import { isJsonObject, type Json, type JsonObject } from '../../core/json.ts';
import { items, text } from '../graph/fields.ts';
import { dnsSubdomain } from '../metadata/syntax.ts';
import { familyOf } from '../server/addresses.ts';
import { conflictIf, missing, says, type Conflict, type StructChecks } from './conflict.ts';
import { isUnknown } from './opaque.ts';

/** What Services have to keep to. */
export const SERVICE_CHECKS: StructChecks = {
  'core.ServiceSpec': (spec) => [
    ...ports(spec),
    ...portsNeeded(spec),
    ...externalName(spec),
    ...clusterAddresses(spec),
    ...families(spec),
    ...nodePorts(spec),
    ...ofLoadBalancers(spec),
    ...ofTraffic(spec),
  ],
};

function ports(spec: JsonObject): Conflict[] {
  const list = items({ value: spec, path: [] }, 'ports');
  const [names, numbers] = [new Set<string>(), new Set<string>()];
  const toldBy = 'graph/duplicate-port' as const;
  return list.flatMap(({ value, path }): Conflict[] => {
    const name = text(value, 'name');
    const number = `${JSON.stringify(value['port'] ?? 0)}/${text(value, 'protocol') ?? 'TCP'}`;
    return [
      ...(list.length > 1 && !says(value, 'name')
        ? [missing([...path, 'name'], 'a Service with several ports needs their names')]
        : []),
      ...(name !== undefined && names.size === names.add(name).size
        ? [{ path: [...path, 'name'], must: 'must not be the name of another port too', toldBy }]
        : []),
      ...(numbers.size === numbers.add(number).size
        ? [{ path: [...path, 'port'], must: 'must not be the port of another one too', toldBy }]
        : []),
    ];
  });
}

function portsNeeded(spec: JsonObject): Conflict[] {
  const { type, clusterIP } = spec;
  const isInside = isOfCluster(spec) || type === 'NodePort' || type === 'LoadBalancer';
  if (!isInside || says(spec, 'ports') || clusterIP === 'None') return [];
  return [missing(['ports'], 'a Service needs at least one, unless it is headless')];
}

function externalName(spec: JsonObject): Conflict[] {
  if (spec['type'] !== 'ExternalName') return [];
  const name = text(spec, 'externalName');
  const wanted = name === undefined ? undefined : dnsSubdomain(name.replace(/\.$/, ''));
  return [
    ...(says(spec, 'externalName')
      ? []
      : [missing(['externalName'], 'type ExternalName needs it')]),
    ...(wanted === undefined
      ? []
      : [{ path: ['externalName'], code: 'schema/format' as const, must: `must be ${wanted}` }]),
    ...['clusterIP', 'clusterIPs', 'ipFamilies', 'ipFamilyPolicy']
      .filter((field) => says(spec, field))
      .map((field) => ({ path: [field], must: 'must not stand beside type ExternalName' })),
  ];
}

function clusterAddresses(spec: JsonObject): Conflict[] {
  const { type, clusterIP, clusterIPs } = spec;
  const isOutside = type === 'LoadBalancer' || type === 'NodePort';
  const [first, ...more] = Array.isArray(clusterIPs) ? clusterIPs : [];
  return [
    ...conflictIf(
      isOutside && (clusterIP ?? first) === 'None',
      ['clusterIP'],
      'must not be None in a Service that is reached from outside',
    ),
    ...(first !== undefined && type !== 'ExternalName'
      ? conflictIf(
          typeof (clusterIP ?? '') === 'string' && (clusterIP ?? '') !== first && !isUnknown(first),
          ['clusterIP'],
          'must equal the first of clusterIPs',
        )
      : []),
    ...conflictIf(
      more.includes('None') || (first === 'None' && more.length > 0),
      ['clusterIPs'],
      'must not have others beside None',
    ),
    ...conflictIf(
      more.length > 0 && sameFamily(first, more[0]),
      ['clusterIPs'],
      'must not have two addresses of one family',
    ),
  ];
}

function sameFamily(a: Json | undefined, b: Json | undefined): boolean {
  if (typeof a !== 'string' || typeof b !== 'string') return false;
  return familyOf(a) !== 0 && familyOf(a) === familyOf(b);
}

function families(spec: JsonObject): Conflict[] {
  const { ipFamilies, ipFamilyPolicy, clusterIP, clusterIPs } = spec;
  const named = Array.isArray(ipFamilies) ? ipFamilies : [];
  const addresses = Array.isArray(clusterIPs) && clusterIPs.length > 0 ? clusterIPs : [clusterIP];
  const isSingle =
    ipFamilyPolicy === 'SingleStack' ||
    ((ipFamilyPolicy ?? null) === null && !(clusterIP === 'None' && !isFilled(spec['selector'])));
  const isOther = addresses.some((address, index) => {
    const family = typeof address === 'string' ? familyOf(address) : 0;
    const wanted = named[index];
    return family !== 0 && typeof wanted === 'string' && wanted !== `IPv${family}`;
  });
  return [
    ...conflictIf(isOther, ['ipFamilies'], 'must be the families of the addresses'),
    ...conflictIf(
      isSingle && spec['type'] !== 'ExternalName' && (named.length > 1 || addresses.length > 1),
      ['ipFamilyPolicy'],
      'must be PreferDualStack or RequireDualStack for two families',
    ),
  ];
}

function isFilled(value: Json | undefined): boolean {
  return isJsonObject(value) && Object.keys(value).length > 0;
}

/** Where clusters have them unless they are told otherwise. */
const NODE_PORTS = { least: 30000, most: 32767 };

function nodePorts(spec: JsonObject): Conflict[] {
  const isInside = isOfCluster(spec);
  const seen = new Set<string>();
  return items({ value: spec, path: [] }, 'ports').flatMap(({ value, path }): Conflict[] => {
    const { nodePort } = value;
    if (typeof nodePort !== 'number' || nodePort === 0) return [];
    const place = [...path, 'nodePort'];
    if (isInside) return [{ path: place, must: 'must not stand in a Service of type ClusterIP' }];
    const key = `${nodePort}/${text(value, 'protocol') ?? 'TCP'}`;
    if (seen.size === seen.add(key).size)
      return [{ path: place, must: 'must not be the port of another one too' }];
    if (nodePort >= NODE_PORTS.least && nodePort <= NODE_PORTS.most) return [];
    const must = `is outside ${NODE_PORTS.least}-${NODE_PORTS.most}, which is all that most clusters take`;
    return [{ path: place, severity: 'warning', must }];
  });
}

function isOfCluster({ type }: JsonObject): boolean {
  return type === undefined || type === null || type === '' || type === 'ClusterIP';
}

const OF_LOAD_BALANCERS = [
  'loadBalancerClass',
  'loadBalancerSourceRanges',
  'allocateLoadBalancerNodePorts',
];

function ofLoadBalancers(spec: JsonObject): Conflict[] {
  if (spec['type'] === 'LoadBalancer' || isUnknown(spec['type'])) return [];
  return OF_LOAD_BALANCERS.filter((field) => says(spec, field)).map((field) => ({
    path: [field],
    must: 'must not stand in a Service of another type than LoadBalancer',
  }));
}

function ofTraffic(spec: JsonObject): Conflict[] {
  const isReached =
    says(spec, 'externalIPs') || spec['type'] === 'NodePort' || spec['type'] === 'LoadBalancer';
  const isChecked =
    (spec['type'] === 'LoadBalancer' || isUnknown(spec['type'])) &&
    (spec['externalTrafficPolicy'] === 'Local' || isUnknown(spec['externalTrafficPolicy']));
  const port = spec['healthCheckNodePort'];
  return [
    ...conflictIf(
      (isOfCluster(spec) || spec['type'] === 'ExternalName') &&
        !(isReached && isOfCluster(spec)) &&
        says(spec, 'externalTrafficPolicy'),
      ['externalTrafficPolicy'],
      'must not stand in a Service that is not reached from outside',
    ),
    ...conflictIf(
      typeof port === 'number' && port !== 0 && !isChecked,
      ['healthCheckNodePort'],
      'must not stand without type LoadBalancer and externalTrafficPolicy Local',
    ),
  ];
}
