import { isJsonObject, type JsonObject } from '../../core/json.ts';
import { items, record, text } from '../graph/fields.ts';
import { conflictIf, missing, says, type Conflict, type StructChecks } from './conflict.ts';
import { isUnknown } from './opaque.ts';

/** What kinds that stand for a part of the cluster have to keep to. */
export const CLUSTER_CHECKS: StructChecks = {
  'core.Namespace': ({ metadata }) => podSecurity(record(metadata, 'labels')),
  'scheduling.PriorityClass': priority,
  'apiregistration.APIServiceSpec': apiService,
  'resource.DeviceRequest': (request, { fields }) =>
    fields?.has('exactly') === true
      ? [
          ...(says(request, 'exactly') || says(request, 'firstAvailable')
            ? []
            : [missing([], 'it needs one of exactly, firstAvailable')]),
          ...conflictIf(
            isJsonObject(request['exactly']) && says(request, 'firstAvailable'),
            ['firstAvailable'],
            'must not stand beside exactly',
          ),
        ]
      : [],
  'resource.ExactDeviceRequest': count,
  'resource.DeviceSubRequest': count,
  'resource.DeviceClaim': (claim) => requestNames(claim),
  'resource.ResourceSliceSpec': (spec) => {
    const given = ['nodeName', 'nodeSelector', 'allNodes', 'perDeviceNodeSelection'].filter(
      (field) => says(spec, field) && spec[field] !== false,
    );
    return [
      ...(given.length === 0
        ? [missing([], 'it needs a node: nodeName, nodeSelector or allNodes')]
        : []),
      ...conflictIf(given.length > 1, [given[1] ?? ''], `must not stand beside ${given[0] ?? ''}`),
      ...['allNodes', 'perDeviceNodeSelection'].flatMap((field) =>
        conflictIf(spec[field] === false, [field], 'must be true or left out'),
      ),
    ];
  },
};

const LEVELS: ReadonlySet<string> = new Set(['privileged', 'baseline', 'restricted']);
const SECURITY = /^pod-security\.kubernetes\.io\/(enforce|warn|audit)(-version)?$/;

/** Labels that tell the server how pods of a namespace are looked at. */
function podSecurity(labels: JsonObject): Conflict[] {
  return Object.entries(labels).flatMap(([name, value]) => {
    const match = SECURITY.exec(name);
    if (match === null || typeof value !== 'string') return [];
    const isVersion = match[2] !== undefined;
    const isFine = isVersion ? /^(latest|v1\.(0|[1-9]\d*))$/.test(value) : LEVELS.has(value);
    return conflictIf(
      !isFine,
      ['metadata', 'labels', name],
      isVersion
        ? 'must be latest or a version such as v1.32'
        : 'must be privileged, baseline or restricted',
    );
  });
}

const OF_SYSTEM: Readonly<Record<string, number>> = {
  'system-node-critical': 2_000_001_000,
  'system-cluster-critical': 2_000_000_000,
};
const MOST_PRIORITY = 1_000_000_000;

function priority({ metadata, value, globalDefault }: JsonObject): Conflict[] {
  const name = text(metadata, 'name') ?? '';
  if (!name.startsWith('system-'))
    return conflictIf(
      typeof value === 'number' && value > MOST_PRIORITY,
      ['value'],
      `must be at most ${MOST_PRIORITY}: what is above belongs to the system`,
    );
  const isSystem =
    Object.hasOwn(OF_SYSTEM, name) && OF_SYSTEM[name] === value && globalDefault !== true;
  return conflictIf(!isSystem, ['metadata', 'name'], 'must not start with system-');
}

function apiService(spec: JsonObject): Conflict[] {
  const isInsecure = spec['insecureSkipTLSVerify'] === true;
  const isLocal = !isJsonObject(spec['service']);
  return [
    ...(!says(spec, 'group') && spec['version'] !== 'v1'
      ? [missing(['group'], 'versions other than v1 need it')]
      : []),
    ...conflictIf(
      isInsecure && says(spec, 'caBundle'),
      ['insecureSkipTLSVerify'],
      'must not be true beside caBundle',
    ),
    ...(isLocal ? ['caBundle', 'insecureSkipTLSVerify'] : []).flatMap((field) =>
      conflictIf(
        says(spec, field) && spec[field] !== false,
        [field],
        'must not stand without service',
      ),
    ),
  ];
}

function count({ allocationMode, count: number }: JsonObject): Conflict[] {
  const isAll = allocationMode === 'All';
  return [
    ...conflictIf(
      isAll && typeof number === 'number' && number !== 0,
      ['count'],
      'must not stand beside All',
    ),
    ...conflictIf(
      !isAll && typeof number === 'number' && number < 0,
      ['count'],
      'must be above zero',
    ),
  ];
}

/** Constraints and configurations are of requests of the claim. */
function requestNames(claim: JsonObject): Conflict[] {
  const at = { value: claim, path: [] };
  const requests = items(at, 'requests');
  const isOpen = requests.some(
    (request) =>
      isUnknown(request.value['name']) ||
      items(request, 'firstAvailable').some(({ value }) => isUnknown(value['name'])),
  );
  if (isOpen) return [];
  const known = new Set(
    requests.flatMap((request) => {
      const name = text(request.value, 'name') ?? '';
      const inner = items(request, 'firstAvailable').map(
        ({ value }) => `${name}/${text(value, 'name') ?? ''}`,
      );
      return [name, ...inner];
    }),
  );
  return ['constraints', 'config']
    .flatMap((list) => items(at, list))
    .flatMap(({ value, path }) => {
      const { requests } = value;
      if (!Array.isArray(requests)) return [];
      return requests.flatMap((name, index) =>
        conflictIf(
          typeof name === 'string' && !known.has(name),
          [...path, 'requests', index],
          'must be a request of the claim',
        ),
      );
    });
}
