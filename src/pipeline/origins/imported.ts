import { isJsonObject, type Json, type JsonObject } from '../../core/json.ts';
import type { Origin } from '../../core/diagnostic.ts';
import { record } from '../../validation/graph/fields.ts';
import { placesOf } from '../../yaml/place.ts';
import { readManifest } from '../../yaml/read.ts';
import type { Target } from './find.ts';

/** A file of `kubernetes.imports`. */
export interface ImportedText {
  readonly file: string;
  readonly text: string;
}

/** Where an imported object has a place, in the YAML file that it comes from. */
export function findImported(
  files: readonly ImportedText[],
  { object, path }: Target,
): Origin | undefined {
  for (const { file, text } of files) {
    const documents = readManifest(text, file);
    for (const [index, document] of (documents.ok ? documents.value : []).entries()) {
      const within = itemsOf(document).find(([, item]) => isSame(item, object))?.[0];
      const place = within === undefined ? undefined : placesOf(text)(index, [...within, ...path]);
      if (place !== undefined) return { file, ...place };
    }
  }
  return undefined;
}

/** The objects of a document with their paths: itself, or the items of a List. */
function itemsOf(document: Json): [(string | number)[], Json][] {
  const items =
    isJsonObject(document) && document['kind'] === 'List' ? document['items'] : undefined;
  if (!Array.isArray(items)) return [[[], document]];
  return items.map((item, index) => [['items', index], item]);
}

/** The namespace may come from the module. */
function isSame(written: Json, object: JsonObject): boolean {
  if (!isJsonObject(written) || written['kind'] !== object['kind']) return false;
  const [own, final] = [record(written, 'metadata'), record(object, 'metadata')];
  return (
    own['name'] === final['name'] &&
    (own['namespace'] === undefined || own['namespace'] === final['namespace'])
  );
}
