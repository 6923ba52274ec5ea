import type { Code } from '../../core/codes.ts';
import { isJsonObject, type Json, type JsonObject } from '../../core/json.ts';
import { toDotted, type Path } from '../../core/pointer.ts';
import type { Finding } from '../schema/finding.ts';
import type { SchemaRegistry } from '../schema/registry.ts';
import type { TreeEntry } from '../schema/tree-object.ts';
import { checkName } from './names.ts';
import { labelValue, qualifiedName, type Syntax } from './syntax.ts';

/** Names, labels, annotations and finalizers of an object, labels and annotations of the templates in it. */
export function checkMetadata(entry: TreeEntry, registry: SchemaRegistry): Finding[] {
  const { object } = entry;
  const isBuiltIn = registry.isBuiltIn(object.apiVersion, object.kind);
  return [
    ...checkName(entry, registry.minor),
    ...checkFinalizers(entry, isBuiltIn),
    ...checkGeneration(object),
    ...checkLabels(entry, ['metadata'], object['metadata']),
    ...(WITH_PODS.test(object.apiVersion) ? TEMPLATES : []).flatMap((path) =>
      checkLabels(entry, path, valueAt(object, path)).map((finding): Finding =>
        path[1] === 'jobTemplate' && path.length === 3
          ? { ...finding, severity: 'warning' }
          : finding,
      ),
    ),
  ];
}

/** Custom resources have templates too, but the labels in them may be made of others. */
const WITH_PODS = /^(v1|(apps|batch)\/.*)$/;

/**
 * Where objects hold the metadata of what they make: of pods, of jobs, of the pods of jobs. What jobs are made with is
 * not looked at before the first one is made.
 */
const TEMPLATES: readonly Path[] = [
  ['template', 'metadata'],
  ['spec', 'template', 'metadata'],
  ['spec', 'jobTemplate', 'metadata'],
  ['spec', 'jobTemplate', 'spec', 'template', 'metadata'],
];

/** Kinds that take finalizers without a domain. */
const FREE_FINALIZERS: ReadonlySet<string> = new Set([
  ...['Event', 'PodDisruptionBudget', 'RuntimeClass', 'Lease', 'LeaseCandidate', 'APIService'],
  ...['CustomResourceDefinition', 'ValidatingWebhookConfiguration', 'MutatingWebhookConfiguration'],
  ...['ValidatingAdmissionPolicy', 'ValidatingAdmissionPolicyBinding'],
  ...['MutatingAdmissionPolicy', 'MutatingAdmissionPolicyBinding'],
]);

function checkGeneration({ metadata }: JsonObject): Finding[] {
  const generation = isJsonObject(metadata) ? metadata['generation'] : undefined;
  if (typeof generation !== 'number' || generation >= 0) return [];
  const message = 'metadata.generation must be at least 0';
  return [{ code: 'schema/value', path: ['metadata', 'generation'], message }];
}

/** Finalizers keep an object until somebody takes them away: a domain says who. */
function checkFinalizers({ object, opaque }: TreeEntry, isBuiltIn: boolean): Finding[] {
  const { metadata, kind } = object;
  const finalizers = isJsonObject(metadata) ? metadata['finalizers'] : undefined;
  if (!Array.isArray(finalizers)) return [];
  const needsDomain = isBuiltIn && !FREE_FINALIZERS.has(kind);
  return finalizers.flatMap((name, index) => {
    if (typeof name !== 'string' || opaque(name) !== undefined) return [];
    const wanted = qualifiedName(name) ?? (needsDomain ? finalizerDomain(name) : undefined);
    if (wanted === undefined) return [];
    const path = ['metadata', 'finalizers', index];
    const message = `${toDotted(path)} must be ${wanted}, got ${JSON.stringify(name)}`;
    return [{ code: 'schema/format', path, message }];
  });
}

const PLAIN_FINALIZERS: ReadonlySet<string> = new Set([
  'kubernetes',
  'orphan',
  'foregroundDeletion',
]);

function finalizerDomain(name: string): string | undefined {
  return name.includes('/') || PLAIN_FINALIZERS.has(name)
    ? undefined
    : 'a domain and a name such as example.org/cleanup';
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
