import { errorAt, infoAt, type Diagnostic, type Origin } from '../core/diagnostic.ts';
import { isJsonObject, type Json, type JsonObject } from '../core/json.ts';
import type { Path } from '../core/pointer.ts';
import { success, type Result } from '../core/result.ts';
import { lexPlaceholders, mayHoldPlaceholder } from '../references/placeholder.ts';
import type { TreeFile } from '../validation/schema/tree-object.ts';
import { readManifest } from '../yaml/read.ts';
import { placeOf } from '../yaml/place.ts';

/** A text to be validated. */
export interface Text {
  readonly path: string;
  readonly text: string;
  /** Named by the user: it must hold objects. In a folder, other files are told and left alone. */
  readonly named: boolean;
}

/** A YAML or JSON text with its objects, and what keeps it from being read. */
export interface DocumentFile extends TreeFile {
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads a text as Kubernetes tools do. Ciphertexts of SOPS and placeholders stand for values that are not known. */
export function documentFile({ path, text, named }: Text): DocumentFile {
  const documents = readTexts(text, path);
  const objects = documents.ok ? documents.value.map(withoutSops) : [];
  const origin = (index: number, place: Path): Origin | undefined => {
    const position = placeOf(text, index, place);
    return position === undefined ? undefined : { file: path, ...position };
  };
  return {
    path,
    objects,
    hide: documents.ok && documents.value.some(isEncrypted),
    opaque,
    origin,
    diagnostics: documents.ok
      ? objects.flatMap((object, index) =>
          problemsOf(object, { path, named, origin: origin(index, []) }),
        )
      : documents.diagnostics,
  };
}

/** JSON is YAML too, but several times faster to read as what it is. */
function readTexts(text: string, path: string): Result<Json[]> {
  if (/^\s*\{/.test(text)) {
    try {
      return success([JSON.parse(text) as Json]);
    } catch {
      // A flow mapping of YAML, or JSON with an error that the reader below places.
    }
  }
  return readManifest(text, path);
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
  if (!mayHoldPlaceholder(text)) return undefined;
  const { spans } = lexPlaceholders(text);
  const [span] = spans;
  if (span === undefined) return undefined;
  return span.start === 0 && span.end === text.length ? 'value' : 'text';
}

interface Place {
  readonly path: string;
  readonly named: boolean;
  readonly origin: Origin | undefined;
}

function problemsOf(object: Json, { path, named, origin }: Place): Diagnostic[] {
  const fields: JsonObject = isJsonObject(object) ? object : {};
  const missing = ['apiVersion', 'kind'].filter((field) => typeof fields[field] !== 'string');
  const details = { file: path, ...(origin === undefined ? {} : { origin }) };
  if (missing.length > 0) {
    const message = `${path} holds a document without ${missing.join(' and ')}`;
    return named || missing.length === 1
      ? [errorAt('schema/object', message, details)]
      : [infoAt('schema/object', `${message}: it is not checked`, details)];
  }
  const { metadata } = fields;
  const named_ = isJsonObject(metadata)
    ? (metadata['name'] ?? metadata['generateName'])
    : undefined;
  const isList = Array.isArray(fields['items']);
  if (isList || !isJsonObject(metadata) || (named_ !== undefined && named_ !== '')) return [];
  return [errorAt('schema/object', `${path} holds an object without metadata.name`, details)];
}
