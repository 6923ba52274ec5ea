import { isJsonObject, type Json } from '../../core/json.ts';
import type { Path } from '../../core/pointer.ts';
import { findPrivateKeysEncoded } from '../../core/private-key.ts';
import type { TreeRule } from './rule.ts';

/** Rule `secret/private-key`: a private key in a file that is not encrypted, in the clear or as base64. */
export const privateKey: TreeRule = {
  code: 'secret/private-key',
  severity: 'error',
  check: ({ graph, files }) => {
    const clear = new Set(files.filter(({ encrypt }) => !encrypt).map(({ path }) => path));
    return graph.nodes
      .filter(({ file }) => clear.has(file))
      .flatMap((node) =>
        placesIn(node.value).map((path) => ({
          node,
          path: [...node.path, ...path],
          message: 'a private key stands in a file that is not encrypted',
          help: 'keep it in a secret store and refer to it from an encrypted module; a key that was committed has to be replaced',
        })),
      );
  },
};

/** Where private keys stand below a value, seen from there; of a name that holds one the place is that of its value. */
function placesIn(value: Json): Path[] {
  if (typeof value === 'string') return findPrivateKeysEncoded(value).length > 0 ? [[]] : [];
  if (!isJsonObject(value) && !Array.isArray(value)) return [];
  const members = Array.isArray(value) ? value.entries() : Object.entries(value);
  return [...members].flatMap(([part, item]: [string | number, Json]) => {
    const inName = typeof part === 'string' && findPrivateKeysEncoded(part).length > 0;
    return (inName ? [[]] : placesIn(item)).map((path) => [part, ...path]);
  });
}
