import { isJsonObject, type Json } from '../../core/json.ts';
import type { Path } from '../../core/pointer.ts';
import { isTellingKey, looksLikeCredential, looksRandom } from './credentials.ts';
import type { TreeRule } from './rule.ts';

/** Rule `secret/credential-in-clear`: text that looks like a credential in a file that is not encrypted. */
export const credentialInClear: TreeRule = {
  code: 'secret/credential-in-clear',
  severity: 'warning',
  check: ({ graph, files }) => {
    const clear = new Set(files.filter(({ encrypt }) => !encrypt).map(({ path }) => path));
    return graph.nodes
      .filter(({ file, kind }) => clear.has(file) && kind !== 'Secret')
      .flatMap((node) =>
        placesIn(node.value, node.path, '').map((path) => ({
          node,
          path,
          message: 'this text looks like a credential, and the file is not encrypted',
          help: 'keep it in a secret store and refer to it, in a Secret of an encrypted module; a credential that was committed has to be replaced',
        })),
      );
  },
};

/** Where credentials stand below `value`; `key` says what the value is called. */
function placesIn(value: Json, path: Path, key: string): Path[] {
  if (typeof value === 'string') {
    const isCredential =
      value.length >= SHORTEST &&
      (looksLikeCredential(value) || (isTellingKey(key) && looksRandom(value)));
    return isCredential ? [path] : [];
  }
  if (Array.isArray(value)) return value.flatMap((item, at) => placesIn(item, [...path, at], ''));
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([name, item]) => {
    // Checksums and the like have telling names and random values.
    if (name === 'annotations' || name === 'labels') return [];
    const called = name === 'value' && typeof value['name'] === 'string' ? value['name'] : name;
    return placesIn(item, [...path, name], called);
  });
}

const SHORTEST = 20;
