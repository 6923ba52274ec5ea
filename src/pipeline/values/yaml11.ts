import type { YamlNode } from '../../yaml/node.ts';

const YES = /^(y|Y|yes|Yes|YES|on|On|ON)$/;
const NO = /^(n|N|no|No|NO|off|Off|OFF)$/;

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
      const isBoolean = YES.test(node.value) || NO.test(node.value);
      return isBoolean ? { ...node, value: YES.test(node.value) } : node;
    }
  }
}
