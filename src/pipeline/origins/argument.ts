import type { Definition } from '../../bridge/positions.ts';
import type { Target } from './find.ts';
import { instanceOf } from './resource-path.ts';
import { valueAt } from './value-at.ts';

/** The argument of a submodule that a place of an object was most likely made from. */
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
  { object, path }: Target,
): Argument | undefined {
  const instance = instanceOf(object);
  if (instance === undefined) return undefined;
  const wanted = valueAt(object, path);
  const names = new Set(path.filter((part) => typeof part === 'string'));
  let best: { argument: Argument; score: number } | undefined;
  for (const definition of definitions) {
    if (definition.root !== 'instances' || definition.path[0] !== instance) continue;
    const hasValue = definition.value !== undefined && definition.value === wanted;
    const score =
      (hasValue ? weightOf(definition.value) : 0) +
      namesIn(definition, names) +
      (definition.path.at(-1) === path.at(-1) ? SAME_NAME : 0);
    if (best === undefined || score > best.score)
      best = { argument: { definition, hasValue }, score };
  }
  return best !== undefined && best.score >= LEAST ? best.argument : around(definitions, instance);
}

const SAME_NAME = 3;
const LEAST = 3;

/** A text is hardly ever the same by chance, `true` often is. */
function weightOf(value: Definition['value']): number {
  if (typeof value === 'string') return 10;
  return typeof value === 'number' ? 6 : 2;
}

function namesIn({ path }: Definition, names: ReadonlySet<string | number>): number {
  return path.slice(2).filter((part) => names.has(part)).length;
}

/** The arguments as a whole, else the instance. */
function around(definitions: readonly Definition[], instance: string): Argument | undefined {
  const own = definitions.filter(({ root, path }) => root === 'instances' && path[0] === instance);
  const whole =
    own.find(({ path }) => path.length === 2 && path[1] === 'args') ??
    own.find(({ path }) => path.length === 1);
  return whole === undefined ? undefined : { definition: whole, hasValue: false };
}
