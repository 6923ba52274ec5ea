import { isJsonObject } from '../../core/json.ts';
import type { GraphNode } from '../graph/node.ts';
import { isTellingKey, looksLikeCredential } from './credentials.ts';
import { isOtherReference } from './other-references.ts';
import type { Finding, TreeRule } from './rule.ts';

/**
 * Rule `secret/clear-literal`: a Secret with literal values in a file that is not encrypted. A warning where the key or
 * the value speaks of a credential; charts fill Secrets with harmless settings too, and those are only told.
 */
export const clearLiteral: TreeRule = {
  code: 'secret/clear-literal',
  severity: 'warning',
  check: ({ graph, files }) => {
    const clear = new Set(files.filter(({ encrypt }) => !encrypt).map(({ path }) => path));
    return graph.nodes
      .filter(({ kind, group, file }) => kind === 'Secret' && group === '' && clear.has(file))
      .flatMap(check);
  },
};

function check(node: GraphNode): Finding[] {
  const values = ['data', 'stringData'].flatMap((field) => literalsIn(node, field));
  const grave = values.filter(({ isGrave }) => isGrave);
  const [first] = grave.length > 0 ? grave : values;
  if (first === undefined) return [];
  const keys = (grave.length > 0 ? grave : values).map(({ key }) => key).join(', ');
  return [
    {
      node,
      path: first.path,
      message: `a Secret with literal values (${keys}) stands in a file that is not encrypted`,
      help: 'rename the module to *.enc.nix or set `manifest.encrypt = true`',
      ...(grave.length > 0 ? {} : { severity: 'info' as const }),
    },
  ];
}

function literalsIn(node: GraphNode, field: string) {
  const values = node.value[field];
  if (!isJsonObject(values)) return [];
  return Object.entries(values).flatMap(([key, value]) => {
    if (typeof value !== 'string' || value === '' || isOtherReference(value)) return [];
    const text = field === 'data' ? Buffer.from(value, 'base64').toString('utf8') : value;
    if (isOtherReference(text)) return [];
    const isGrave = looksLikeCredential(text) || (isTellingKey(key) && text.trim().length > 3);
    return [{ key, isGrave, path: [...node.path, field, key] }];
  });
}
