import type { Diagnostic } from '../../core/diagnostic.ts';
import type { ManifestFile } from '../../core/manifest-file.ts';
import { all, success, type Result } from '../../core/result.ts';
import { findFiles } from '../../fs/find.ts';
import { gmanifests, type Generated } from '../gmanifests.ts';
import type { RunOptions } from '../options.ts';
import { storesOf } from '../prepare.ts';
import type { Stores } from '../stores.ts';

/** One key of a secret store; key names are clear text, so no identity is needed to list them. */
export interface ListedKey {
  readonly store: string;
  /** Parts joined with `/`, as behind `#` in a placeholder. */
  readonly key: string;
  /** Modules with a placeholder for it, sorted. */
  readonly usedBy: readonly string[];
  /** False for a key that a placeholder names and the store does not hold. */
  readonly exists: boolean;
}

/** What `gantry secrets ls` shows. */
export interface SecretsList {
  readonly keys: readonly ListedKey[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Lists the keys of every store of the project and of those that placeholders name, with the modules that use them. */
export async function listSecrets(options: RunOptions): Promise<Result<SecretsList>> {
  const generated = await gmanifests(options);
  if (!generated.ok) return generated;
  const keys = await listKeys(generated.value, storesOf(generated.value, options));
  if (!keys.ok) return keys;
  return success({ keys: keys.value, diagnostics: generated.value.diagnostics });
}

/** The keys of the stores of an evaluated project. */
export async function listKeys(
  generated: Generated,
  stores: Pick<Stores, 'parseStore'>,
): Promise<Result<ListedKey[]>> {
  const uses = collectUses(generated.files);
  const { root, settings } = generated;
  const found = await findFiles(root, settings.stores);
  if (!found.ok) return found;
  const paths = [...new Set([...found.value, ...uses.keys()])].sort();
  const listed = all(
    await Promise.all(paths.map((path) => listStore(path, uses.get(path) ?? new Map(), stores))),
  );
  return listed.ok ? success(listed.value.flat()) : listed;
}

/** Store → key → modules. */
type Uses = ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>;

function collectUses(files: readonly ManifestFile[]): Uses {
  const uses = new Map<string, Map<string, Set<string>>>();
  for (const file of files) {
    for (const { reference } of file.placements.flatMap(({ spans }) => spans)) {
      if (reference.scheme !== 'sops') continue;
      const keys = uses.get(reference.path) ?? new Map<string, Set<string>>();
      const key = reference.key.join('/');
      uses.set(reference.path, keys.set(key, (keys.get(key) ?? new Set()).add(file.module)));
    }
  }
  return uses;
}

async function listStore(
  store: string,
  uses: ReadonlyMap<string, ReadonlySet<string>>,
  stores: Pick<Stores, 'parseStore'>,
): Promise<Result<ListedKey[]>> {
  const parsed = await stores.parseStore(store);
  if (!parsed.ok) return parsed;
  const present = parsed.value.keys().map((key) => key.join('/'));
  const names = [...new Set([...present, ...uses.keys()])];
  return success(
    names.map((key) => ({
      store,
      key,
      usedBy: [...(uses.get(key) ?? [])].sort(),
      exists: present.includes(key) || present.some((name) => name.startsWith(`${key}/`)),
    })),
  );
}
