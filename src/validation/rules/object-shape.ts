import { errorAt, type Diagnostic } from '../../core/diagnostic.ts';
import { isJsonObject, type Json } from '../../core/json.ts';
import type { ManifestFile } from '../../core/manifest-file.ts';
import { describeObject } from '../../core/object.ts';

/** Rule `schema/object`: every object has apiVersion, kind and a name (or generateName), all of them text. */
export function objectShape(file: ManifestFile): Diagnostic[] {
  return file.objects.flatMap((object, index) => {
    const missing = missingFields(object);
    if (missing.length === 0) return [];
    return [
      errorAt(
        'schema/object',
        `object ${index + 1} of ${file.module} has no ${missing.join(', no ')}`,
        {
          file: file.path,
          object: isJsonObject(object) ? describeObject(object) : `object ${index + 1}`,
          help: 'every Kubernetes object needs apiVersion, kind and metadata.name',
        },
      ),
    ];
  });
}

/** A `List` has items and needs no name of its own. */
function missingFields(object: Json): string[] {
  if (!isJsonObject(object)) return ['fields'];
  const missing = ['apiVersion', 'kind'].filter((field) => !isText(object[field]));
  const metadata = isJsonObject(object['metadata']) ? object['metadata'] : {};
  const isNamed = isText(metadata['name']) || isText(metadata['generateName']);
  return isNamed || Array.isArray(object['items']) ? missing : [...missing, 'metadata.name'];
}

function isText(value: Json | undefined): boolean {
  return typeof value === 'string' && value !== '';
}
