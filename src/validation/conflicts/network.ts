import { isJsonObject, type JsonObject } from '../../core/json.ts';
import { items, text } from '../graph/fields.ts';
import { conflictIf, missing, says, type Conflict, type StructChecks } from './conflict.ts';

/** What Services, Ingresses and NetworkPolicies have to keep to. */
export const NETWORK_CHECKS: StructChecks = {
  ServiceSpec: (spec) => [
    ...portNames(spec),
    ...portsNeeded(spec),
    ...externalName(spec),
    ...clusterAddress(spec),
    ...nodePorts(spec),
    ...ofLoadBalancers(spec),
    ...ofTraffic(spec),
  ],
  IngressSpec: (spec) =>
    says(spec, 'defaultBackend') || (Array.isArray(spec['rules']) && spec['rules'].length > 0)
      ? []
      : [missing([], 'an Ingress needs rules or a defaultBackend')],
  HTTPIngressRuleValue: ({ paths }) =>
    Array.isArray(paths) && paths.length === 0
      ? [missing(['paths'], 'a rule with http needs at least one')]
      : [],
  HTTPIngressPath: (path) => {
    const { pathType } = path;
    const isPath = pathType === 'Exact' || pathType === 'Prefix';
    return isPath && !says(path, 'path')
      ? [missing(['path'], `pathType ${pathType} needs one, such as /`)]
      : [];
  },
  NetworkPolicyPeer: (peer) =>
    says(peer, 'ipBlock')
      ? ['podSelector', 'namespaceSelector']
          .filter((field) => says(peer, field))
          .map((field) => ({ path: [field], must: 'must not stand beside ipBlock' }))
      : says(peer, 'podSelector') || says(peer, 'namespaceSelector')
        ? []
        : [missing([], 'it needs ipBlock, podSelector or namespaceSelector')],
  NetworkPolicyPort: ({ port, endPort }) =>
    conflictIf(
      typeof endPort === 'number' && !(typeof port === 'number' && endPort >= port),
      ['endPort'],
      'must stand behind a port with a number that is not above it',
    ),
};

function portNames(spec: JsonObject): Conflict[] {
  const ports = items({ value: spec, path: [] }, 'ports');
  if (ports.length < 2) return [];
  return ports
    .filter(({ value }) => !says(value, 'name'))
    .map(({ path }) =>
      missing([...path, 'name'], 'a Service with several ports needs their names'),
    );
}

function portsNeeded(spec: JsonObject): Conflict[] {
  const { type, clusterIP, ports } = spec;
  const isInside = isOfCluster(spec) || type === 'NodePort' || type === 'LoadBalancer';
  const hasPorts =
    ports !== undefined && ports !== null && !(Array.isArray(ports) && ports.length === 0);
  if (!isInside || hasPorts || clusterIP === 'None') return [];
  return [missing(['ports'], 'a Service needs at least one, unless it is headless')];
}

function externalName(spec: JsonObject): Conflict[] {
  if (spec['type'] !== 'ExternalName') return [];
  return [
    ...(says(spec, 'externalName')
      ? []
      : [missing(['externalName'], 'type ExternalName needs it')]),
    ...conflictIf(
      says(spec, 'clusterIP'),
      ['clusterIP'],
      'must not stand beside type ExternalName',
    ),
  ];
}

function clusterAddress({ type, clusterIP }: JsonObject): Conflict[] {
  const isOutside = type === 'LoadBalancer' || type === 'NodePort';
  return conflictIf(
    isOutside && clusterIP === 'None',
    ['clusterIP'],
    'must not be None in a Service that is reached from outside',
  );
}

/** Where clusters have them unless they are told otherwise. */
const NODE_PORTS = { least: 30000, most: 32767 };

function nodePorts(spec: JsonObject): Conflict[] {
  const isInside = isOfCluster(spec);
  return items({ value: spec, path: [] }, 'ports').flatMap(({ value, path }): Conflict[] => {
    const { nodePort } = value;
    if (typeof nodePort !== 'number' || nodePort === 0) return [];
    const place = [...path, 'nodePort'];
    if (isInside) return [{ path: place, must: 'must not stand in a Service of type ClusterIP' }];
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
  if (!isOfCluster(spec) && spec['type'] !== 'NodePort') return [];
  return OF_LOAD_BALANCERS.filter((field) => says(spec, field)).map((field) => ({
    path: [field],
    must: 'must not stand in a Service of another type than LoadBalancer',
  }));
}

function ofTraffic(spec: JsonObject): Conflict[] {
  const isReached = Array.isArray(spec['externalIPs']) && spec['externalIPs'].length > 0;
  const affinity = text(spec, 'sessionAffinity') ?? 'None';
  return [
    ...conflictIf(
      isOfCluster(spec) && !isReached && says(spec, 'externalTrafficPolicy'),
      ['externalTrafficPolicy'],
      'must not stand in a Service of type ClusterIP',
    ),
    ...conflictIf(
      affinity === 'None' && isJsonObject(spec['sessionAffinityConfig']),
      ['sessionAffinityConfig'],
      'must not stand without sessionAffinity ClientIP',
    ),
  ];
}
