import { resolve } from 'node:path';
import type { Bundle } from '../bridge/bundle.ts';
import type { Settings } from '../bridge/project.ts';
import { globSource } from '../core/glob.ts';
import { isJsonObject } from '../core/json.ts';
import { success, type Result } from '../core/result.ts';
import { readJson } from '../fs/read-json.ts';
import type { Part } from '../nix/arguments.ts';
import { evaluate } from '../nix/evaluate.ts';
import { isolate } from '../nix/isolate.ts';
import { libraryFolder } from '../nix/library.ts';
import { namedKeyFiles } from './key-files.ts';
import type { RunOptions } from './options.ts';

/** An evaluated project. */
export interface Project {
  readonly settings: Settings;
  readonly bundle: Bundle;
}

/**
 * Evaluates a project in one Nix process, or reads what Nix evaluated already, and decodes it.
 *
 * @param meanwhile called when Nix has been started
 */
export async function evaluateProject(
  root: string,
  options: RunOptions,
  meanwhile?: () => unknown,
): Promise<Result<Project>> {
  const value = await read(root, options, {
    part: 'everything',
    meanwhile: () => {
      void loadDecoders();
      meanwhile?.();
    },
  });
  if (!value.ok) return value;
  const { settings, bundle } = (value.value ?? {}) as Record<string, unknown>;
  const [forSettings, forBundle] = await loadDecoders();
  const decodedSettings = forSettings.decodeSettings(settings);
  if (!decodedSettings.ok) return decodedSettings;
  const decodedBundle = forBundle.decodeBundle(bundle);
  if (!decodedBundle.ok) return decodedBundle;
  return success({ settings: decodedSettings.value, bundle: decodedBundle.value });
}

function loadDecoders() {
  return Promise.all([import('../bridge/project.ts'), import('../bridge/bundle.ts')]);
}

/** Evaluates the settings of a project alone: no module is touched. */
export async function evaluateSettings(
  root: string,
  options: RunOptions,
): Promise<Result<Settings>> {
  const value = await read(root, options, { part: 'settings' });
  const { decodeSettings } = await import('../bridge/project.ts');
  return value.ok ? decodeSettings(value.value) : value;
}

/** Evaluates where some modules, by their exact paths, define things. Undecoded: origins.ts reads it. */
export async function evaluatePositions(
  root: string,
  modules: readonly string[],
  options: RunOptions,
): Promise<Result<unknown>> {
  return read(root, { ...options, only: modules }, { part: 'positions' });
}

interface Wanted {
  readonly part: Part;
  readonly meanwhile?: () => unknown;
}

async function read(
  root: string,
  options: RunOptions,
  { part, meanwhile }: Wanted,
): Promise<Result<unknown>> {
  const { bundleFile, environment, flake, only, cwd, grants } = options;
  if (bundleFile !== undefined) return readBundle(resolve(cwd, bundleFile), part);
  const chosen = flake === undefined ? {} : { flake };
  const keyFiles = namedKeyFiles(environment, cwd);
  const isolation = await isolate({ root, ...chosen, environment, keyFiles, grants });
  if (!isolation.ok) return isolation;
  const evaluating = evaluate({
    ...{ projectRoot: root, part, ...chosen, library: libraryFolder() },
    isolation: isolation.value,
    ...(only.length === 0 ? {} : { only: only.map(moduleRegex) }),
  });
  meanwhile?.();
  const evaluated = await evaluating;
  return evaluated.ok ? success(evaluated.value.value) : evaluated;
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
