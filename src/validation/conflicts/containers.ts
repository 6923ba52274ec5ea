import { isJsonObject, type Json, type JsonObject } from '../../core/json.ts';
import { field, items, member, record, text, type Item } from '../graph/fields.ts';
import { amount } from './amounts.ts';
import { conflictIf, missing, says, type Conflict, type StructChecks } from './conflict.ts';
import { containersOf } from './pods.ts';

/** What containers have to keep to, alone and in their pod. */
export const CONTAINER_CHECKS: StructChecks = {
  'core.Container': (container) => [
    ...probes(container),
    ...mounts(container),
    ...portNames(container),
  ],
  'core.PodSpec': (spec, _, { minor }) => {
    const pod = { value: spec, path: [] };
    return [
      ...items(pod, 'initContainers').flatMap((container) => initContainer(container, minor)),
      ...items(pod, 'containers').flatMap((container) => restartable(container, minor)),
      ...devices(pod),
    ];
  },
  'core.SecurityContext': security,
  'core.EnvVarSource': (source) => ofField(source, ENV_FIELDS),
  'core.DownwardAPIVolumeFile': (file) => [
    ...ofField(file, VOLUME_FIELDS),
    ...(isJsonObject(file['resourceFieldRef']) && !says(file['resourceFieldRef'], 'containerName')
      ? [missing(['resourceFieldRef', 'containerName'], 'a volume needs it')]
      : []),
  ],
  'core.ResourceFieldSelector': divisor,
  'core.SeccompProfile': (profile) => localhost(profile),
  'core.AppArmorProfile': (profile) => localhost(profile),
};

const OF_RUNNING = ['livenessProbe', 'readinessProbe', 'startupProbe', 'lifecycle'];

/** The version that has rules for restarting containers. */
const RESTART_RULES = 35;

function initContainer({ value, path }: Item, minor: number): Conflict[] {
  const policy = text(value, 'restartPolicy');
  const isOther = policy !== undefined && policy !== 'Always';
  return [
    ...(policy === 'Always' || typeof value['restartPolicy'] === 'function' ? [] : OF_RUNNING)
      .filter((name) => isJsonObject(value[name]))
      .map((name) => ({
        path: [...path, name],
        must: 'must not stand in an init container without restartPolicy Always',
      })),
    ...conflictIf(
      isOther && minor < RESTART_RULES,
      [...path, 'restartPolicy'],
      'must be Always in an init container, or left out',
    ),
    ...(minor >= RESTART_RULES ? rulesWithoutPolicy({ value, path }) : []),
    ...(policy === 'Always' ? [] : items({ value, path }, 'resizePolicy')).flatMap((resize) =>
      conflictIf(
        resize.value['restartPolicy'] === 'RestartContainer',
        [...resize.path, 'restartPolicy'],
        'must be NotRequired in an init container without restartPolicy Always',
      ),
    ),
  ];
}

function restartable(container: Item, minor: number): Conflict[] {
  const { value, path } = container;
  if (minor >= RESTART_RULES) return rulesWithoutPolicy(container);
  return conflictIf(
    says(value, 'restartPolicy'),
    [...path, 'restartPolicy'],
    'must not stand in a container that is no init container',
  );
}

function rulesWithoutPolicy({ value, path }: Item): Conflict[] {
  const isMissing = says(value, 'restartPolicyRules') && !says(value, 'restartPolicy');
  return isMissing ? [missing([...path, 'restartPolicy'], 'restartPolicyRules need it')] : [];
}

function probes(container: JsonObject): Conflict[] {
  const at = { value: container, path: [] };
  const threshold = (probe: string) => {
    const count = member(at, probe)?.value['successThreshold'];
    const isWrong = typeof count === 'number' && count > 1;
    return conflictIf(isWrong, [probe, 'successThreshold'], `must be 1 in a ${probe}`);
  };
  const grace = 'terminationGracePeriodSeconds';
  return [
    ...threshold('livenessProbe'),
    ...threshold('startupProbe'),
    ...conflictIf(
      typeof record(container, 'readinessProbe')[grace] === 'number',
      ['readinessProbe', grace],
      'must not stand in a readinessProbe',
    ),
  ];
}

