import { decodePositions, type Definition, type Positions } from '../../bridge/positions.ts';
import { isAbout, type Diagnostic } from '../../core/diagnostic.ts';
import { resourceOf } from '../../validation/graph/external.ts';
import { evaluatePositions } from '../evaluate-project.ts';
import type { RunOptions } from '../options.ts';
import {
  childrenOf,
  literalAt,
  named,
  type DefinitionNode,
  type DefinitionTree,
} from './definition-tree.ts';
import type { Known } from './find.ts';
import { locatedModule } from './located-module.ts';
import { Source } from './source.ts';

/**
 * Failures of evaluation that name an option and no place, with the place of its nearest definition: nixpkgs' module
 * system and hall/kubenix know files alone. It takes a further evaluation; where that fails too, nothing is added.
 */
export async function addOptionOrigins(
  diagnostics: readonly Diagnostic[],
  root: string,
  options: RunOptions,
): Promise<readonly Diagnostic[]> {
  const modules = diagnostics.flatMap((found) => (optionIn(found) ? (found.file ?? []) : []));
  if (modules.length === 0 || options.bundleFile !== undefined) return diagnostics;
  const positions = await positionsOf(modules, root, options);
  if (positions === undefined) return diagnostics;
  const source = new Source(root);
  return diagnostics.map((found) => {
    const option = optionIn(found);
    const located = positions[found.file ?? ''];
    if (option === undefined || located === undefined) return found;
    const definition = findOption(locatedModule(located, source).known, option);
    return definition === undefined ? found : { ...found, origin: source.originOf(definition) };
  });
}

/** Some modules fail here as well; they are left out the second time. */
async function positionsOf(
  modules: readonly string[],
  root: string,
  options: RunOptions,
): Promise<Positions | undefined> {
  const evaluated = await evaluatePositions(root, modules, options);
  if (evaluated.ok) return decodePositions(evaluated.value);
  const failed = new Set(evaluated.diagnostics.map(({ file }) => file));
  const others = modules.filter((module) => !failed.has(module));
  if (others.length === 0 || others.length === modules.length) return undefined;
  const again = await evaluatePositions(root, others, options);
  return again.ok ? decodePositions(again.value) : undefined;
}

const OPTION =
  /^(?:A definition for option |The option |option )?[`‘]?((?:kubernetes|submodules)\.(?:"[^"]*"|[^\s`'’"])+)/;
const PLACE = /\.nix:\d+:\d+/;

/** The option that a failure is about, as a path; undefined for others, and for those that name a place. */
function optionIn(found: Diagnostic): string[] | undefined {
  const hasNoPlace = isAbout('evaluation')(found) && !PLACE.test(found.message);
  const option = hasNoPlace ? OPTION.exec(found.message)?.[1] : undefined;
  return option?.match(/"[^"]*"|[^."]+/g)?.map((part) => part.replace(/^"(.*)"$/, '$1'));
}

/** The deepest definition on the way to an option, in the submodules of its instances as outside of them. */
function findOption(
  known: Known,
  path: readonly string[],
  instance?: string,
): Definition | undefined {
  const [first, , name = '', member] = path;
  if (first === 'submodules')
    return (
      (member === 'config' ? findOption(known, path.slice(4), name) : undefined) ??
      argumentOf(known, name, path)
    );
  const own = known.trees.filter((tree) => tree.instance === instance);
  return (
    findResource(own, path) ??
    (instance === undefined ? findResource(known.trees, path) : undefined)
  );
}

/** `kubernetes.resources.<plural>.<name>` or `kubernetes.api.resources.<group>.<version>.<Kind>.<name>`. */
function findResource(
  trees: readonly DefinitionTree[],
  path: readonly string[],
): Definition | undefined {
  const below = (root: Definition['root']) =>
    trees.filter((tree) => tree.root === root).map(({ top }) => top);
  const isLong = path[1] === 'api';
  const plural = isLong ? resourceOf(path[5] ?? '') : path[2]?.toLowerCase();
  const ofKind = childrenOf(below('resources')).filter(
    ({ part }) => typeof part === 'string' && part.toLowerCase() === plural,
  );
  const found = deepest(ofKind, path.slice(isLong ? 6 : 3));
  return found ?? (isLong ? deepest(below('api'), path.slice(3)) : undefined);
}

/** The argument of an instance that is called as the option is, with most names alike; else the arguments as a whole. */
function argumentOf(
  { definitions }: Known,
  instance: string,
  path: readonly string[],
): Definition | undefined {
  const names = new Set<unknown>(path);
  const rank = (definition: Definition) =>
    (definition.path.at(-1) === path.at(-1) ? MOST : 0) +
    definition.path.filter((part) => names.has(part)).length;
  const own = definitions.filter(
    ({ root, path: at }) => root === 'instances' && at[0] === instance,
  );
  const alike = own.filter((each) => rank(each) > MOST).toSorted((a, b) => rank(b) - rank(a))[0];
  return alike ?? own.find(({ path: at }) => at.length === 2 && at[1] === 'args') ?? own[0];
}

/** More than there are names. */
const MOST = 100;

function deepest(
  start: readonly DefinitionNode[],
  path: readonly string[],
): Definition | undefined {
  let nodes = start;
  let found: Definition | undefined;
  for (const part of path) {
    nodes = [...named(nodes, part), ...itemsCalled(nodes, part)];
    const here = nodes.flatMap((node) => node.here);
    found = here.toSorted((a, b) => a.priority - b.priority || a.line - b.line)[0] ?? found;
  }
  return found;
}

/** Lists that are merged by key call an item by its name, others by its place. */
function itemsCalled(nodes: readonly DefinitionNode[], name: string): DefinitionNode[] {
  const entry = /entry (\d+)\]$/.exec(name)?.[1];
  return childrenOf(nodes).filter(
    (node) =>
      typeof node.part === 'object' &&
      (literalAt(node, ['name']) === name || node.part.item + 1 === Number(entry)),
  );
}
