import { dirname, join } from 'node:path';
import type { Settings } from '../../bridge/settings.ts';
import { errorAt } from '../../core/diagnostic.ts';
import { failure, success, type Result } from '../../core/result.ts';
import type { Secret } from '../../core/secret.ts';
import type { EncryptedFile } from '../../core/written-file.ts';
import { readText } from '../../fs/read.ts';
import { takeRunLock } from '../../fs/run-lock.ts';
import { removeLeftovers } from '../../fs/temporary.ts';
import { stageFiles } from '../../fs/write.ts';
import { createStore, setValue } from '../../sops/edit-store.ts';
import { parseEncrypted } from '../../sops/encrypted-file.ts';
import { openSops } from '../../sops/open.ts';
import { readCreationRules } from '../creation-rules.ts';
import { evaluateSettings } from '../evaluate-project.ts';
import type { RunOptions } from '../options.ts';
import { projectRoot } from '../project-root.ts';
import { identitiesOnce } from '../prepare.ts';

/** A value to be put into a store. */
export interface SetRequest {
  /** As behind `#` in a placeholder: parts joined with `/`. */
  readonly key: string;
  readonly value: Secret;
  /** Relative to the project root; undefined: the store of `secretsFor` (settings.helpers.secretStore). */
  readonly store?: string;
}

/** Sets one value of a store, which is made when there is none. Gives the path of the store. */
export async function setSecret(request: SetRequest, options: RunOptions): Promise<Result<string>> {
  const root = await projectRoot(options);
  if (!root.ok) return root;
  const settings = await evaluateSettings(root.value, options);
  if (!settings.ok) return settings;
  const lock = await takeRunLock(root.value, options.environment);
  if (!lock.ok) return lock;
  try {
    const path = request.store ?? settings.value.helpers.secretStore;
    await removeLeftovers(dirname(join(root.value, path)), false);
    const file = await changedStore({
      root: root.value,
      settings: settings.value,
      path,
      request,
      options,
    });
    return file.ok ? await writeStore(root.value, file.value) : file;
  } finally {
    await lock.value.release();
  }
}

interface StoreChange {
  readonly root: string;
  readonly settings: Settings;
  readonly path: string;
  readonly request: SetRequest;
  readonly options: RunOptions;
}

async function changedStore(change: StoreChange): Promise<Result<EncryptedFile>> {
  const { root, settings, path, request, options } = change;
  const text = await readText(join(root, path), path);
  if (!text.ok) return text;
  if (text.value === undefined) return newStore(change);
  const parsed = parseEncrypted(text.value, path);
  if (!parsed.ok) return parsed;
  const identities = await identitiesOnce(root, settings, options.environment)();
  const opened = await openSops(parsed.value, identities);
  if (!opened.ok) return opened;
  if (!opened.value.macValid) {
    return failure(
      errorAt('secrets/bad-mac', `${path} was changed by something else than SOPS`, { file: path }),
    );
  }
  return setValue(opened.value, request.key.split('/'), request.value, options.now);
}

async function newStore({
  root,
  settings,
  path,
  request,
  options,
}: StoreChange): Promise<Result<EncryptedFile>> {
  const rules = await readCreationRules(root, settings.demo);
  if (!rules.ok) return rules;
  const rule = rules.value.ruleFor(path);
  if (!rule.ok) return rule;
  const { key, value } = request;
  return createStore({ path, entries: [[key, value]], rule: rule.value, now: options.now });
}

/** A value that was there already leaves the store as it is. */
async function writeStore(root: string, file: EncryptedFile): Promise<Result<string>> {
  const present = await readText(join(root, file.path), file.path);
  if (!present.ok) return present;
  if (present.value === file.text) return success(file.path);
  const staged = await stageFiles(root, [file]);
  if (!staged.ok) return staged;
  const done = await staged.value.commit();
  return done.ok ? success(file.path) : done;
}
