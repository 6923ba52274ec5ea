import type { JsonObject } from '../../core/json.ts';
import { field, items, member, record, text } from '../graph/fields.ts';
import { conflictIf, missing, says, type Conflict, type StructChecks } from './conflict.ts';

/** What volumes and claims have to keep to. */
export const STORAGE_CHECKS: StructChecks = {
  ProjectedVolumeSource: projection,
  PersistentVolumeClaim: ({ spec }) => claim(record(spec ?? null), ['spec']),
  PersistentVolumeClaimTemplate: ({ spec }) => claim(record(spec ?? null), ['spec']),
  PersistentVolumeSpec: (spec) => [
    ...(says(record(spec, 'capacity'), 'storage')
      ? []
      : [missing(['capacity', 'storage'], 'a volume needs it')]),
    ...modes(spec, []),
    ...(says(spec, 'local') && !says(spec, 'nodeAffinity')
      ? [missing(['nodeAffinity'], 'a local volume needs it')]
      : []),
  ],
};

function claim(spec: JsonObject, path: string[]): Conflict[] {
  const storage = ['resources', 'requests', 'storage'];
  const isLeftOut = field(spec, ...storage) === undefined;
  return [
    ...modes(spec, path),
    ...(isLeftOut ? [missing([...path, ...storage], 'a claim needs it')] : []),
  ];
}

function modes({ accessModes }: JsonObject, path: string[]): Conflict[] {
  const place = [...path, 'accessModes'];
  if (accessModes === undefined || accessModes === null) return [missing(place, NEEDED)];
  if (!Array.isArray(accessModes)) return [];
  return [
    ...(accessModes.length === 0 ? [missing(place, NEEDED)] : []),
    ...conflictIf(
      accessModes.length > 1 && accessModes.includes('ReadWriteOncePod'),
      place,
      'must not list others beside ReadWriteOncePod',
    ),
  ];
}

const NEEDED = 'at least one is needed';

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
const FILES = ['serviceAccountToken', 'clusterTrustBundle'];
