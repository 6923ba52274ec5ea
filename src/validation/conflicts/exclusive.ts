import type { JsonObject } from '../../core/json.ts';
import { missing, says, type Conflict, type Known, type StructCheck } from './conflict.ts';

/**
 * Fields of a struct that exclude each other: `one` of them has to be there, `either` may be. After the reference of the
 * Kubernetes API; `*` stands for all fields but those behind it.
 */
const TABLE = `
Probe one exec httpGet tcpSocket grpc
LifecycleHandler one exec httpGet tcpSocket sleep
EnvVar either value valueFrom
EnvVarSource one fieldRef resourceFieldRef configMapKeyRef secretKeyRef fileKeyRef
EnvFromSource one configMapRef secretRef
VolumeMount either subPath subPathExpr
Volume either * name
VolumeProjection one *
PersistentVolumeSpec one * accessModes capacity claimRef mountOptions nodeAffinity persistentVolumeReclaimPolicy storageClassName volumeAttributesClassName volumeMode
IngressBackend one service resource
ServiceBackendPort one name number
PodDisruptionBudgetSpec either minAvailable maxUnavailable
WebhookClientConfig one url service
`;

/** The table as checks. */
export const EXCLUSIVE: ReadonlyMap<string, StructCheck> = new Map(
  TABLE.trim().split('\n').map(parseLine),
);

function parseLine(line: string): [string, StructCheck] {
  const [title = '', how, ...fields] = line.split(' ');
  const isNeeded = how === 'one';
  const [first, ...others] = fields;
  if (first !== '*') return [title, (struct) => check(struct, fields, isNeeded)];
  const sources = (struct: JsonObject, known: Known) =>
    Object.keys(struct).filter((field) => known.has(field) && !others.includes(field));
  return [title, (struct, known) => check(struct, sources(struct, known), isNeeded)];
}

function check(struct: JsonObject, fields: readonly string[], isNeeded: boolean): Conflict[] {
  const [first, ...more] = fields.filter((field) => says(struct, field));
  if (first === undefined) return isNeeded ? [missing([], `it needs ${wordsFor(fields)}`)] : [];
  return more.map((field) => ({ path: [field], must: `must not stand beside ${first}` }));
}

function wordsFor(fields: readonly string[]): string {
  return fields.length === 0 ? 'a source' : `one of ${fields.join(', ')}`;
}
