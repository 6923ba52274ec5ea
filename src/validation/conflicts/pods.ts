import { isJsonObject, type JsonObject } from '../../core/json.ts';
import { items, member, record, text, type Item } from '../graph/fields.ts';
import { dnsLabel, dnsSubdomain, type Syntax } from '../metadata/syntax.ts';
import {
  conflictIf,
  missing,
  says,
  type Conflict,
  type Server,
  type StructChecks,
} from './conflict.ts';
import { isUnknown } from './opaque.ts';
import { host, operatingSystem } from './pod-host.ts';
import { podResources } from './pod-resources.ts';

/** What pods have to keep to. */
export const POD_CHECKS: StructChecks = {
  'core.PodSpec': (spec, _, server) => {
    const pod = { value: spec, path: [] };
    return [
      ...repeatedNames(pod),
      ...hostPorts(pod),
      ...names(spec, server),
      ...nameservers(spec),
      ...conflictIf(
        says(spec, 'ephemeralContainers'),
        ['ephemeralContainers'],
        'must not be written: ephemeral containers are added to pods that run',
      ),
      ...claims(pod),
      ...grace(pod),
      ...restarts(pod),
      ...fileVariables(pod),
      ...host(pod, server),
      ...operatingSystem(pod),
      ...(server.minor >= RESOURCES_OF_PODS ? podResources(pod) : []),
    ];
  },
  'core.Pod': ({ spec }) => alone(record(spec)),
};

/** The version that has resources of whole pods. */
const RESOURCES_OF_PODS = 34;

const CONTAINERS = ['initContainers', 'containers'];

const found = new WeakMap<Item, readonly Item[]>();

/** Containers of a pod of both sorts, and where they stand; many checks ask for those of one pod. */
export function containersOf(pod: Item): readonly Item[] {
  const known = found.get(pod) ?? CONTAINERS.flatMap((list) => items(pod, list));
  found.set(pod, known);
  return known;
}

/** Names are unique among containers of every sort. */
function repeatedNames(pod: Item): Conflict[] {
  const names = new Set(items(pod, 'containers').flatMap(({ value }) => text(value, 'name') ?? []));
  return items(pod, 'initContainers').flatMap(({ value, path }) =>
    conflictIf(
      names.has(text(value, 'name') ?? ''),
      [...path, 'name'],
      `must differ from the names in containers, which have ${JSON.stringify(value['name'])} already`,
    ),
  );
}

/** A port of the host is given once; init containers run one after another. */
function hostPorts(pod: Item): Conflict[] {
  const rounds = [
    items(pod, 'containers'),
    ...items(pod, 'initContainers').map((container) => [container]),
  ];
  return rounds.flatMap((containers) => {
    const seen = new Set<string>();
    return containers
      .flatMap((container) => items(container, 'ports'))
      .flatMap(({ value, path }) => {
        const { hostPort } = value;
        if (typeof hostPort !== 'number' || hostPort === 0) return [];
        const protocol = text(value, 'protocol') ?? 'TCP';
        const key = `${protocol}/${text(value, 'hostIP') ?? ''}/${hostPort}`;
        const isTaken = seen.size === seen.add(key).size;
        return conflictIf(isTaken, [...path, 'hostPort'], 'must not be taken twice in a pod');
      });
  });
}

/** StatefulSets put names of their own there; the old field for accounts is read where the new one is not there. */
function names(spec: JsonObject, { kind }: Server): Conflict[] {
  const own: [string, Syntax][] =
    kind === 'StatefulSet'
      ? []
      : [
          ['hostname', dnsLabel],
          ['subdomain', dnsLabel],
        ];
  const old: [string, Syntax][] = says(spec, 'serviceAccountName')
    ? []
    : [['serviceAccount', dnsSubdomain]];
  return [...own, ...old].flatMap(([field, syntax]): Conflict[] => {
    const wanted = syntax(text(spec, field) ?? 'a');
    return wanted === undefined
      ? []
      : [{ path: [field], code: 'schema/format', must: `must be ${wanted}` }];
  });
}

function nameservers(spec: JsonObject): Conflict[] {
  if (spec['dnsPolicy'] !== 'None' || says(record(spec, 'dnsConfig'), 'nameservers')) return [];
  return [missing(['dnsConfig', 'nameservers'], 'dnsPolicy None needs at least one')];
}

