import { isJsonObject, type Json, type JsonObject } from '../../core/json.ts';
import type { Path } from '../../core/pointer.ts';
import { text } from '../graph/fields.ts';
import type { GraphNode } from '../graph/node.ts';
import type { RuleInput } from '../rules/rule.ts';
import type { AppliedKustomization } from './kustomizations.ts';
import { readSubstitutions, type Substitutions } from './substitution.ts';
import type { Variables } from './variables.ts';

/** A text with `${…}` or `$$` in it that Flux puts variables into. */
export interface SubstitutedText extends Substitutions {
  readonly node: GraphNode;
  readonly path: Path;
  readonly text: string;
  /** It is the key of a mapping. */
  readonly isKey: boolean;
  readonly kustomization: AppliedKustomization;
  readonly variables: Variables;
}

/** Every text with `${…}` or `$$` that a Kustomization changes before it is applied, the keys of mappings included. */
export function substitutedTexts({ graph, kustomizations }: RuleInput): SubstitutedText[] {
  return kustomizations.flatMap((kustomization) => {
    const { variables, files } = kustomization;
    if (variables === undefined) return [];
    const paths = new Set(files.map(({ path }) => path));
    return graph.nodes
      .filter((node) => paths.has(node.file) && !isDisabled(node))
      .flatMap((node) =>
        textsIn(node.value, node.path).map((found) => ({
          ...readSubstitutions(found.text),
          ...found,
          node,
          kustomization,
          variables,
        })),
      );
  });
}

/** How to keep Flux away from a text. */
export const ESCAPE =
  'write `$${…}` where the text is meant as it stands, or give the object the annotation `kustomize.toolkit.fluxcd.io/substitute: disabled`';

const SUBSTITUTE = 'kustomize.toolkit.fluxcd.io/substitute';

function isDisabled({ value }: GraphNode): boolean {
  return isSubstitutionDisabled(value);
}

/** Whether an object tells Flux to put no variables into it. */
export function isSubstitutionDisabled(value: JsonObject): boolean {
  return ['labels', 'annotations'].some(
    (marks) => text(value, 'metadata', marks, SUBSTITUTE) === 'disabled',
  );
}

interface Text {
  readonly path: Path;
  readonly text: string;
  readonly isKey: boolean;
}

function textsIn(value: Json, path: Path, isKey = false): Text[] {
  if (typeof value === 'string')
    return value.includes('${') || value.includes('$$') ? [{ path, text: value, isKey }] : [];
  if (Array.isArray(value)) return value.flatMap((item, index) => textsIn(item, [...path, index]));
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([key, item]) => [
    ...textsIn(key, [...path, key], true),
    ...textsIn(item, [...path, key]),
  ]);
}
