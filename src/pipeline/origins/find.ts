import type { Definition } from '../../bridge/positions.ts';
import { isJsonObject, type Json } from '../../core/json.ts';
import type { KubernetesObject } from '../../core/object.ts';
import type { Path } from '../../core/pointer.ts';
import { findArgument } from './argument.ts';
import { resourcePath } from './resource-path.ts';
import { child, valueAt } from './value-at.ts';

/** A place in an object whose definition is wanted. */
export interface Target {
  readonly object: KubernetesObject;
  readonly path: Path;
}

/**
 * The definition nearest to a place of an object: the attribute itself where it is written as a resource, else the
 * argument of the submodule that it was made from, else what stands around it.
 */
export function findDefinition(
  definitions: readonly Definition[],
  target: Target,
): Definition | undefined {
  const direct = nearest(definitions, target);
  const argument = findArgument(definitions, target);
  // What a submodule makes of an argument is right; the argument is what is wrong.
  const isMade = direct?.definition.instance !== undefined && argument?.hasValue === true;
  const isFound = direct?.depth === target.path.length && !isMade;
  return isFound ? direct.definition : (argument?.definition ?? direct?.definition);
}

/** The deepest definition on the way to the place; among equals the one with its value, then the strongest. */
function nearest(definitions: readonly Definition[], target: Target) {
  const wanted = valueAt(target.object, target.path);
  let best: { definition: Definition; depth: number; rank: number } | undefined;
  for (const definition of resourcePath(definitions, target.object)) {
    const depth = depthOf(definition.rest, target);
    if (depth === undefined) continue;
    const isValue = definition.definition.value === wanted ? 1 : 0;
    const rank = depth * 1e5 + isValue * 1e4 - definition.definition.priority;
    if (best === undefined || rank > best.rank)
      best = { definition: definition.definition, depth, rank };
  }
  return best;
}

/** How far a path of definitions leads to the target; undefined when it leads elsewhere. */
function depthOf(rest: Path, { object, path }: Target): number | undefined {
  if (rest.length > path.length) return undefined;
  let value: Json | undefined = object;
  for (const [index, written] of rest.entries()) {
    const part = path[index] ?? '';
    value = child(value, part);
    if (String(written) === String(part)) continue;
    if (typeof part !== 'number' || !isKeyOf(String(written), value)) return undefined;
  }
  return rest.length;
}

/** Lists that are merged by key may be written as sets: `ports.web` is the item with the name `web`. */
function isKeyOf(key: string, item: Json | undefined): boolean {
  return isJsonObject(item) && Object.values(item).some((value) => value === key);
}