function mounts(container: JsonObject): Conflict[] {
  const isPrivileged = field(container, 'securityContext', 'privileged') === true;
  const at = { value: container, path: [] };
  const taken = items(at, 'volumeDevices').map(({ value }) => value);
  return items(at, 'volumeMounts').flatMap(({ value, path }) => {
    const { mountPropagation, recursiveReadOnly, readOnly, name, mountPath } = value;
    const isRecursive = recursiveReadOnly === 'Enabled' || recursiveReadOnly === 'IfPossible';
    return [
      ...conflictIf(
        mountPropagation === 'Bidirectional' && !isPrivileged,
        [...path, 'mountPropagation'],
        'must not be Bidirectional unless the container is privileged',
      ),
      ...conflictIf(
        isRecursive && readOnly !== true,
        [...path, 'recursiveReadOnly'],
        'must not stand without readOnly',
      ),
      ...conflictIf(
        isRecursive && says(value, 'mountPropagation') && mountPropagation !== 'None',
        [...path, 'recursiveReadOnly'],
        'must not stand beside a mountPropagation other than None',
      ),
      ...conflictIf(
        taken.some((device) => device['name'] === name || device['devicePath'] === mountPath),
        [...path, 'name'],
        'must not be mounted and a device at once',
      ),
    ];
  });
}

function portNames(container: JsonObject): Conflict[] {
  const seen = new Set<string>();
  return items({ value: container, path: [] }, 'ports').flatMap(({ value, path }) => {
    const name = text(value, 'name');
    if (name === undefined || seen.size < seen.add(name).size) return [];
    return [{ path: [...path, 'name'], must: REPEATED, toldBy: 'graph/duplicate-port' }];
  });
}

const REPEATED = 'must not be the name of another port too';

/** A device is a claim; what claims a StatefulSet makes is told by a rule of the graph. */
function devices(pod: Item): Conflict[] {
  const sources = new Map(items(pod, 'volumes').map(({ value }) => [value['name'], value]));
  return containersOf(pod)
    .flatMap((container) => items(container, 'volumeDevices'))
    .flatMap(({ value, path }) => {
      const volume = sources.get(value['name']);
      const isClaim = ['persistentVolumeClaim', 'ephemeral'].some((source) =>
        isJsonObject(volume?.[source]),
      );
      return conflictIf(
        volume !== undefined && !isClaim,
        [...path, 'name'],
        'must be a volume with persistentVolumeClaim or ephemeral',
      );
    });
}

function security({ privileged, allowPrivilegeEscalation, capabilities }: JsonObject): Conflict[] {
  if (allowPrivilegeEscalation !== false) return [];
  const path = ['allowPrivilegeEscalation'];
  const added = isJsonObject(capabilities) ? capabilities['add'] : [];
  return [
    ...conflictIf(privileged === true, path, 'must not be false in a privileged container'),
    ...conflictIf(
      Array.isArray(added) && added.includes('CAP_SYS_ADMIN'),
      path,
      'must not be false beside the capability CAP_SYS_ADMIN',
    ),
  ];
}

const ENV_FIELDS =
  /^(metadata\.(name|namespace|uid)|metadata\.(labels|annotations)\[.*|spec\..*|status\..*)$/;
const VOLUME_FIELDS = /^metadata\..*$/;

function ofField(source: JsonObject, known: RegExp): Conflict[] {
  const path = text(source, 'fieldRef', 'fieldPath');
  return conflictIf(
    path !== undefined && !known.test(path),
    ['fieldRef', 'fieldPath'],
    'must be a field that is known here',
  );
}

const CPU: ReadonlySet<Json> = new Set(['1m', '1', 1, '0', 0, '0.001', '1000m']);
const UNIT = /^(1([kMGTPE]|[KMGTPE]i)?|0)$/;

function divisor({ resource, divisor }: JsonObject): Conflict[] {
  if (
    typeof resource !== 'string' ||
    divisor === undefined ||
    divisor === null ||
    amount(divisor) === 0
  )
    return [];
  const isCpu = resource.endsWith('.cpu');
  const isKnown = isCpu ? CPU.has(divisor) : UNIT.test(JSON.stringify(divisor).replaceAll('"', ''));
  return conflictIf(
    amount(divisor) !== undefined && !isKnown,
    ['divisor'],
    isCpu ? 'must be 1m or 1 for cpu' : 'must be 1 with a unit, such as 1Mi',
  );
}

/** A profile of the host has a name, all others have none. */
function localhost(profile: JsonObject): Conflict[] {
  const { type, localhostProfile } = profile;
  const path = ['localhostProfile'];
  if (type === 'Localhost')
    return (localhostProfile ?? null) === null || localhostProfile === ''
      ? [missing(path, 'type Localhost needs it')]
      : [];
  if (typeof type !== 'string') return [];
  return conflictIf(
    (localhostProfile ?? null) !== null,
    path,
    'must not stand beside a type other than Localhost',
  );
}
