import type { Json, JsonObject } from '../../core/json.ts';
import { items, member, record, text, type Item } from '../graph/fields.ts';
import { conflictIf, says, type Conflict, type Server } from './conflict.ts';

const CONTAINERS = ['initContainers', 'containers'];

/** The version that takes user namespaces. */
const USER_NAMESPACES = 33;

/** What pods that share something with their host have to keep to. */
export function host(pod: Item, { minor }: Server): Conflict[] {
  const { value: spec } = pod;
  const isApart = spec['hostUsers'] === false && minor >= USER_NAMESPACES;
  return [
    ...(spec['hostNetwork'] === true ? ports(pod) : []),
    ...conflictIf(
      spec['hostPID'] === true && spec['shareProcessNamespace'] === true,
      ['shareProcessNamespace'],
      'must not be true beside hostPID',
    ),
    ...['hostNetwork', 'hostPID', 'hostIPC'].flatMap((field) =>
      conflictIf(
        isApart && spec[field] === true,
        [field],
        'must not be true where hostUsers is false',
      ),
    ),
    ...hostname(spec),
    ...unmasked(pod),
  ];
}

function ports(pod: Item): Conflict[] {
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

function hostname(spec: JsonObject): Conflict[] {
  if ((spec['hostnameOverride'] ?? null) === null) return [];
  return ['setHostnameAsFQDN', 'hostNetwork'].flatMap((field) =>
    conflictIf(spec[field] === true, ['hostnameOverride'], `must not stand beside ${field}`),
  );
}

function unmasked(pod: Item): Conflict[] {
  if (pod.value['hostUsers'] === false) return [];
  return securityOf(pod).flatMap(({ value, path }) =>
    conflictIf(
      value['procMount'] === 'Unmasked',
      [...path, 'procMount'],
      'must not be Unmasked unless hostUsers is false',
    ),
  );
}

/** Fields that say nothing to Windows, of pods and of their containers. */
const NOT_WINDOWS = {
  pod: ['hostUsers', 'hostPID', 'hostIPC', 'shareProcessNamespace'],
  podSecurity: [
    ...['appArmorProfile', 'seLinuxOptions', 'seccompProfile', 'fsGroup', 'fsGroupChangePolicy'],
    ...['sysctls', 'runAsUser', 'runAsGroup', 'supplementalGroups', 'supplementalGroupsPolicy'],
    'seLinuxChangePolicy',
  ],
  security: [
    ...['appArmorProfile', 'seLinuxOptions', 'seccompProfile', 'capabilities', 'privileged'],
    ...[
      'readOnlyRootFilesystem',
      'allowPrivilegeEscalation',
      'procMount',
      'runAsUser',
      'runAsGroup',
    ],
  ],
} as const;

/** What pods that name their operating system have to keep to, and pods of Windows at all. */
export function operatingSystem(pod: Item): Conflict[] {
  const os = text(pod.value, 'os', 'name');
  const own = member(pod, 'securityContext');
  const all = [...(own === undefined ? [] : [own]), ...securityOf(pod)];
  if (os === 'linux') {
    return all.flatMap(({ value, path }) =>
      conflictIf(
        isThere(value['windowsOptions']),
        [...path, 'windowsOptions'],
        'must not stand in a pod of linux',
      ),
    );
  }
  if (os !== 'windows') return hostProcess(pod);
  return [
    ...unwanted(pod, NOT_WINDOWS.pod),
    ...(own === undefined ? [] : unwanted(own, NOT_WINDOWS.podSecurity)),
    ...securityOf(pod).flatMap((security) => unwanted(security, NOT_WINDOWS.security)),
    ...unwanted(pod, ['resources']),
    ...hostProcess(pod),
  ];
}

function unwanted({ value, path }: Item, fields: readonly string[]): Conflict[] {
  return fields.flatMap((field) => {
    const given = value[field];
    const isEmpty = given === false && ['hostPID', 'hostIPC'].includes(field);
    return conflictIf(
      isThere(given) && !isEmpty && !(field === 'sysctls' && !says(value, field)),
      [...path, field],
      'must not stand in a pod of windows',
    );
  });
}

function isThere(value: Json | undefined): boolean {
  return value !== undefined && value !== null;
}

/** Containers that run as processes of the host are among themselves. */
function hostProcess(pod: Item): Conflict[] {
  const own = record(pod.value, 'securityContext', 'windowsOptions')['hostProcess'];
  const given = CONTAINERS.flatMap((list) => items(pod, list)).map(
    ({ value }) => record(value, 'securityContext', 'windowsOptions')['hostProcess'],
  );
  const wanted = given.map((value) => value ?? own ?? false);
  if (!wanted.includes(true)) return [];
  const isMixed =
    wanted.includes(false) ||
    (isThere(own) && given.some((value) => isThere(value) && value !== own));
  return [
    ...conflictIf(isMixed, [], 'must not have other containers beside those with hostProcess'),
    ...conflictIf(
      pod.value['hostNetwork'] !== true,
      ['hostNetwork'],
      'must be true for containers with hostProcess',
    ),
  ];
}

function securityOf(pod: Item): Item[] {
  return CONTAINERS.flatMap((list) => items(pod, list)).flatMap(
    (container) => member(container, 'securityContext') ?? [],
  );
}
