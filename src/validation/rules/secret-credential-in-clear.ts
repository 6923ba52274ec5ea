import { isJsonObject, type Json } from '../../core/json.ts';
import type { Path } from '../../core/pointer.ts';
import { findPrivateKeys } from '../../core/private-key.ts';
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
        placesIn(node.value, '').map((path) => ({
          node,
          path: [...node.path, ...path],
          message: 'this text looks like a credential, and the file is not encrypted',
          help: 'keep it in a secret store and refer to it, in a Secret of an encrypted module; a credential that was committed has to be replaced',
        })),
      );
  },
};

/** Where credentials stand below `value`, seen from there; `key` says what the value is called. */
function placesIn(value: Json, key: string): readonly Path[] {
  if (typeof value === 'string') return isCredential(value, key) ? [[]] : NOWHERE;
  if (Array.isArray(value)) return value.flatMap((item, at) => below(at, placesIn(item, '')));
  if (!isJsonObject(value)) return NOWHERE;
  return Object.entries(value).flatMap(([name, item]) => {
    // Checksums and the like have telling names and random values.
    if (name === 'annotations' || name === 'labels') return NOWHERE;
    const called = name === 'value' && typeof value['name'] === 'string' ? value['name'] : name;
    return below(name, placesIn(item, called));
  });
}

const NOWHERE: readonly Path[] = [];

function below(part: string | number, paths: readonly Path[]): readonly Path[] {
  return paths.length === 0 ? paths : paths.map((path) => [part, ...path]);
}

function isCredential(value: string, key: string): boolean {
  if (value.length < SHORTEST || findPrivateKeys(value).length > 0) return false;
  return looksLikeCredential(value) || (isTellingKey(key) && looksRandom(value));
}

const SHORTEST = 20;
