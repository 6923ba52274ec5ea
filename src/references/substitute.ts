import { errorAt, type Diagnostic } from '../core/diagnostic.ts';
import { describeObject, type KubernetesObject } from '../core/object.ts';
import { toDotted, toPointer, type Path } from '../core/pointer.ts';
import { describeReference, isWholeString, type Placement } from '../core/reference.ts';
import { failure, success, type Result } from '../core/result.ts';
import { Secret } from '../core/secret.ts';
import type { Tree, TreeObject } from '../core/tree.ts';
import { scalarText } from './scalar-text.ts';
import { wantsText, type TakesText } from './wants-text.ts';

/** A manifest file whose placeholders are to be replaced. */
export interface Substitution {
  readonly file: string;
  readonly objects: readonly KubernetesObject[];
  readonly placements: readonly Placement[];
  /** Values by `describeReference`; every reference of the placements is among them. */
  readonly values: ReadonlyMap<string, Tree>;
  /** What the schemas of the objects say, where there are any. */
  readonly takesText?: TakesText;
}

/**
 * The objects with every placeholder replaced. A placeholder that is the whole string keeps the type of its value,
 * except where Kubernetes wants text; within longer text each value becomes text as Go prints it. The objects given are
 * not changed. Code `secrets/not-a-scalar` where a mapping, list or null cannot stand.
 */
export function substitute(substitution: Substitution): Result<TreeObject[]> {
  const objects: TreeObject[] = substitution.objects.map((object) => structuredClone(object));
  const diagnostics: Diagnostic[] = [];
  for (const placement of substitution.placements) {
    const object = substitution.objects[placement.object];
    const target = objects[placement.object];
    if (object === undefined || target === undefined) throw new Error('placement outside its file');
    const { path } = placement;
    const asText = substitution.takesText?.(object, path) ?? wantsText(object, path);
    const value = injectedValue(placement, substitution.values, asText);
    if (value === undefined) diagnostics.push(notAScalar(substitution.file, object, placement));
    else replaceAt(target, placement.path, value);
  }
  return diagnostics.length > 0 ? failure(...diagnostics) : success(objects);
}

function injectedValue(
  placement: Placement,
  values: ReadonlyMap<string, Tree>,
  asText: boolean,
): Tree | undefined {
  const resolved = placement.spans.map(({ reference }) => {
    const value = values.get(describeReference(reference));
    if (value === undefined)
      throw new Error(`unresolved reference ${describeReference(reference)}`);
    return value;
  });
  const [only] = resolved;
  if (isWholeString(placement) && only !== undefined) return asText ? wholeText(only) : only;
  return joined(placement, resolved);
}

/** Empty and null values of a store stay what they are: the API server reads both as empty. */
function wholeText(value: Tree): Tree | undefined {
  if (value === null || (value instanceof Secret && Secret.reveal(value) === null)) return null;
  const text = scalarText(value);
  return text === undefined ? undefined : new Secret(text);
}

function joined(placement: Placement, resolved: readonly Tree[]): Tree | undefined {
  const texts = resolved.map(scalarText);
  let result = '';
  let end = 0;
  for (const [index, span] of placement.spans.entries()) {
    const text = texts[index];
    if (text === undefined) return undefined;
    result += placement.text.slice(end, span.start) + text;
    end = span.end;
  }
  return new Secret(result + placement.text.slice(end));
}

function replaceAt(target: TreeObject, path: Path, value: Tree): void {
  let parent: Tree = target;
  for (const part of path.slice(0, -1))
    parent = (parent as Record<string | number, Tree>)[part] as Tree;
  (parent as Record<string | number, Tree>)[path.at(-1) ?? ''] = value;
}

function notAScalar(file: string, object: KubernetesObject, placement: Placement): Diagnostic {
  const names = placement.spans.map(({ reference }) => describeReference(reference)).join(', ');
  return errorAt(
    'secrets/not-a-scalar',
    `${toDotted(placement.path)}: the value of ${names} is a mapping, a list or null, and text is wanted here`,
    {
      file,
      object: describeObject(object),
      pointer: toPointer(placement.path),
      help: 'name one value of it: `#KEY/SUBKEY`',
    },
  );
}
