import type { YamlNode } from '../../yaml/node.ts';
import { oldBoolean } from '../../yaml/old-booleans.ts';

/** The node with the booleans that Helm sees: it reads YAML 1.1, in which `yes` and `off` are no text. */
export function asHelmReads(node: YamlNode): YamlNode {
  switch (node.kind) {
    case 'map':
      return {
        ...node,
        entries: node.entries.map((entry) => ({ ...entry, value: asHelmReads(entry.value) })),
      };
    case 'list':
      return {
        ...node,
        items: node.items.map((item) => ({ ...item, value: asHelmReads(item.value) })),
      };
    case 'scalar': {
      if (node.style !== 'plain' || typeof node.value !== 'string') return node;
      const value = oldBoolean(node.value);
      return value === undefined ? node : { ...node, value };
    }
  }
}
