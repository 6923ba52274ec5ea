import { errorAt, STANDARD_INPUT, type Diagnostic, type Origin } from '../../core/diagnostic.ts';
import { placeOnly } from '../../core/place-only.ts';
import { isJsonObject, type Json, type JsonObject } from '../../core/json.ts';
import { toPointer } from '../../core/pointer.ts';
import { lexPlaceholders, mayHoldPlaceholder } from '../../references/placeholder.ts';
import type { TreeFile } from '../../validation/schema/tree-object.ts';
import { readForeign, type ForeignText } from '../../yaml/foreign.ts';
import { isKustomization } from './kustomizations.ts';
import { originsIn, type Located } from './origins.ts';
import { isTemplate } from './templates.ts';

/** A text to be validated. */
export interface Text {
  readonly path: string;
  readonly text: string;
  /** Named by the user: it must hold objects. In a folder, other files are counted and left alone. */
  readonly named: boolean;
}

/** A YAML or JSON text with its objects, and what keeps it from being read. */
export interface DocumentFile extends Omit<TreeFile, 'origin'>, Located {
  /** Holds values that SOPS encrypted. */
  readonly encrypt: boolean;
  readonly foreign: readonly number[];
  readonly named: boolean;
  /** What it tells kustomize; such documents are no objects. */
  readonly kustomizations: readonly JsonObject[];
  /** Has documents that are not Kubernetes' and is in a folder, where that is nobody's mistake. */
  readonly isForeign: boolean;
  /** Lies in a folder and is no YAML because of what another program replaces in it. */
  readonly isTemplate: boolean;
  /** Why it cannot be read. */
  readonly unreadable: readonly Diagnostic[];
  readonly diagnostics: readonly Diagnostic[];
  /** What kubectl and kustomize read differently in its objects. */
  readonly differences: ForeignText['differences'];
}

/**
 * Reads a text as Kubernetes tools do. Ciphertexts of SOPS, placeholders and what Flux substitutes stand for values that
 * are not known.
 */
export function documentFile({ path, text, named }: Text): DocumentFile {
  const read = readForeign(text, path);
  const documents = read.ok ? read.value.values : [];
  const origins = originsIn(text, path);
  const isOfKustomize = (document: Json) => isKustomization(document, path);
  const objects = documents.map((each) => (isOfKustomize(each) ? null : withoutSops(each)));
  const isForeign = (object: Json) => !named && object !== null && isNoObject(object);
  const encrypt = documents.some(isEncrypted);
  const isOurs = named || documents.length === 0 || !documents.every(isForeign);
  return {
    ...{ path, named, objects, opaque, ...origins, encrypt, hide: encrypt },
    spelling: (index, place) =>
      read.ok ? read.value.spellings[index]?.get(toPointer(place)) : undefined,
    // Who made them is not known here: what a chart renders lies in many a tree.
    foreign: objects.map((_, index) => index),
    kustomizations: documents.filter(isJsonObject).filter(isOfKustomize),
    isForeign: objects.some(isForeign) || (!read.ok && !named && isOtherJson(path, text)),
    isTemplate: !read.ok && !named && isTemplate(text),
    unreadable: read.ok
      ? isOurs
        ? read.value.refusals
        : []
      : unreadable(read.diagnostics, path, text),
    diagnostics: objects.flatMap((object, index) =>
      object === null || isForeign(object)
        ? []
        : problemsOf(object, path, () => origins.origin(index, [])),
    ),
    differences: (read.ok ? read.value.differences : []).filter(
      // What is about a file as a whole says nothing of one that is none.
      (difference) => path !== STANDARD_INPUT || difference.path.length > 0,
    ),
  };
}

/** Of a Secret in the clear nothing is quoted. */
function unreadable(
  diagnostics: readonly Diagnostic[],
  path: string,
  text: string,
): readonly Diagnostic[] {
  const isSecret = /\bkind["']?\s*:\s*["']?Secret\b/.test(text);
  return isSecret ? placeOnly(diagnostics, path) : diagnostics;
}

/** JSON with comments and the like, which is nothing to Kubernetes and not meant to be. */
function isOtherJson(path: string, text: string): boolean {
  const isObject = /"apiVersion"\s*:/.test(text) && /"kind"\s*:/.test(text);
  return path.endsWith('.json') && !isObject;
}

function isEncrypted(document: Json): boolean {
  const sops = isJsonObject(document) ? document['sops'] : undefined;
  return isJsonObject(sops) && typeof sops['mac'] === 'string';
}

function withoutSops(document: Json): Json {
  if (!isEncrypted(document)) return document;
  const { sops, ...object } = document as JsonObject;
  return sops === undefined ? document : object;
}

function opaque(text: string): 'value' | 'text' | undefined {
  if (text.startsWith('ENC[AES256_GCM,')) return 'value';
  if (text.includes('${')) return /^\$\{[^{}]*\}$/.test(text) ? 'value' : 'text';
  if (!mayHoldPlaceholder(text)) return undefined;
  const { spans } = lexPlaceholders(text);
  const [span] = spans;
  if (span === undefined) return undefined;
  return span.start === 0 && span.end === text.length ? 'value' : 'text';
}

/** Values of charts and configuration of other programs: nothing about them says Kubernetes. */
function isNoObject(document: Json): boolean {
  const { apiVersion, kind, metadata } = isJsonObject(document) ? document : {};
  const isKubeconfig = apiVersion === 'v1' && kind === 'Config';
  return (
    isKubeconfig || [apiVersion, kind, metadata].filter((each) => each !== undefined).length < 2
  );
}

/** Where the document begins is looked up for those that have a problem alone. */
function problemsOf(object: Json, path: string, origin: () => Origin): Diagnostic[] {
  const message = problemOf(object, path);
  if (message === undefined) return [];
  return [errorAt('schema/object', message, { file: path, origin: origin() })];
}

function problemOf(object: Json, path: string): string | undefined {
  const fields: JsonObject = isJsonObject(object) ? object : {};
  const missing = ['apiVersion', 'kind'].filter((field) => typeof fields[field] !== 'string');
  if (missing.length > 0) return `${path} holds a document without ${missing.join(' and ')}`;
  const { metadata } = fields;
  const name = isJsonObject(metadata) ? (metadata['name'] ?? metadata['generateName']) : undefined;
  const isList = Array.isArray(fields['items']);
  if (isList || metadata === undefined || (name !== undefined && name !== '')) return undefined;
  return `${path} holds an object without metadata.name`;
}
