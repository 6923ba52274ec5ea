import { warningAt, type Diagnostic } from '../../core/diagnostic.ts';
import type { ManifestFile } from '../../core/manifest-file.ts';
import { describeObject } from '../../core/object.ts';
import { toDotted, toPointer, type Path } from '../../core/pointer.ts';
import { isSubstitutionDisabled } from './texts.ts';

/**
 * Rule `flux/substituted-value`: a value of a placeholder that Flux would change. It decrypts a file before it puts
 * variables into it, so `${x}` or `$$` in a password is read as its own. The value is not shown.
 *
 * @param value what the text is after the injection
 */
export function substitutedValue(
  file: ManifestFile,
  { object: index, path }: { readonly object: number; readonly path: Path },
  value: unknown,
): Diagnostic[] {
  const object = file.objects[index];
  if (object === undefined || typeof value !== 'string' || !isChanged(value)) return [];
  if (isSubstitutionDisabled(object)) return [];
  return [
    warningAt(
      'flux/substituted-value',
      `${toDotted(path)}: with its value the text holds \`\${…}\` or \`$$\`, which Flux reads as its own`,
      {
        ...{ file: file.path, object: describeObject(object), pointer: toPointer(path) },
        help: 'keep the value as base64 in the store and write its placeholder below `data`, or give the object the annotation `kustomize.toolkit.fluxcd.io/substitute: disabled`',
      },
    ),
  ];
}

function isChanged(value: string): boolean {
  return value.includes('$$') || value.includes('${');
}
