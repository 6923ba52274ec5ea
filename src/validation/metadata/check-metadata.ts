import type { Code } from '../../core/codes.ts';
import { isJsonObject, type Json, type JsonObject } from '../../core/json.ts';
import type { KubernetesObject } from '../../core/object.ts';
import { toDotted, type Path } from '../../core/pointer.ts';
import { text } from '../graph/fields.ts';
import type { Finding } from '../schema/finding.ts';
import type { TreeEntry } from '../schema/tree-object.ts';
import {
  dnsLabel,
  dnsSubdomain,
  labelValue,
  pathSegment,
  qualifiedName,
  serviceName,
  type Syntax,
} from './syntax.ts';

/** Names, labels and annotations of an object and of the templates in it. */
export function checkMetadata(entry: TreeEntry): Finding[] {
  const { object } = entry;
  return [
    ...checkName(entry),
    ...checkLabels(entry, ['metadata'], object['metadata']),
    ...(WITH_PODS.test(object.apiVersion) ? TEMPLATES : []).flatMap((path) =>
      checkLabels(entry, path, valueAt(object, path)),
    ),
  ];
}

/** Custom resources have templates too, but the labels in them may be made of others. */
const WITH_PODS = /^(v1|(apps|batch)\/.*)$/;

/** Where objects hold the metadata of what they make: of pods, of jobs, of the pods of jobs. */
const TEMPLATES: readonly Path[] = [
  ['spec', 'template', 'metadata'],
  ['spec', 'jobTemplate', 'metadata'],
  ['spec', 'jobTemplate', 'spec', 'template', 'metadata'],
];

/** Kinds whose names are not DNS subdomains, by `group/Kind`. Names of undefined ones are not checked. */
const NAMES: ReadonlyMap<string, Syntax | undefined> = new Map([
  ['/Namespace', dnsLabel],
  ['/Service', serviceName],
  ...['Role', 'ClusterRole', 'RoleBinding', 'ClusterRoleBinding'].map(
    (kind) => [`rbac.authorization.k8s.io/${kind}`, pathSegment] as const,
  ),
  ['policy/PodDisruptionBudget', pathSegment],
  ['certificates.k8s.io/CertificateSigningRequest', undefined],
  ['certificates.k8s.io/ClusterTrustBundle', undefined],
  ['networking.k8s.io/IPAddress', undefined],
]);

function checkName({ object, opaque }: TreeEntry): Finding[] {
  const { metadata, apiVersion, kind } = object;
  if (!isJsonObject(metadata)) return [];
  const { name, namespace } = metadata;
  const slash = apiVersion.indexOf('/');
  const key = `${apiVersion.slice(0, Math.max(slash, 0))}/${kind}`;
  const syntax = NAMES.has(key) ? NAMES.get(key) : dnsSubdomain;
  const findings: Finding[] = [];
  for (const [field, value, rule] of [
    ['name', name, syntax],
    ['namespace', namespace, dnsLabel],
  ] as const) {
    if (typeof value !== 'string' || value === '' || opaque(value) !== undefined) continue;
    const wanted = (field === 'name' ? required(object, value) : undefined) ?? rule?.(value);
    if (wanted === undefined) continue;
    const message = `metadata.${field} must be ${wanted}, got ${JSON.stringify(value)}`;
    findings.push({ code: 'metadata/name', path: ['metadata', field], message });
  }
  return findings;
}

/** Names that say something of their object: what they must be when they are not that. */
function required({ apiVersion, kind, spec }: KubernetesObject, name: string): string | undefined {
  // Jobs get the name of their CronJob with the time behind it.
  if (kind === 'CronJob' && apiVersion.startsWith('batch/'))
    return name.length > 52 ? 'at most 52 characters long' : undefined;
  const [front, group] =
    kind === 'CustomResourceDefinition'
      ? [text(spec, 'names', 'plural'), text(spec, 'group')]
      : kind === 'APIService'
        ? [text(spec, 'version'), text(spec, 'group')]
        : [];
  if (front === undefined || group === undefined) return undefined;
  return name === `${front}.${group}` ? undefined : `${front}.${group}`;
}

const MOST_ANNOTATION_BYTES = 256 * 1024;

function checkLabels(entry: TreeEntry, path: Path, metadata: Json | undefined): Finding[] {
  if (!isJsonObject(metadata)) return [];
  const { labels, annotations } = metadata;
  const findings: Finding[] = [];
  if (isJsonObject(labels)) {
    findings.push(
      ...checkKeys(labels, {
        code: 'metadata/label',
        path: [...path, 'labels'],
        syntax: qualifiedName,
      }),
    );
    findings.push(...checkValues(entry, [...path, 'labels'], labels));
  }
  if (!isJsonObject(annotations)) return findings;
  findings.push(
    ...checkKeys(annotations, {
      code: 'metadata/annotation',
      path: [...path, 'annotations'],
      syntax: annotationKey,
    }),
  );
  const bytes = Object.entries(annotations)
    .flat()
    .reduce<number>(
      (sum, text) => sum + (typeof text === 'string' ? Buffer.byteLength(text) : 0),
      0,
    );
  if (bytes <= MOST_ANNOTATION_BYTES) return findings;
  const place = toDotted([...path, 'annotations']);
  const message = `${place} holds ${bytes} bytes; at most ${MOST_ANNOTATION_BYTES} are allowed`;
  return [...findings, { code: 'metadata/annotation', path: [...path, 'annotations'], message }];
}

interface Keys {
  readonly code: Code;
  readonly path: Path;
  readonly syntax: Syntax;
}

function checkKeys(map: JsonObject, { code, path, syntax }: Keys): Finding[] {
  return Object.keys(map).flatMap((key) => {
    const wanted = syntax(key);
    if (wanted === undefined) return [];
    const place = [...path, key];
    return [{ code, path: place, message: `the key of ${toDotted(place)} must be ${wanted}` }];
  });
}

/** Keys of annotations are compared in lower case. */
const annotationKey: Syntax = (key) => qualifiedName(key.toLowerCase());

function checkValues({ opaque, hide }: TreeEntry, path: Path, labels: JsonObject): Finding[] {
  return Object.entries(labels).flatMap(([key, value]) => {
    if (typeof value !== 'string' || opaque(value) !== undefined) return [];
    const wanted = labelValue(value);
    if (wanted === undefined) return [];
    const place = [...path, key];
    const got = hide ? '' : `, got ${JSON.stringify(value.slice(0, 80))}`;
    const message = `${toDotted(place)} must be ${wanted}${got}`;
    return [{ code: 'metadata/label', path: place, message }];
  });
}

function valueAt(object: JsonObject, path: Path): Json | undefined {
  let value: Json | undefined = object;
  for (const part of path) value = isJsonObject(value) ? value[part] : undefined;
  return value;
}
