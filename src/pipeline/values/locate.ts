import type { Path } from '../../core/pointer.ts';
import type { Span, YamlNode } from '../../yaml/node.ts';

/** The span of the key or item that a path leads to, or of the last one on the way that is there. */
export function locate(root: YamlNode, path: Path): Span | undefined {
  let node = root;
  let found: Span | undefined;
  for (const step of path) {
    const next = below(node, step);
    if (next === undefined) break;
    [found, node] = next;
  }
  return found;
}

function below(node: YamlNode, step: string | number): [Span, YamlNode] | undefined {
  if (node.kind === 'list') {
    const item = node.items[Number(step)]?.value;
    return item && [item.span, item];
  }
  if (node.kind === 'scalar') return undefined;
  const entry = node.entries.find(({ key, merge }) => !merge && key === step);
  return entry && [entry.keySpan, entry.value];
}
