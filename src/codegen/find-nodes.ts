import { fromPointer } from '../core/pointer.ts';

/** A part of an IR, and the names of the options around it. */
export interface FoundNode<Node> {
  readonly words: readonly string[];
  readonly node: Node;
}

/** The outermost parts of an IR that are wanted. */
export function findNodes<Node extends object>(
  part: unknown,
  isWanted: (part: object) => part is Node,
  words: readonly string[] = [],
): FoundNode<Node>[] {
  if (typeof part !== 'object' || part === null) return [];
  if (isWanted(part)) return [{ words, node: part }];
  return Object.entries(part).flatMap(([key, member]) =>
    HOLDS_NAMES.has(key) && !Array.isArray(member)
      ? Object.entries(member as object).flatMap(([name, inner]) =>
          findNodes(inner, isWanted, [...words, name]),
        )
      : findNodes(member, isWanted, words),
  );
}

/** Members of nodes whose own keys are names of options. */
const HOLDS_NAMES: ReadonlySet<string> = new Set(['options', 'tags']);

/** The names of options in the pointer of one of them: `a` and `b` of `/options/a/type/element/options/b`. */
export function optionNames(pointer: string): string[] {
  const names: string[] = [];
  const steps = fromPointer(pointer).map(String);
  for (let index = 0; index < steps.length; index += 1) {
    if (!HOLDS_NAMES.has(steps[index] ?? '')) continue;
    index += 1;
    names.push(steps[index] ?? '');
  }
  return names;
}
