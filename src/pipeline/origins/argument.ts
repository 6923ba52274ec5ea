import type { Definition } from '../../bridge/positions.ts';
import { isJsonObject, type Json } from '../../core/json.ts';
import type { KubernetesObject } from '../../core/object.ts';
import { record } from '../../validation/graph/fields.ts';
import type { Target } from './find.ts';
import { instanceOf, textIn } from './heads.ts';
import { child, valueAt } from './value-at.ts';

/** The argument of a submodule or of a chart that a place of an object was most likely made from. */
export interface Argument {
  readonly definition: Definition;
  /** True when it has the very value of the place. */
  readonly hasValue: boolean;
}

/**
 * Nobody keeps how a submodule made an object from its arguments. The argument with the same value, and names alike on
 * the way to it, is the one; without any, the arguments as a whole are.
 */
export function findArgument(
  definitions: readonly Definition[],
  target: Target,
): Argument | undefined {
  const own = definitions.filter(isArgumentOf(target.object));
  const wanted = valueAt(target.object, target.path);
  const names = namesTowards(target);
  const end = target.path.at(-1);
  let best: { argument: Argument; score: number } | undefined;
  for (const definition of own) {
    const hasValue = definition.value !== undefined && definition.value === wanted;
    const score =
      (hasValue ? weightOf(definition.value) : 0) +
      new Set(definition.path.slice(2).filter((part) => names.has(part))).size +
      (definition.path.at(-1) === end ? SAME_NAME : 0);
    if (best === undefined || isBetter(definition, score, best))
      best = { argument: { definition, hasValue }, score };
  }
  return best !== undefined && best.score >= LEAST ? best.argument : around(own);
}

const SAME_NAME = 3;
const LEAST = 3;

/** Among equals the stronger definition. */
function isBetter(
  definition: Definition,
  score: number,
  best: { readonly argument: Argument; readonly score: number },
): boolean {
  if (score !== best.score) return score > best.score;
  return definition.priority < best.argument.definition.priority;
}

/** Arguments of the instance of a submodule, or values of the release of a chart. */
function isArgumentOf(object: KubernetesObject): (definition: Definition) => boolean {
  const instance = instanceOf(object);
  const release = textIn(record(object['metadata'], 'labels'), 'app.kubernetes.io/instance');
  return ({ root, path }) =>
    (root === 'instances' && instance !== undefined && path[0] === instance) ||
    (root === 'releases' && release !== undefined && path[0] === release);
}

/** A text is hardly ever the same by chance, `true` often is. */
function weightOf(value: Definition['value']): number {
  if (typeof value === 'string') return 10;
  return typeof value === 'number' ? 6 : 2;
}

/** The names on the way to a place, those of list items and of the object among them: what arguments may be called. */
function namesTowards({ object, path }: Target): ReadonlySet<unknown> {
  const names = new Set<unknown>(path.filter((part) => typeof part === 'string'));
  const name = textIn(record(object, 'metadata'), 'name') ?? '';
  for (const part of [name, ...name.split('-')]) names.add(part);
  path.reduce<Json | undefined>((value, part) => {
    const next = child(value, part);
    if (typeof part === 'number' && isJsonObject(next)) names.add(next['name']);
    return next;
  }, object);
  return names;
}

/** The arguments as a whole, else the instance. */
function around(own: readonly Definition[]): Argument | undefined {
  const whole =
    own.find(({ path }) => path.length === 2 && (path[1] === 'args' || path[1] === 'values')) ??
    own.find(({ path }) => path.length === 1);
  return whole === undefined ? undefined : { definition: whole, hasValue: false };
}
