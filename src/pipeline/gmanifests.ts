import type { Bundle } from '../bridge/bundle.ts';
import type { Settings } from '../bridge/settings.ts';
import { errorAt, warningAt, type Diagnostic } from '../core/diagnostic.ts';
import type { ManifestFile } from '../core/manifest-file.ts';
import { failure, success, type Result } from '../core/result.ts';
import { findProject } from '../fs/project.ts';
import { applySettings } from '../validation/settings.ts';
import { validateTree } from '../validation/tree.ts';
import { validateFiles } from '../validation/validate.ts';
import { manifestFile } from './manifest-file.ts';
import { worldOf } from './world.ts';
import { evaluateProject, type Project } from './evaluate-project.ts';
import type { RunOptions } from './options.ts';
import { addOrigins } from './origins/add.ts';

/** What stage gmanifests gives: the project evaluated, decoded and validated. */
export interface Generated {
  /** Real path of the project root. */
  readonly root: string;
  readonly settings: Settings;
  readonly bundle: Bundle;
  /** Complete manifest files, sorted by module. */
  readonly files: readonly ManifestFile[];
  /** Modules with charts that are not rendered; their files stay as they are. */
  readonly needHelm: readonly { readonly output: string; readonly module: string }[];
  /** True when the run was asked for some of the modules. */
  readonly partial: boolean;
  /** Warnings and infos. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Stage gmanifests: find the project, evaluate its modules in Nix, decode the bundle, validate the objects. */
export async function gmanifests(options: RunOptions): Promise<Result<Generated>> {
  const root = await findProject(options.cwd, options.project);
  if (!root.ok) return root;
  const evaluated = await evaluateProject(root.value, options);
  if (!evaluated.ok) return evaluated;
  const { settings, bundle } = evaluated.value;
  const names = Object.keys(bundle.modules);
  if (names.length === 0 && options.only.length > 0) return failure(nothingMatches(options.only));
  const partial = options.only.length > 0;
  const project = assemble({ root: root.value, settings, bundle, partial });
  const diagnostics = await addOrigins(project.diagnostics, project, options);
  if (diagnostics.some(({ severity }) => severity === 'error')) return failure(...diagnostics);
  return success({ ...project, diagnostics });
}

function assemble(project: Project & { root: string; partial: boolean }): Generated {
  const { settings, bundle } = project;
  const entries = Object.entries(bundle.modules);
  const built = entries
    .filter(([, entry]) => entry.helm.length === 0)
    .map(([module, entry]) => manifestFile(module, entry, settings.manifestsDir));
  const files = built.map(({ file }) => file);
  const needHelm = entries
    .filter(([, entry]) => entry.helm.length > 0)
    .map(([module, { output }]) => ({ module, output }));
  const located = files.flatMap(({ path, objects }) =>
    objects.map((object) => ({ file: path, object })),
  );
  const diagnostics = [
    ...built.flatMap((item) => item.diagnostics),
    ...entries.flatMap(([module, { warnings }]) =>
      warnings.map((text) => warningAt('module/warning', text, { file: module })),
    ),
    ...validateFiles(
      files,
      entries.map(([module, { output }]) => ({ module, output })),
    ),
    ...applySettings(validateTree(files, worldOf(project), settings), settings, located),
  ];
  return { ...project, files, needHelm, diagnostics };
}

function nothingMatches(only: readonly string[]): Diagnostic {
  return errorAt('use/only', `no module matches ${only.join(', ')}`, {
    help: 'globs are matched against paths below the folder of modules, such as `apps/*`',
  });
}
