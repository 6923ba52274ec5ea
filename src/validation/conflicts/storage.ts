import { isJsonObject, type Json, type JsonObject } from '../../core/json.ts';
import type { Path } from '../../core/pointer.ts';
import { field, items, member, record, text } from '../graph/fields.ts';
import { dnsLabel, dnsSubdomain } from '../metadata/syntax.ts';
import { amount } from './amounts.ts';
import {
  conflictIf,
  missing,
  says,
  type Conflict,
  type Server,
  type StructChecks,
} from './conflict.ts';
import { isUnknown } from './opaque.ts';

/** What volumes and claims of a cluster have to keep to. */
export const STORAGE_CHECKS: StructChecks = {
  'core.PersistentVolumeClaim': ({ spec }) => claim(record(spec ?? null), ['spec']),
  'core.PersistentVolumeClaimTemplate': ({ spec }) => claim(record(spec ?? null), ['spec']),
  'core.PersistentVolumeSpec': volume,
  'core.CSIPersistentVolumeSource': (source) =>
    SECRETS.flatMap((name) => secret(source[name], [name])),
  'core.ISCSIPersistentVolumeSource': ({ secretRef }) =>
    isJsonObject(secretRef) && !says(secretRef, 'name')
      ? [missing(['secretRef', 'name'], 'it is needed')]
      : [],
  'core.CinderPersistentVolumeSource': ({ secretRef }) => full(secretRef),
  'core.StorageOSPersistentVolumeSource': ({ secretRef }) => full(secretRef),
  'storage.CSIDriverSpec': (spec) =>
    conflictIf(
      typeof spec['serviceAccountTokenInSecrets'] === 'boolean' && !says(spec, 'tokenRequests'),
      ['serviceAccountTokenInSecrets'],
      'must not stand without tokenRequests',
    ),
  'storage.StorageClass': ({ allowedTopologies }) => topologies(allowedTopologies),
  'storage.VolumeAttachmentSource': inline,
};

const SECRETS = [
  ...['controllerPublishSecretRef', 'controllerExpandSecretRef'],
  ...['nodePublishSecretRef', 'nodeExpandSecretRef'],
];

/** The version that has classes of attributes. */
const ATTRIBUTES = 34;

function claim(spec: JsonObject, path: string[]): Conflict[] {
  const storage = ['resources', 'requests', 'storage'];
  const given = field(spec, ...storage);
  return [
    ...modes(spec, path),
    ...((given ?? null) === null ? [missing([...path, ...storage], 'a claim needs it')] : []),
    ...conflictIf((amount(given) ?? 1) <= 0, [...path, ...storage], 'must be an amount above zero'),
    ...sources(spec, path),
  ];
}

function sources(spec: JsonObject, path: string[]): Conflict[] {
  const { dataSource, dataSourceRef } = spec;
  // Servers have always dropped other sources, in the old field.
  const isDropped =
    isJsonObject(dataSource) && !isJsonObject(dataSourceRef) && !isClassic(dataSource);
  if (isDropped) return [];
  const named = (['dataSource', 'dataSourceRef'] as const).flatMap((name) => {
    const value = spec[name];
    if (!isJsonObject(value)) return [];
    const group = text(value, 'apiGroup');
    const wanted = group === undefined ? undefined : dnsSubdomain(group);
    const isOwn = group === undefined && typeof (value['apiGroup'] ?? '') === 'string';
    return [
      ...conflictIf(
        isOwn && says(value, 'kind') && value['kind'] !== 'PersistentVolumeClaim',
        [...path, name, 'kind'],
        'must be PersistentVolumeClaim where no apiGroup is named',
      ),
      ...(wanted === undefined
        ? []
        : [
            {
              path: [...path, name, 'apiGroup'],
              code: 'schema/format' as const,
              must: `must be ${wanted}`,
            },
          ]),
    ];
  });
  if (!isJsonObject(dataSource) || !isJsonObject(dataSourceRef)) return named;
  const isOther = ['apiGroup', 'kind', 'name'].some(
    (name) =>
      (dataSource[name] ?? null) !== (dataSourceRef[name] ?? null) &&
      !isUnknown(dataSource[name]) &&
      !isUnknown(dataSourceRef[name]),
  );
  return [
    ...named,
    ...conflictIf(isOther, [...path, 'dataSource'], 'must say the same as dataSourceRef'),
  ];
}

