import type { Declaration, Shape } from './shape.ts';

/**
 * Declarations that say the same become one, under the name of the first: a submodule that many options have, or one
 * inside a type that holds itself. Doc comments count: they tell where an option is declared.
 */
export function mergeEqual(declarations: readonly Declaration[]): Declaration[] {
  const firsts = firstOfEqual(declarations);
  if (new Set(firsts.values()).size === declarations.length) return [...declarations];
  return declarations
    .filter(({ name }) => firsts.get(name) === name)
    .map(({ read, write, ...others }) => ({
      ...others,
      read: renamed(read, firsts),
      write: renamed(write, firsts),
    }));
}

/**
 * Each name → the first of those that are equal to it. All that look alike are taken for equal, until names that they
 * refer to show otherwise; so declarations that refer to each other in circles can be equal too.
 */
function firstOfEqual(declarations: readonly Declaration[]): ReadonlyMap<string, string> {
  const nodes = declarations.map(split);
  let firsts = firstsBy(nodes, ({ text }) => text);
  for (;;) {
    const known = firsts;
    const next = firstsBy(nodes, ({ name, names }) =>
      [name, ...names].map((one) => known.get(one)).join(' '),
    );
    if (new Set(next.values()).size === new Set(known.values()).size) return known;
    firsts = next;
  }
}

interface Node {
  readonly name: string;
  /** All that a declaration says but its name and the names it refers to. */
  readonly text: string;
  /** The names it refers to. */
  readonly names: readonly string[];
}

function split({ name, doc, read, write }: Declaration): Node {
  const names: string[] = [];
  const text = JSON.stringify([doc, read, write], (_, part: unknown) => {
    if (!isNamed(part)) return part;
    names.push(part.name);
    return part.kind;
  });
  return { name, text, names };
}

function isNamed(part: unknown): part is { kind: 'named'; name: string } {
  return typeof part === 'object' && part !== null && 'kind' in part && part.kind === 'named';
}

function firstsBy(nodes: readonly Node[], keyOf: (node: Node) => string): Map<string, string> {
  const byKey = new Map<string, string>();
  return new Map(
    nodes.map((node) => {
      const key = keyOf(node);
      const first = byKey.get(key) ?? node.name;
      byKey.set(key, first);
      return [node.name, first];
    }),
  );
}

function renamed(shape: Shape, names: ReadonlyMap<string, string>): Shape {
  const inner = (part: Shape): Shape => renamed(part, names);
  switch (shape.kind) {
    case 'named':
      return { ...shape, name: names.get(shape.name) ?? shape.name };
    case 'nullable':
      return { ...shape, inner: inner(shape.inner) };
    case 'array':
      return { ...shape, items: inner(shape.items) };
    case 'record':
      return { ...shape, values: inner(shape.values) };
    case 'union':
      return { ...shape, members: shape.members.map(inner) };
    case 'object':
      return {
        ...shape,
        properties: shape.properties.map((property) => ({
          ...property,
          shape: inner(property.shape),
        })),
        ...(shape.rest === undefined ? {} : { rest: inner(shape.rest) }),
      };
    case 'unknown':
    case 'boolean':
    case 'string':
    case 'number':
    case 'literal':
      return shape;
    default:
      return shape satisfies never;
  }
}
