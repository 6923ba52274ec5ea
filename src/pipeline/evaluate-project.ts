import { resolve } from 'node:path';
import { decodeBundle, type Bundle } from '../bridge/bundle.ts';
import { decodeSettings, type Settings } from '../bridge/project.ts';
import { globSource } from '../core/glob.ts';
import { isJsonObject } from '../core/json.ts';
import { success, type Result } from '../core/result.ts';
import { readJson } from '../fs/read-json.ts';
import { readablePaths } from '../nix/access.ts';
import type { Part } from '../nix/arguments.ts';
import { evaluate } from '../nix/evaluate.ts';
import { libraryFolder } from '../nix/library.ts';
import { storeArguments } from '../nix/store.ts';
import type { RunOptions } from './options.ts';

/** An evaluated project. */
export interface Project {
  readonly settings: Settings;
  readonly bundle: Bundle;
}

/** Evaluates a project in one Nix process, or reads what Nix evaluated already, and decodes it. */
export async function evaluateProject(root: string, options: RunOptions): Promise<Result<Project>> {
  const value = await read(root, options, 'everything');
  if (!value.ok) return value;
  const { settings, bundle } = (value.value ?? {}) as Record<string, unknown>;
  const decodedSettings = decodeSettings(settings);
  if (!decodedSettings.ok) return decodedSettings;
  const decodedBundle = decodeBundle(bundle);
  if (!decodedBundle.ok) return decodedBundle;
  return success({ settings: decodedSettings.value, bundle: decodedBundle.value });
}

/** Evaluates the settings of a project alone: no module is touched. */
export async function evaluateSettings(
  root: string,
  options: RunOptions,
): Promise<Result<Settings>> {
  const value = await read(root, options, 'settings');
  return value.ok ? decodeSettings(value.value) : value;
}

/** Evaluates where some modules, by their exact paths, define things. Undecoded: origins.ts reads it. */
export async function evaluatePositions(
  root: string,
  modules: readonly string[],
  options: RunOptions,
): Promise<Result<unknown>> {
  return read(root, { ...options, only: modules }, 'positions');
}

async function read(root: string, options: RunOptions, part: Part): Promise<Result<unknown>> {
  const { bundleFile, environment, flake, only } = options;
  if (bundleFile !== undefined) return readBundle(resolve(options.cwd, bundleFile), part);
  const evaluated = await evaluate({
    projectRoot: root,
    part,
    ...(flake === undefined ? {} : { flake }),
    library: libraryFolder(),
    readable: flake === undefined ? readablePaths(root, keyFiles(options)) : [],
    storeArguments: await storeArguments(environment),
    ...(only.length === 0 ? {} : { only: only.map(moduleRegex) }),
  });
  return evaluated.ok ? success(evaluated.value.value) : evaluated;
}

/** Key files that the environment names, which may lie in the project and look like anything. */
function keyFiles({ cwd, environment }: RunOptions): string[] {
  const named = [environment['SOPS_AGE_KEY_FILE'], environment['SOPS_AGE_SSH_PRIVATE_KEY_FILE']];
  return named.flatMap((path) => (path === undefined ? [] : [resolve(cwd, path)]));
}

async function readBundle(path: string, part: Part): Promise<Result<unknown>> {
  const document = await readJson(path);
  if (!document.ok || part !== 'settings') return document;
  return success(isJsonObject(document.value) ? document.value['settings'] : undefined);
}

/** The ending may be left out: `apps/openclaw` is `apps/openclaw.nix`. */
function moduleRegex(glob: string): string {
  return `${globSource(glob)}((\\.enc)?\\.nix)?`;
}
