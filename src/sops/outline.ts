import { isJsonObject, type Json } from '../core/json.ts';
import type { Path } from '../core/pointer.ts';
import { scalarToJson } from '../yaml/to-json.ts';
import type { SopsFile } from './encrypted-file.ts';
import { selectorOf, selectsPath, type Selection } from './selection.ts';
import { foldDocument } from './walk.ts';

/** Stands for any value that its selection encrypts, the empty text included: a reader without a key sees no more. */
const SEALED = '[sealed]';

/** The documents of an encrypted file as they show without a key. */
export function outlineOfFile({ documents, metadata }: SopsFile): Json[] {
  const selector = selectorOf(metadata.selection);
  return documents.map(({ root }) =>
    foldDocument<Json>(root, selector, {
      leaf: ({ node, selected }) =>
        selected && node.value !== null ? SEALED : scalarToJson(node.value, node.source),
      map: (_, entries) =>
        Object.fromEntries(entries.map(({ entry, value }) => [entry.key, value])),
      list: (_, items) => [...items],
    }),
  );
}

/** Objects as they would show in a file of this selection. */
export function outlineOfObjects(objects: readonly Json[], selection: Selection): Json[] {
  return objects.map((object) => outline(object, [], selection));
}

function outline(value: Json, path: Path, selection: Selection): Json {
  if (Array.isArray(value)) {
    return value.map((item, index) => outline(item, [...path, index], selection));
  }
  if (isJsonObject(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, outline(item, [...path, key], selection)]),
    );
  }
  return value !== null && selectsPath(selection, path) ? SEALED : value;
}
