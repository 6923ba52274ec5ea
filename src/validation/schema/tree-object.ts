import { isJsonObject, type Json } from '../../core/json.ts';
import type { ManifestFile } from '../../core/manifest-file.ts';
import type { KubernetesObject } from '../../core/object.ts';
import type { Origin } from '../../core/diagnostic.ts';
import type { Path } from '../../core/pointer.ts';
import { isWholeString } from '../../core/reference.ts';
import type { LocatedObject } from '../settings.ts';
import type { Walk } from './finding.ts';

/** An object of the tree, Lists opened. */
export interface TreeEntry extends LocatedObject {
  /** Index of the document that holds it. */
  readonly index: number;
  /** Where it stands in that document: empty, or `items`, n. */
  readonly path: Path;
  /** Values of the whole file stay out of messages. */
  readonly hide: boolean;
  readonly opaque: Walk['opaque'];
  /** Where a place of a document was written, for files that are read as they stand. */
  readonly origin?: ((index: number, path: Path) => Origin | undefined) | undefined;
  /** How a number or a boolean of a document is written, for such files, where JSON would write it otherwise. */
  readonly spelling?: ((index: number, path: Path) => string | undefined) | undefined;
}

/** A file as validation sees it, whatever it was read from. */
export interface TreeFile {
  readonly path: string;
  readonly objects: readonly Json[];
  readonly hide: boolean;
  readonly opaque: Walk['opaque'];
  /** Where a place of a document was written, for files that are read as they stand. */
  readonly origin?: ((index: number, path: Path) => Origin | undefined) | undefined;
  /** How a number or a boolean of a document is written, for such files, where JSON would write it otherwise. */
  readonly spelling?: ((index: number, path: Path) => string | undefined) | undefined;
}

/** A manifest file with its placeholders. */
export function treeFile(file: ManifestFile): TreeFile {
  const texts = new Map(
    file.placements.map((placement) => [
      placement.text,
      isWholeString(placement) ? ('value' as const) : ('text' as const),
    ]),
  );
  const opaque = (text: string) => texts.get(text);
  return { path: file.path, objects: file.objects, hide: file.encrypt, opaque };
}

/** Every object of the files; what has no apiVersion or kind is told elsewhere and left out. */
export function treeEntries(files: readonly TreeFile[]): TreeEntry[] {
  return files.flatMap((file) =>
    file.objects.flatMap((object, index) => open(object, { file, index, path: [] })),
  );
}

interface Place {
  readonly file: TreeFile;
  readonly index: number;
  readonly path: Path;
}

function open(object: Json, place: Place): TreeEntry[] {
  if (!isKubernetesObject(object)) return [];
  const { items } = object;
  if (object.apiVersion === 'v1' && object.kind === 'List' && Array.isArray(items)) {
    return items.flatMap((item, index) =>
      open(item, { ...place, path: [...place.path, 'items', index] }),
    );
  }
  const { file, index, path } = place;
  const { hide, opaque, origin, spelling } = file;
  return [{ file: file.path, object, index, path, hide, opaque, origin, spelling }];
}

function isKubernetesObject(value: Json): value is KubernetesObject {
  return (
    isJsonObject(value) &&
    typeof value['apiVersion'] === 'string' &&
    typeof value['kind'] === 'string'
  );
}
