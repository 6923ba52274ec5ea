import type { Definition } from '../../bridge/positions.ts';
import { isJsonObject, type Json } from '../../core/json.ts';
import type { DefinitionNode } from './definition-tree.ts';

/**
 * The definitions of one item of a list. Lists are joined from several definitions, in an order of the module system's,
 * and some are written as sets (`ports.web`): a definition belongs to the item that is most like it.
 */
export function itemDefinitions(
  list: DefinitionNode,
  items: readonly Json[],
  wanted: number,
): DefinitionNode[] {
  return [...list.children.values()].filter((child) => mostAlike(child, items) === wanted);
}

function mostAlike(child: DefinitionNode, items: readonly Json[]): number {
  const scores = items.map((item, index) => likeness(child, item, index));
  return scores.indexOf(Math.max(...scores));
}

function likeness(child: DefinitionNode, item: Json, index: number): number {
  const { part } = child;
  if (typeof part === 'string') return keyLikeness(part, item) + agreement(child, item);
  return agreement(child, item) + (part.item === index ? SAME_INDEX : 0);
}

/** Decides where nothing else does. */
const SAME_INDEX = 0.5;

function keyLikeness(key: string, item: Json): number {
  if (!isJsonObject(item)) return 0;
  if (item['name'] === key) return 6;
  return Object.values(item).includes(key) ? 5 : 0;
}

/** How many literals agree with a value, less those that do not. */
function agreement(node: DefinitionNode, value: Json | undefined): number {
  const own = ownAgreement(node.here, value);
  const children = [...node.children.values()];
  if (Array.isArray(value))
    return children.reduce(
      (sum, child) =>
        sum + Math.max(...value.map((item, index) => likeness(child, item, index)), 0),
      own,
    );
  if (!isJsonObject(value)) return own;
  return children.reduce((sum, child) => {
    const member = typeof child.part === 'string' ? value[child.part] : undefined;
    return sum + agreement(child, member);
  }, own);
}

function ownAgreement(here: readonly Definition[], value: Json | undefined): number {
  const literals = here.filter((definition) => definition.value !== undefined);
  if (literals.length === 0) return 0;
  return literals.some((definition) => definition.value === value) ? 1 : -1;
}