function isClassic(source: JsonObject): boolean {
  const group = text(source, 'apiGroup');
  return group === undefined
    ? source['kind'] === 'PersistentVolumeClaim'
    : group === 'snapshot.storage.k8s.io' && source['kind'] === 'VolumeSnapshot';
}

function volume(spec: JsonObject, _: unknown, { minor }: Server): Conflict[] {
  const capacity = record(spec, 'capacity');
  const isRecycled = spec['persistentVolumeReclaimPolicy'] === 'Recycle';
  return [
    ...(says(capacity, 'storage') ? [] : [missing(['capacity', 'storage'], 'a volume needs it')]),
    ...Object.keys(capacity).flatMap((name) =>
      conflictIf(
        name !== 'storage',
        ['capacity', name],
        'must not be written: a volume has storage alone',
      ),
    ),
    ...modes(spec, []),
    ...(says(spec, 'local') && !says(spec, 'nodeAffinity')
      ? [missing(['nodeAffinity'], 'a local volume needs it')]
      : []),
    ...conflictIf(
      isRecycled && /^\/+\.?\/*$/.test(text(spec, 'hostPath', 'path') ?? ''),
      ['persistentVolumeReclaimPolicy'],
      'must not be Recycle for the whole host',
    ),
    ...(minor >= ATTRIBUTES &&
    (spec['volumeAttributesClassName'] ?? null) !== null &&
    !says(spec, 'csi')
      ? [missing(['csi'], 'volumeAttributesClassName needs it')]
      : []),
  ];
}

function modes({ accessModes }: JsonObject, path: string[]): Conflict[] {
  const place = [...path, 'accessModes'];
  if (accessModes === undefined || accessModes === null) return [missing(place, NEEDED)];
  if (!Array.isArray(accessModes)) return [];
  const isAlone = accessModes.every((mode) => mode === 'ReadWriteOncePod');
  return [
    ...(accessModes.length === 0 ? [missing(place, NEEDED)] : []),
    ...conflictIf(accessModes.includes(''), place, 'must not contain an empty mode'),
    ...conflictIf(
      accessModes.includes('ReadWriteOncePod') && !isAlone,
      place,
      'must not list others beside ReadWriteOncePod',
    ),
  ];
}

const NEEDED = 'at least one is needed';

function full(secret: Json | undefined): Conflict[] {
  if (!isJsonObject(secret)) return [];
  return ['name', 'namespace']
    .filter((name) => !says(secret, name))
    .map((name) => missing(['secretRef', name], 'it is needed'));
}

function secret(value: Json | undefined, path: Path): Conflict[] {
  if (!isJsonObject(value)) return [];
  return (
    [
      ['name', dnsSubdomain],
      ['namespace', dnsLabel],
    ] as const
  ).flatMap(([name, syntax]): Conflict[] => {
    const given = text(value, name);
    if (!says(value, name)) return [missing([...path, name], 'it is needed')];
    const wanted = given === undefined ? undefined : syntax(given);
    return wanted === undefined
      ? []
      : [{ path: [...path, name], code: 'schema/format', must: `must be ${wanted}` }];
  });
}

function topologies(terms: Json | undefined): Conflict[] {
  if (!Array.isArray(terms)) return [];
  const seen = new Set<string>();
  return terms.flatMap((term, index) => {
    const expressions = items({ value: record(term), path: [] }, 'matchLabelExpressions').map(
      ({ value }) => [
        value['key'],
        Array.isArray(value['values']) ? [...value['values']].sort() : [],
      ],
    );
    const isTaken = seen.size === seen.add(JSON.stringify(expressions.sort())).size;
    return conflictIf(
      isTaken,
      ['allowedTopologies', index],
      'must differ from the terms before it',
    );
  });
}

/** A volume that is written where it is attached says little more than where it is. */
function inline(source: JsonObject): Conflict[] {
  const at = member({ value: source, path: [] }, 'inlineVolumeSpec');
  if (at === undefined) return [];
  const { value, path } = at;
  return [
    ...['claimRef', 'capacity', 'nodeAffinity', 'storageClassName'].flatMap((name) =>
      conflictIf(says(value, name), [...path, name], 'must not stand in an inline volume'),
    ),
    ...(says(value, 'csi') ? [] : [missing([...path, 'csi'], 'an inline volume needs it')]),
  ];
}
