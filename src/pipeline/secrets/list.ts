import type { Diagnostic } from '../../core/diagnostic.ts';
import type { ManifestFile } from '../../core/manifest-file.ts';
import { all, success, type Result } from '../../core/result.ts';
import { findFiles } from '../../fs/find.ts';
import { readCreationRules } from '../creation-rules.ts';
import { gmanifests, type Generated } from '../gmanifests.ts';
import type { RunOptions } from '../options.ts';
import { storesOf } from '../prepare.ts';
import type { Stores } from '../stores.ts';
import { storesOfRules } from './stores-of-rules.ts';
import { otherReader } from './used-elsewhere.ts';

/** One key of a secret store; key names are clear text, so no identity is needed to list them. */
export interface ListedKey {
  readonly store: string;
  /** Parts joined with `/`, as behind `#` in a placeholder. */
  readonly key: string;
  /** Modules with a placeholder for it, sorted. */
  readonly usedBy: readonly string[];
  /** Who else reads it, as `settings.usedElsewhere` says. */
  readonly usedElsewhere?: string;
  /** False for a key that a placeholder names and the store does not hold. */
  readonly exists: boolean;
}

/** What `gantry secrets ls` shows. */
export interface SecretsList {
  readonly keys: readonly ListedKey[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Lists the keys of every store of the project, with the modules that use them: of those that the settings or
 * placeholders name, and of every other encrypted file that a creation rule of .sops.yaml matches.
 */
export async function listSecrets(options: RunOptions): Promise<Result<SecretsList>> {
  const generated = await gmanifests(options);
  if (!generated.ok) return generated;
  const { root, settings, diagnostics } = generated.value;
  const rules = readCreationRules(root, settings.demo);
  if (!rules.ok) return rules;
  const further = await storesOfRules(root, settings, rules.value);
  if (!further.ok) return further;
  const stores = storesOf(generated.value, options);
  const keys = await listKeys(generated.value, stores, further.value);
  return keys.ok ? success({ keys: keys.value, diagnostics }) : keys;
}

/** The keys of the stores of an evaluated project, and of further ones. */
export async function listKeys(
  generated: Generated,
  stores: Pick<Stores, 'parseStore'>,
  further: readonly string[] = [],
): Promise<Result<ListedKey[]>> {
  const uses = collectUses(generated.files);
  const { root, settings } = generated;
  const found = await findFiles(root, settings.stores);
  if (!found.ok) return found;
  const paths = [...new Set([...found.value, ...further, ...uses.keys()])].sort();
  const list = async (path: string) => listStore(path, uses.get(path) ?? new Map(), stores);
  const listed = all(await Promise.all(paths.map(list)));
  if (!listed.ok) return listed;
  return success(
    listed.value.flat().map((key) => {
      const reader = otherReader(settings.usedElsewhere, key);
      return reader === undefined ? key : { ...key, usedElsewhere: reader };
    }),
  );
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
