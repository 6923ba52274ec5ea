import type { Definition } from '../../bridge/positions.ts';
import type { Json } from '../../core/json.ts';
import type { KubernetesObject } from '../../core/object.ts';
import type { Path } from '../../core/pointer.ts';
import { findArgument } from './argument.ts';
import { named, type DefinitionNode, type DefinitionTree } from './definition-tree.ts';
import { headsOf } from './heads.ts';
import { itemDefinitions } from './match-items.ts';
import { child, valueAt } from './value-at.ts';

/** A place in an object whose definition is wanted. */
export interface Target {
  readonly object: KubernetesObject;
  readonly path: Path;
}

/** The definitions of a module, and what only its source tells. */
export interface Known {
  readonly definitions: readonly Definition[];
  readonly trees: readonly DefinitionTree[];
  /** True when the value of a definition stands where the definition does. */
  readonly isWritten: (definition: Definition) => boolean;
}

/**
 * The definition nearest to a place of an object: the attribute itself where it is written as a resource, else the
 * argument of the submodule that it was made from, else what stands around it.
 */
export function findDefinition(known: Known, target: Target): Definition | undefined {
  const direct = nearest(headsOf(known.trees, target.object), target);
  const isWhole = direct !== undefined && direct.depth >= presentIn(target);
  if (isWhole && isOwn(direct.definition, known)) return direct.definition;
  const argument = findArgument(known.definitions, target);
  if (isWhole && argument?.hasValue !== true) return direct.definition;
  return argument?.definition ?? direct?.definition;
}

/** How much of the path is there: of a field that is missing, what stands around it. */
function presentIn({ object, path }: Target): number {
  const missing = path.findIndex(
    (_, index) => valueAt(object, path.slice(0, index + 1)) === undefined,
  );
  return missing < 0 ? path.length : missing;
}

/** What a submodule makes of an argument is right; the argument is what is wrong. */
function isOwn(definition: Definition, { isWritten }: Known): boolean {
  return definition.instance === undefined || isWritten(definition);
}

/** The deepest definitions on the way to the place; of them the one with its value, then the strongest. */
function nearest(heads: readonly DefinitionNode[], { object, path }: Target) {
  let nodes = heads;
  let value: Json | undefined = object;
  let found = { depth: 0, definitions: nodes.flatMap(({ here }) => here) };
  for (const [index, part] of path.entries()) {
    nodes = stepInto(nodes, value, part);
    value = child(value, part);
    const definitions = nodes.flatMap(({ here }) => here);
    if (definitions.length > 0) found = { depth: index + 1, definitions };
  }
  const wanted = valueAt(object, path);
  const rank = (definition: Definition) =>
    (definition.value === wanted ? 0 : 1e5) + definition.priority;
  const [first, ...others] = found.definitions;
  if (first === undefined) return undefined;
  const definition = others.reduce((a, b) => (rank(b) < rank(a) ? b : a), first);
  return { depth: found.depth, definition };
}

function stepInto(
  nodes: readonly DefinitionNode[],
  value: Json | undefined,
  part: string | number,
): DefinitionNode[] {
  if (Array.isArray(value))
    return nodes.flatMap((node) => itemDefinitions(node, value, Number(part)));
  return named(nodes, String(part));
}
