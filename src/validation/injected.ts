import { errorAt, type Diagnostic } from '../core/diagnostic.ts';
import type { ManifestFile } from '../core/manifest-file.ts';
import { describeObject } from '../core/object.ts';
import { toDotted, toPointer, type Path } from '../core/pointer.ts';
import { isWholeString, type Placement } from '../core/reference.ts';
import { Secret } from '../core/secret.ts';
import type { Tree, TreeObject } from '../core/tree.ts';
import { readManifest } from '../yaml/read.ts';

/**
 * Checks values after their injection, in messages without them: `data` of a Secret must be base64
 * (`secrets/not-base64`), and text that read as YAML or JSON before must read to the same shape after
 * (`secrets/breaks-text`).
 */
export function checkInjected(file: ManifestFile, objects: readonly TreeObject[]): Diagnostic[] {
  return file.placements.flatMap((placement) => {
    const object = objects[placement.object];
    const value = object === undefined ? undefined : textAt(object, placement.path);
    if (value === undefined) return [];
    if (isSecretData(file, placement) && !isBase64(value)) return [notBase64(file, placement)];
    return isWholeString(placement) || keepsShape(placement.text, value)
      ? []
      : [breaksText(file, placement)];
  });
}

function textAt(object: TreeObject, path: Path): string | undefined {
  let value: Tree | undefined = object;
  for (const part of path) value = (value as Record<string | number, Tree> | undefined)?.[part];
  const scalar = value instanceof Secret ? Secret.reveal(value) : value;
  return typeof scalar === 'string' ? scalar : undefined;
}

function isSecretData(file: ManifestFile, { object, path }: Placement): boolean {
  return file.objects[object]?.kind === 'Secret' && path[0] === 'data' && path.length === 2;
}

/** Base64 as the API server reads it: standard alphabet, padded; line breaks are ignored. */
function isBase64(text: string): boolean {
  const body = text.replaceAll(/[\r\n]/g, '');
  return body.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(body);
}

/** Text of one line is data of its own; only what reads as a mapping or list before has a shape to keep. */
function keepsShape(before: string, after: string): boolean {
  const shape = shapeOf(before);
  return shape === undefined || shape === shapeOf(after);
}

function shapeOf(text: string): string | undefined {
  const documents = readManifest(text, 'text');
  if (!documents.ok || !documents.value.some((document) => typeof document === 'object'))
    return undefined;
  return JSON.stringify(documents.value, (_key, value: unknown) =>
    typeof value === 'object' ? value : 0,
  );
}

function notBase64(file: ManifestFile, placement: Placement): Diagnostic {
  return errorAt(
    'secrets/not-base64',
    `${toDotted(placement.path)}: the value of the placeholder is not base64`,
    {
      ...where(file, placement),
      help: 'write the placeholder below stringData, or keep the value as base64 in the store',
    },
  );
}

function breaksText(file: ManifestFile, placement: Placement): Diagnostic {
  return errorAt(
    'secrets/breaks-text',
    `${toDotted(placement.path)}: with the value injected, the text no longer reads as the same YAML or JSON`,
    {
      ...where(file, placement),
      help: 'quote the placeholder in the text, or store a value without quotes, line feeds and `: `',
    },
  );
}

function where(file: ManifestFile, placement: Placement) {
  const object = file.objects[placement.object];
  return {
    file: file.path,
    pointer: toPointer(placement.path),
    ...(object === undefined ? {} : { object: describeObject(object) }),
  };
}
