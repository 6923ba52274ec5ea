import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import { failure, success, type Result } from '../core/result.ts';
import type { Identities } from '../sops/identities.ts';
import { identityFiles, type IdentitySources } from '../sops/identity-sources.ts';
import type { Settings } from '../bridge/project.ts';
import { readCreationRules, type CreationRules } from './creation-rules.ts';
import { decide, type Decision } from './decide.ts';
import type { Generated } from './gmanifests.ts';
import type { RunOptions } from './options.ts';
import type { Diagnostic } from '../core/diagnostic.ts';
import { addOrigins } from './origins/add.ts';
import { readLock, type PresentLock } from './read-lock.ts';
import { widerFindings } from './recipients/wider.ts';
import { Stores } from './stores.ts';

/** Everything that is known of a run before any key is touched. */
export interface Prepared {
  readonly generated: Generated;
  readonly lock: PresentLock;
  readonly rules: CreationRules;
  readonly stores: Stores;
  readonly identities: () => Promise<Identities>;
  readonly decisions: readonly Decision[];
  /** What rules about recipients find (`recipient/…`). */
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads lock, rules, stores (closed) and the tree, and decides per file what is done. */
export async function prepare(
  generated: Generated,
  options: RunOptions,
): Promise<Result<Prepared>> {
  const { root, settings, files } = generated;
  const lock = readLock(root, settings.lockFile, options.adopt);
  if (!lock.ok) return lock;
  const rules = readCreationRules(root, settings.demo, settings.manifestsDir);
  if (!rules.ok) return rules;
  const identities = identitiesOnce(root, settings, options);
  const stores = storesOf(generated, options, identities);
  const context = { lock: lock.value, rules: rules.value, stores };
  const decisions = await decide({
    root,
    manifestsDir: settings.manifestsDir,
    files,
    partial: generated.partial || generated.needHelm.length > 0,
    ...context,
    lock: lock.value.lock,
  });
  if (!decisions.ok)
    return failure(...(await addOrigins(decisions.diagnostics, generated, options)));
  const diagnostics = await widerFindings(decisions.value, stores, settings);
  return success({ generated, ...context, identities, decisions: decisions.value, diagnostics });
}

/** The stores of a project, closed: each is read, and opened, when it is asked for. */
export function storesOf(
  { root, settings }: Generated,
  options: RunOptions,
  identities = identitiesOnce(root, settings, options),
): Stores {
  const { environment, cwd } = options;
  const files = identityFiles(identitySources(root, settings, options));
  const keyFiles = files.map(({ path }) => resolve(cwd, path));
  return new Stores({ root, references: settings.references, environment, keyFiles, identities });
}

/** Identities are looked for when the first file has to be opened, and then once. */
export function identitiesOnce(
  root: string,
  settings: Settings,
  options: RunOptions,
): () => Promise<Identities> {
  let loaded: Promise<Identities> | undefined;
  return () => (loaded ??= load(root, settings, options));
}

async function load(root: string, settings: Settings, options: RunOptions): Promise<Identities> {
  const { loadIdentities } = await import('../sops/identities.ts');
  return loadIdentities(identitySources(root, settings, options));
}

function identitySources(
  root: string,
  { ageKeyFile }: Settings,
  { environment, person }: RunOptions,
): IdentitySources {
  const home = environment['HOME'] ?? homedir();
  const ageKeyFiles = ageKeyFile === null ? [] : [absolute(root, home, ageKeyFile)];
  return { env: environment, home, ageKeyFiles, ...(person === undefined ? {} : { person }) };
}

function absolute(root: string, home: string, path: string): string {
  if (path.startsWith('~/')) return join(home, path.slice(2));
  return isAbsolute(path) ? path : join(root, path);
}