/** Claims that containers name are those of the pod. */
function claims(pod: Item): Conflict[] {
  const known = items(pod, 'resourceClaims').map(({ value }) => value['name']);
  return containersOf(pod)
    .flatMap((container) => items(container, 'resources', 'claims'))
    .flatMap(({ value, path }) => {
      const name = text(value, 'name');
      return conflictIf(
        name !== undefined && !known.includes(name) && !known.some(isUnknown),
        [...path, 'name'],
        'must be one of the resourceClaims of the pod',
      );
    });
}

const GRACE = 30;

/** A hook that sleeps longer than the pod has time to end is refused. */
function grace(pod: Item): Conflict[] {
  const given = pod.value['terminationGracePeriodSeconds'];
  const most = typeof given === 'number' ? Math.max(given, 1) : GRACE;
  return containersOf(pod)
    .flatMap((container) =>
      ['postStart', 'preStop'].flatMap(
        (hook) => member(container, 'lifecycle', hook, 'sleep') ?? [],
      ),
    )
    .flatMap(({ value, path }) => {
      const { seconds } = value;
      return conflictIf(
        typeof seconds === 'number' && (seconds < 0 || seconds > most),
        [...path, 'seconds'],
        `must be from 0 to terminationGracePeriodSeconds, ${most}`,
      );
    });
}

/** What containers say of restarting fits the pod. */
function restarts(pod: Item): Conflict[] {
  if (pod.value['restartPolicy'] !== 'Never') return [];
  return containersOf(pod)
    .flatMap((container) => items(container, 'resizePolicy'))
    .flatMap(({ value, path }) =>
      conflictIf(
        value['restartPolicy'] === 'RestartContainer',
        [...path, 'restartPolicy'],
        'must be NotRequired in a pod with restartPolicy Never',
      ),
    );
}

/** Files with variables are in a volume of the pod that is empty at first. */
function fileVariables(pod: Item): Conflict[] {
  const keys = containersOf(pod).flatMap((container) =>
    hasFiles(container.value)
      ? items(container, 'env').flatMap(
          (variable) => member(variable, 'valueFrom', 'fileKeyRef') ?? [],
        )
      : [],
  );
  if (keys.length === 0) return [];
  const volumes = new Map(items(pod, 'volumes').map(({ value }) => [value['name'], value]));
  if ([...volumes.keys()].some(isUnknown)) return [];
  return keys.flatMap(({ value, path }) => {
    const name = text(value, 'volumeName');
    const isEmptyDir = isJsonObject(volumes.get(name)?.['emptyDir']);
    return conflictIf(
      name !== undefined && !isEmptyDir,
      [...path, 'volumeName'],
      'must be a volume of the pod with emptyDir',
    );
  });
}

/** Most variables are texts, and there are many. */
function hasFiles({ env }: JsonObject): boolean {
  return (
    Array.isArray(env) &&
    env.some((variable) => isJsonObject(variable) && isJsonObject(variable['valueFrom']))
  );
}

/** What holds for pods that nothing makes. */
function alone(spec: JsonObject): Conflict[] {
  const pod = { value: spec, path: ['spec'] };
  return [
    ...conflictIf(
      says(spec, 'nodeName') && says(spec, 'schedulingGates'),
      ['spec', 'nodeName'],
      'must not stand beside schedulingGates',
    ),
    ...containersOf(pod).flatMap(({ value, path }) => {
      const image = text(value, 'image') ?? '';
      const must = 'must be a text without blanks around it';
      return image === image.trim()
        ? []
        : [{ path: [...path, 'image'], code: 'schema/format' as const, must }];
    }),
    ...items(pod, 'volumes').flatMap((volume) => {
      const image = member(volume, 'image');
      return image === undefined || says(image.value, 'reference')
        ? []
        : [missing([...image.path, 'reference'], 'a volume of an image needs it')];
    }),
    ...conflictIf(
      typeof spec['priority'] === 'number' && spec['priority'] !== priorityOf(spec),
      ['spec', 'priority'],
      'must be left out: it follows from priorityClassName',
    ),
  ];
}

const PRIORITIES: Readonly<Record<string, number>> = {
  'system-cluster-critical': 2_000_000_000,
  'system-node-critical': 2_000_001_000,
};

/** The number of the class; undefined for classes of the cluster. */
function priorityOf(spec: JsonObject): unknown {
  const name = text(spec, 'priorityClassName');
  if (name === undefined) return 0;
  return Object.hasOwn(PRIORITIES, name) ? PRIORITIES[name] : spec['priority'];
}
