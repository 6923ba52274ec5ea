import { errorAt, type Diagnostic } from '../core/diagnostic.ts';
import type { ManifestFile } from '../core/manifest-file.ts';
import { describeObject } from '../core/object.ts';
import { toDotted, toPointer, type Path } from '../core/pointer.ts';
import { isWholeString, type Placement } from '../core/reference.ts';
import { Secret } from '../core/secret.ts';
import type { Tree, TreeObject } from '../core/tree.ts';
import type { Json } from '../core/json.ts';
import { readManifest } from '../yaml/read.ts';
import { substitutedValue } from './flux/substituted-values.ts';
import { checkValue } from './schema/check.ts';
import { isBase64 } from './schema/formats.ts';
import { nodeAt } from './schema/node-at.ts';
import type { SchemaRegistry } from './schema/registry.ts';

/**
 * Checks values after their injection, in messages without them: `data` of a Secret must be base64
 * (`secrets/not-base64`), text that read as YAML or JSON before must read to the same shape after
 * (`secrets/breaks-text`), and every value must be what the schema of its object wants there (`schema/…`).
 */
export function checkInjected(
  file: ManifestFile,
  objects: readonly TreeObject[],
  registry: SchemaRegistry,
): Diagnostic[] {
  return file.placements.flatMap((placement) => {
    const object = objects[placement.object];
    const value = object === undefined ? undefined : valueAt(object, placement.path);
    if (value === undefined) return [];
    if (typeof value !== 'string') return checkSchema(file, placement, { value, registry });
    if (isSecretData(file, placement)) return isBase64(value) ? [] : [notBase64(file, placement)];
    const refused = checkSchema(file, placement, { value, registry });
    const keeps = isWholeString(placement) || keepsShape(placement.text, value);
    return keeps ? refused : [...refused, breaksText(file, placement)];
  });
}

/** What in a file Flux would take for its own once values are in it: code `flux/substituted-value`. */
export function checkSubstituted(file: ManifestFile, objects: readonly TreeObject[]): Diagnostic[] {
  return file.placements.flatMap((placement) => {
    const object = objects[placement.object];
    const value = object === undefined ? undefined : valueAt(object, placement.path);
    // Base64 holds neither.
    return isSecretData(file, placement) ? [] : substitutedValue(file, placement, value);
  });
}

function valueAt(object: TreeObject, path: Path): Json | undefined {
  let value: Tree | undefined = object;
  for (const part of path) value = (value as Record<string | number, Tree> | undefined)?.[part];
  return value === undefined ? undefined : revealed(value);
}

function revealed(value: Tree): Json {
  if (value instanceof Secret) {
    const scalar = Secret.reveal(value);
    return typeof scalar === 'bigint' ? Number(scalar) : scalar;
  }
  if (Array.isArray(value)) return value.map(revealed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, revealed(item)]));
}

function checkSchema(
  file: ManifestFile,
  placement: Placement,
  { value, registry }: { readonly value: Json; readonly registry: SchemaRegistry },
): Diagnostic[] {
  const object = file.objects[placement.object];
  const node = object === undefined ? undefined : nodeAt(registry, object, placement.path);
  if (node === undefined || value === null) return [];
  const findings = checkValue(node, value, { hide: true, path: [...placement.path] });
  return findings.map(({ code, message, path }) =>
    errorAt(code, `${message} (the value of a placeholder)`, {
      ...where(file, placement),
      pointer: toPointer(path),
    }),
  );
}

function isSecretData(file: ManifestFile, { object, path }: Placement): boolean {
  return file.objects[object]?.kind === 'Secret' && path[0] === 'data' && path.length === 2;
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
