import type { JsonObject } from '../../core/json.ts';
import type { SchemaNode } from '../schema/node.ts';
import { missing, says, type Conflict, type StructCheck } from './conflict.ts';

/**
 * Fields of a struct that need or exclude each other, after the reference of the Kubernetes API: exactly `one` has to be
 * there, `some` at least, `either` may be, `all` have to say something even where the schema lets them be empty. `*`
 * stands for all fields but those behind it.
 */
const TABLE = `
Container all name image
EphemeralContainer all name image
EnvVar all name
EnvVar either value valueFrom
EnvVarSource one fieldRef resourceFieldRef configMapKeyRef secretKeyRef fileKeyRef
ObjectFieldSelector all fieldPath
ConfigMapKeySelector all name key
SecretKeySelector all name key
EnvFromSource one configMapRef secretRef
ConfigMapEnvSource all name
SecretEnvSource all name
Probe one exec httpGet tcpSocket grpc
LifecycleHandler one exec httpGet tcpSocket sleep
ExecAction all command
VolumeMount all name mountPath
VolumeMount either subPath subPathExpr
Volume all name
Volume either * name
ConfigMapVolumeSource all name
SecretVolumeSource all secretName
PersistentVolumeClaimVolumeSource all claimName
VolumeProjection either *
ConfigMapProjection all name
SecretProjection all name
ServiceAccountTokenProjection all path
KeyToPath all key path
NFSVolumeSource all server path
HostPathVolumeSource all path
PersistentVolumeSpec one * accessModes capacity claimRef mountOptions nodeAffinity persistentVolumeReclaimPolicy storageClassName volumeAttributesClassName volumeMode
StorageClass all provisioner
RuntimeClass all handler
IngressClass all spec
IngressClassSpec all controller
PodTemplateSpec all spec
JobTemplateSpec all spec
CronJobSpec all schedule
MetricSpec all type
MetricTarget all type
MetricTarget some averageUtilization averageValue value
ResourceMetricSource all name
ValidatingWebhook all name admissionReviewVersions
MutatingWebhook all name admissionReviewVersions
RuleWithOperations all apiGroups apiVersions operations resources
IngressBackend one service resource
HTTPIngressPath all pathType
IngressServiceBackend all name port
ServiceBackendPort one name number
CrossVersionObjectReference all kind name
RoleRef all kind name
Subject all kind name
PodDisruptionBudgetSpec either minAvailable maxUnavailable
WebhookClientConfig one url service
`;

/** The table as checks. */
export const FIELD_CHECKS: readonly (readonly [string, StructCheck])[] = TABLE.trim()
  .split('\n')
  .map(parseLine);

function parseLine(line: string): [string, StructCheck] {
  const [title = '', how, ...fields] = line.split(' ');
  if (how === 'some') return [title, (struct) => someOf(struct, fields)];
  if (how === 'all') return [title, (struct, node) => allOf(struct, node, fields)];
  const isNeeded = how === 'one';
  const [first, ...others] = fields;
  if (first !== '*') return [title, (struct) => oneOf(struct, fields, isNeeded)];
  const sources = (struct: JsonObject, { fields: known }: SchemaNode) =>
    Object.keys(struct).filter((field) => known?.has(field) === true && !others.includes(field));
  return [title, (struct, node) => oneOf(struct, sources(struct, node), isNeeded)];
}

/** The schema tells of fields that it requires and that are not there at all. */
function allOf(
  struct: JsonObject,
  { required, title }: SchemaNode,
  fields: readonly string[],
): Conflict[] {
  return fields
    .filter((field) => !says(struct, field))
    .filter((field) => (struct[field] ?? null) !== null || required?.includes(field) !== true)
    .map((field) => missing([field], `it is required in every ${title ?? 'object'}`));
}

function someOf(struct: JsonObject, fields: readonly string[]): Conflict[] {
  if (fields.some((field) => says(struct, field))) return [];
  return [missing([], `it needs ${wordsFor(fields)}`)];
}

function oneOf(struct: JsonObject, fields: readonly string[], isNeeded: boolean): Conflict[] {
  const [first, ...more] = fields.filter((field) => says(struct, field));
  if (first === undefined) return isNeeded ? someOf(struct, fields) : [];
  return more.map((field) => ({ path: [field], must: `must not stand beside ${first}` }));
}

function wordsFor(fields: readonly string[]): string {
  return fields.length === 0 ? 'a source' : `one of ${fields.join(', ')}`;
}
