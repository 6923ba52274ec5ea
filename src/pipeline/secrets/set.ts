import { join } from 'node:path';
import { keyPath } from '../../core/reference.ts';
import { failure, success, type Result } from '../../core/result.ts';
import type { Secret } from '../../core/secret.ts';
import type { EncryptedFile } from '../../core/written-file.ts';
import { errorAt } from '../../core/diagnostic.ts';
import { readText } from '../../fs/read.ts';
import { createStore, setValue } from '../../sops/edit-store.ts';
import { generateValue } from '../../sops/generate-value.ts';
import { readCreationRules } from '../creation-rules.ts';
import type { RunOptions } from '../options.ts';
import {
  chosenStore,
  findSecretsProject,
  openStoreFile,
  pathInProject,
  underLock,
  writeStores,
  type SecretsProject,
} from './project.ts';

/** A value to be put into a store. */
export interface SetRequest {
  /** As behind `#` in a placeholder: parts joined with `/`. */
  readonly key: string;
  /** A value, or the form of one to generate: `hex:32`, `base64:32`, `password:24`, `uuid`, `age`. */
  readonly value: Secret | { readonly generate: string };
  /** Relative to the project root; undefined: the store of `secretsFor` (settings.helpers.secretStore). */
  readonly store?: string;
}

/** What was set. `recipient` is the public half of a generated age identity. */
export interface SetOutcome {
  readonly store: string;
  readonly recipient?: string;
}

/** Sets one value of a store, which is made when there is none. A value that was there already changes nothing. */
export async function setSecret(
  request: SetRequest,
  options: RunOptions,
): Promise<Result<SetOutcome>> {
  const value = await valueOf(request);
  if (!value.ok) return value;
  const project = await findSecretsProject(options);
  if (!project.ok) return project;
  const store = chosenStore(project.value, request.store);
  const entry = { store, key: request.key, value: value.value.value };
  return underLock(project.value, [store], async () => {
    const file = await changedStore(project.value, entry);
    if (!file.ok) return file;
    const written = await writeStores(project.value.root, [file.value]);
    const { recipient } = value.value;
    return written.ok ? success({ store, ...(recipient && { recipient }) }) : written;
  });
}

async function valueOf({
  value,
}: SetRequest): Promise<Result<{ value: Secret; recipient?: string }>> {
  return 'generate' in value ? generateValue(value.generate) : success({ value });
}

interface Entry {
  readonly store: string;
  readonly key: string;
  readonly value: Secret;
}

async function changedStore(
  project: SecretsProject,
  { store, key, value }: Entry,
): Promise<Result<EncryptedFile>> {
  const present = readText(join(project.root, store), store);
  if (!present.ok) return present;
  if (present.value === undefined) return emptyStore(project, store, [[key, value]]);
  const opened = await openStoreFile(project, store);
  if (!opened.ok) return opened;
  return setValue(opened.value, keyPath(key), value, project.options.now);
}

async function emptyStore(
  { root, settings, options }: SecretsProject,
  path: string,
  entries: readonly (readonly [string, Secret])[],
): Promise<Result<EncryptedFile>> {
  const rules = readCreationRules(root, settings.demo, settings.manifestsDir);
  if (!rules.ok) return rules;
  const rule = rules.value.ruleFor(path);
  return rule.ok ? createStore({ path, entries, rule: rule.value, now: options.now }) : rule;
}

/** Makes a store without any value. Code `use/store-exists` when there is a file already. */
export async function newStore(path: string, options: RunOptions): Promise<Result<string>> {
  const project = await findSecretsProject(options);
  if (!project.ok) return project;
  const { root } = project.value;
  const store = pathInProject(root, path);
  return underLock(project.value, [store], async () => {
    const present = readText(join(root, store), store);
    if (!present.ok) return present;
    if (present.value !== undefined) {
      return failure(errorAt('use/store-exists', `${store} is there already`, { file: store }));
    }
    const file = await emptyStore(project.value, store, []);
    if (!file.ok) return file;
    const written = await writeStores(root, [file.value]);
    return written.ok ? success(store) : written;
  });
}
