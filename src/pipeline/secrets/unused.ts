import { infoAt, type Diagnostic } from '../../core/diagnostic.ts';
import { applySettings } from '../../validation/settings.ts';
import type { Generated } from '../gmanifests.ts';
import type { Stores } from '../stores.ts';
import { listKeys, type ListedKey } from './list.ts';

/**
 * Rule `secrets/unused-key`: keys of the stores that no placeholder names, one finding per store. Silent when not every
 * module is known, and for a store that no module uses at all: others may.
 */
export async function unusedKeys(generated: Generated, stores: Stores): Promise<Diagnostic[]> {
  if (generated.partial || generated.needHelm.length > 0) return [];
  const keys = await listKeys(generated, stores);
  if (!keys.ok) return [];
  const used = new Set(keys.value.filter(isUsed).map(({ store }) => store));
  const unused = keys.value.filter(
    (key) => used.has(key.store) && key.usedElsewhere === undefined && !covers(key, keys.value),
  );
  const found = [...new Set(unused.map(({ store }) => store))].map((store) => {
    const names = unused.filter((each) => each.store === store).map(({ key }) => key);
    return infoAt('secrets/unused-key', `no placeholder names ${names.join(', ')} of ${store}`, {
      file: store,
      help: `remove what nobody needs with \`gantry secrets rm KEY --store ${store}\`, or say in settings.usedElsewhere who reads it`,
    });
  });
  return applySettings(found, generated.settings, []);
}

function isUsed({ usedBy }: ListedKey): boolean {
  return usedBy.length > 0;
}

/** True when the key is used, or a placeholder takes the mapping around it as a whole. */
function covers(key: ListedKey, keys: readonly ListedKey[]): boolean {
  return (
    isUsed(key) ||
    keys.some(
      (other) =>
        other.store === key.store &&
        isUsed(other) &&
        (other.key === '' || key.key.startsWith(`${other.key}/`)),
    )
  );
}
