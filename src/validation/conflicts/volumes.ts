import { isJsonObject, type JsonObject } from '../../core/json.ts';
import { items, member, record, text } from '../graph/fields.ts';
import { dnsSubdomain, labelValue, qualifiedName, type Syntax } from '../metadata/syntax.ts';
import { conflictIf, missing, says, type Conflict, type StructChecks } from './conflict.ts';
import { isUnknown } from './opaque.ts';

/** What the volumes of pods have to keep to. */
export const VOLUME_CHECKS: StructChecks = {
  'core.ProjectedVolumeSource': projection,
  'core.EphemeralVolumeSource': ({ volumeClaimTemplate }) =>
    templateMetadata(record(volumeClaimTemplate), ['volumeClaimTemplate']),
  'resource.ResourceClaimTemplateSpec': (spec) => templateMetadata(spec, []),
  'core.Volume': claimOfVolume,
  'core.ISCSIVolumeSource': chap,
  'core.ISCSIPersistentVolumeSource': chap,
  'core.FCVolumeSource': (source) => {
    const { lun } = source;
    if (!says(source, 'targetWWNs')) return [];
    if ((lun ?? null) === null) return [missing(['lun'], 'targetWWNs need it')];
    return conflictIf(
      typeof lun === 'number' && (lun < 0 || lun > 255),
      ['lun'],
      'must be 0 to 255',
    );
  },
  'core.AzureDiskVolumeSource': ({ kind, diskURI }) => {
    const front = kind === 'Managed' ? '/subscriptions/' : 'https://';
    return conflictIf(
      typeof diskURI === 'string' &&
        diskURI !== '' &&
        !diskURI.startsWith(front) &&
        !isUnknown(kind),
      ['diskURI'],
      `must start with ${front} for a disk of kind ${typeof kind === 'string' ? kind : 'Shared'}`,
    );
  },
  'core.CinderVolumeSource': named('secretRef'),
  'core.StorageOSVolumeSource': named('secretRef'),
  'core.CSIVolumeSource': named('nodePublishSecretRef', dnsSubdomain),
};

/** A secret that is named, by a name that is checked where servers do. */
function named(field: string, syntax: Syntax = () => undefined) {
  return (source: JsonObject): Conflict[] => {
    const secret = source[field];
    if (!isJsonObject(secret)) return [];
    if (!says(secret, 'name')) return [missing([field, 'name'], 'it is needed')];
    const wanted = syntax(text(secret, 'name') ?? 'a');
    return wanted === undefined
      ? []
      : [{ path: [field, 'name'], code: 'schema/format', must: `must be ${wanted}` }];
  };
}

function chap(source: JsonObject): Conflict[] {
  const isAsked = source['chapAuthDiscovery'] === true || source['chapAuthSession'] === true;
  return isAsked && (source['secretRef'] ?? null) === null
    ? [missing(['secretRef'], 'chapAuthDiscovery and chapAuthSession need it')]
    : [];
}

const MOST_NAME = 64;

function claimOfVolume(volume: JsonObject): Conflict[] {
  const portal = text(volume, 'iscsi', 'targetPortal') ?? '';
  const isNamed = (record(volume, 'iscsi')['initiatorName'] ?? null) !== null;
  return conflictIf(
    isNamed && `${text(volume, 'name') ?? ''}:${portal}`.length > MOST_NAME,
    ['name'],
    `must be shorter: name and iscsi.targetPortal have ${MOST_NAME} characters at most`,
  );
}

/** Servers take labels and annotations alone in the metadata of what they make themselves. */
function templateMetadata(template: JsonObject, path: string[]): Conflict[] {
  const metadata = record(template, 'metadata');
  const place = [...path, 'metadata'];
  const others = Object.keys(metadata).filter(
    (name) => name !== 'labels' && name !== 'annotations',
  );
  return [
    ...others.flatMap((name) =>
      conflictIf(
        name !== 'creationTimestamp' && says(metadata, name),
        [...place, name],
        'must not be written: only labels and annotations may',
      ),
    ),
    ...Object.entries(record(metadata, 'labels')).flatMap(([key, value]): Conflict[] => {
      const wanted =
        qualifiedName(key) ?? (typeof value === 'string' ? labelValue(value) : undefined);
      return wanted === undefined
        ? []
        : [{ path: [...place, 'labels', key], code: 'schema/format', must: `must be ${wanted}` }];
    }),
    ...Object.keys(record(metadata, 'annotations')).flatMap((key): Conflict[] => {
      const wanted = qualifiedName(key.toLowerCase());
      const must = `must have a key that is ${wanted ?? ''}`;
      return wanted === undefined
        ? []
        : [{ path: [...place, 'annotations', key], code: 'schema/format', must }];
    }),
  ];
}

/** Files of one folder have different paths. */
function projection(volume: JsonObject): Conflict[] {
  const files = items({ value: volume, path: [] }, 'sources').flatMap((source) => [
    ...FROM_ITEMS.flatMap((kind) => items(source, kind, 'items')),
    ...FILES.flatMap((kind) => member(source, kind) ?? []),
  ]);
  const seen = new Set<string>();
  return files.flatMap(({ value, path }) => {
    const place = text(value, 'path');
    if (place === undefined || seen.size < seen.add(place).size) return [];
    return [{ path: [...path, 'path'], must: 'must not be the path of another source too' }];
  });
}

const FROM_ITEMS = ['secret', 'configMap', 'downwardAPI'];
const FILES = ['clusterTrustBundle'];
