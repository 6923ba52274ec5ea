import { isJsonObject, type Json, type JsonObject } from '../../core/json.ts';
import { didYouMean } from '../../core/near-miss.ts';
import { items, member, record, text, type Item } from '../graph/fields.ts';
import { amountOf } from '../schema/formats.ts';
import { conflictIf, missing, says, type Conflict, type StructChecks } from './conflict.ts';

/** What pods and their containers have to keep to. */
export const POD_CHECKS: StructChecks = {
  PodSpec: (spec) => {
    const pod = { value: spec, path: [] };
    return [
      ...(Array.isArray(spec['containers']) && spec['containers'].length === 0
        ? [missing(['containers'], 'a pod needs at least one container')]
        : []),
      ...repeatedNames(pod),
      ...items(pod, 'initContainers').flatMap(initContainer),
      ...(spec['hostNetwork'] === true ? hostPorts(pod) : []),
      ...(spec['dnsPolicy'] === 'None' && !says(record(spec, 'dnsConfig'), 'nameservers')
        ? [missing(['dnsConfig', 'nameservers'], 'dnsPolicy None needs at least one')]
        : []),
    ];
  },
  Container: probes,
  ResourceRequirements: (required) => [...resourceNames(required), ...resources(required)],
  SecurityContext: ({ privileged, allowPrivilegeEscalation }) =>
    conflictIf(
      privileged === true && allowPrivilegeEscalation === false,
      ['allowPrivilegeEscalation'],
      'must not be false in a privileged container',
    ),
  Toleration: toleration,
  NodeSelectorRequirement: requirement,
  LabelSelectorRequirement: requirement,
};

/** Names are unique among containers of every sort. */
function repeatedNames(pod: Item): Conflict[] {
  const names = new Set(items(pod, 'containers').flatMap(({ value }) => text(value, 'name') ?? []));
  return ['initContainers', 'ephemeralContainers'].flatMap((list) =>
    items(pod, list).flatMap(({ value, path }) =>
      conflictIf(
        names.has(text(value, 'name') ?? ''),
        [...path, 'name'],
        `must differ from the names in containers, which have ${JSON.stringify(value['name'])} already`,
      ),
    ),
  );
}

const OF_RUNNING = ['livenessProbe', 'readinessProbe', 'startupProbe', 'lifecycle'];

function initContainer({ value, path }: Item): Conflict[] {
  if (says(value, 'restartPolicy')) return [];
  return OF_RUNNING.filter((field) => isJsonObject(value[field])).map((field) => ({
    path: [...path, field],
    must: 'must not stand in an init container without restartPolicy Always',
  }));
}

function hostPorts(pod: Item): Conflict[] {
  return items(pod, 'containers')
    .flatMap((container) => items(container, 'ports'))
    .flatMap(({ value, path }) => {
      const { hostPort, containerPort } = value;
      const isOther = typeof hostPort === 'number' && hostPort !== 0 && hostPort !== containerPort;
      return conflictIf(
        isOther,
        [...path, 'hostPort'],
        'must equal containerPort with hostNetwork',
      );
    });
}

function probes(container: JsonObject): Conflict[] {
  const at = { value: container, path: [] };
  const threshold = (probe: string) => {
    const count = member(at, probe)?.value['successThreshold'];
    const isWrong = typeof count === 'number' && count > 1;
    return conflictIf(isWrong, [probe, 'successThreshold'], `must be 1 in a ${probe}`);
  };
  const readiness = member(at, 'readinessProbe')?.value ?? {};
  const grace = 'terminationGracePeriodSeconds';
  return [
    ...threshold('livenessProbe'),
    ...threshold('startupProbe'),
    ...conflictIf(
      says(readiness, grace),
      ['readinessProbe', grace],
      'must not stand in a readinessProbe',
    ),
  ];
}

/** `storage` is what a claim requests; before 1.29 that was the same struct. */
const RESOURCES = ['cpu', 'memory', 'ephemeral-storage', 'storage'];

function resourceNames(required: JsonObject): Conflict[] {
  return ['requests', 'limits'].flatMap((field) =>
    Object.keys(record(required[field] ?? null))
      .filter((name) => !RESOURCES.includes(name) && !/\/|^hugepages-/.test(name))
      .map((name) => ({
        path: [field, name],
        code: 'schema/unknown-field',
        must: 'is no resource: those of vendors have a domain in front',
        help: didYouMean(name, RESOURCES),
      })),
  );
}

function resources({ requests, limits }: JsonObject): Conflict[] {
  const most = record(limits ?? null);
  return Object.entries(record(requests ?? null)).flatMap(([name, request]) => {
    const [wanted, limit] = [amount(request), amount(most[name])];
    if (wanted === undefined || limit === undefined) return [];
    const path = ['requests', name];
    const isWhole = name.includes('/') || name.startsWith('hugepages-');
    if (isWhole) return conflictIf(wanted !== limit, path, 'must equal its limit');
    return conflictIf(
      wanted > limit,
      path,
      `must be at most the limit, ${JSON.stringify(most[name])}`,
    );
  });
}

function amount(value: Json | undefined): number | undefined {
  return typeof value === 'string'
    ? amountOf(value)
    : typeof value === 'number'
      ? value
      : undefined;
}

function toleration(toleration: JsonObject): Conflict[] {
  const { operator, effect } = toleration;
  const isExists = operator === 'Exists';
  return [
    ...(says(toleration, 'key') || isExists
      ? []
      : [{ path: ['operator'], must: 'must be Exists in a toleration without key' }]),
    ...conflictIf(isExists && says(toleration, 'value'), ['value'], 'must not stand beside Exists'),
    ...conflictIf(
      says(toleration, 'tolerationSeconds') && effect !== 'NoExecute',
      ['tolerationSeconds'],
      'must not stand beside an effect other than NoExecute',
    ),
  ];
}

function requirement({ operator, values }: JsonObject): Conflict[] {
  const count = Array.isArray(values) ? values.length : 0;
  const word = typeof operator === 'string' ? operator : '';
  const isNone = word === 'Exists' || word === 'DoesNotExist';
  return [
    ...((word === 'In' || word === 'NotIn') && count === 0
      ? [missing(['values'], `${word} needs at least one`)]
      : []),
    ...conflictIf(isNone && count > 0, ['values'], `must not stand beside ${word}`),
    ...conflictIf(
      (word === 'Gt' || word === 'Lt') && count !== 1,
      ['values'],
      `must be one for ${word}`,
    ),
  ];
}
