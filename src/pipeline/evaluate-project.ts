import { resolve } from 'node:path';
import type { Bundle } from '../bridge/bundle.ts';
import type { Settings } from '../bridge/project.ts';
import { globSource } from '../core/glob.ts';
import { isJsonObject } from '../core/json.ts';
import { success, type Result } from '../core/result.ts';
import { readJson } from '../fs/read-json.ts';
import type { Part } from '../nix/arguments.ts';
import { evaluate } from '../nix/evaluate.ts';
import type { Evaluator } from '../nix/evaluator.ts';
import { libraryFolder } from '../nix/library.ts';
import type { Places } from './imports/read.ts';
import { projectEvaluator } from './project-evaluator.ts';
import type { RunOptions } from './options.ts';

/** An evaluated project. */
export interface Project {
  readonly settings: Settings;
  readonly bundle: Bundle;
}

/** The same, and where files that its modules import may lie. */
export interface PlacedProject extends Project {
  readonly places: Places;
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
): Promise<Result<PlacedProject>> {
  const source = await sourceOf(root, options);
  if (!source.ok) return source;
  const value = await read(source.value, options, {
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
  const { evaluator } = source.value;
  // A given bundle comes out of a build, where the store is the one that it sees.
  const { storeRoot, readable } = evaluator ?? { storeRoot: '', readable: [] };
  return success({
    settings: decodedSettings.value,
    bundle: decodedBundle.value,
    places: { root, storeRoot, readable },
  });
}

function loadDecoders() {
  return Promise.all([import('../bridge/project.ts'), import('../bridge/bundle.ts')]);
}

/** Evaluates the settings of a project alone: no module is touched. */
export async function evaluateSettings(
  root: string,
  options: RunOptions,
): Promise<Result<Settings>> {
  const source = await sourceOf(root, options);
  if (!source.ok) return source;
  const value = await read(source.value, options, { part: 'settings' });
  const { decodeSettings } = await import('../bridge/project.ts');
  return value.ok ? decodeSettings(value.value) : value;
}

/** Evaluates where some modules, by their exact paths, define things. Undecoded: origins.ts reads it. */
export async function evaluatePositions(
  root: string,
  modules: readonly string[],
  options: RunOptions,
): Promise<Result<unknown>> {
  const source = await sourceOf(root, options);
  if (!source.ok) return source;
  return read(source.value, { ...options, only: modules }, { part: 'positions' });
}

interface Wanted {
  readonly part: Part;
  readonly meanwhile?: () => unknown;
}

/** What says what a project is: an evaluator, or nothing where a file holds what Nix evaluated already. */
interface ProjectSource {
  readonly root: string;
  readonly evaluator?: Evaluator;
}

async function sourceOf(root: string, options: RunOptions): Promise<Result<ProjectSource>> {
  if (options.bundleFile !== undefined) return success({ root });
  const evaluator = await projectEvaluator(root, options);
  return evaluator.ok ? success({ root, evaluator: evaluator.value }) : evaluator;
}

async function read(
  { root, evaluator }: ProjectSource,
  { bundleFile, flake, only, cwd }: RunOptions,
  { part, meanwhile }: Wanted,
): Promise<Result<unknown>> {
  if (evaluator === undefined) return readBundle(resolve(cwd, bundleFile ?? ''), part);
  const evaluating = evaluate({
    ...{ projectRoot: root, library: libraryFolder(), inFlake: flake !== undefined },
    ...{ evaluator, part },
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
