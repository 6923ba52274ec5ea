import type { Bundle } from '../bridge/bundle.ts';
import type { Settings } from '../bridge/project.ts';
import { type Diagnostic, errorAt, isAbout } from '../core/diagnostic.ts';
import type { ManifestFile } from '../core/manifest-file.ts';
import { failure, success, type Result } from '../core/result.ts';
import type { SchemaRegistry } from '../validation/schema/registry.ts';
import { evaluateProject, type PlacedProject } from './evaluate-project.ts';
import type { Completed } from './imports/complete.ts';
import type { RunOptions } from './options.ts';
import { projectRoot } from './project-root.ts';
import { untrackedFindings } from './untracked.ts';

/** What stage gmanifests gives: the project evaluated, decoded and validated. */
export interface Generated {
  /** Real path of the project root. */
  readonly root: string;
  readonly settings: Settings;
  readonly bundle: Bundle;
  /** Complete manifest files, sorted by module. */
  readonly files: readonly ManifestFile[];
  /** Schemas of the configured Kubernetes and of the project's custom resources. */
  readonly registry: SchemaRegistry;
  /** Manifest files that a Kustomization of Flux puts variables into. */
  readonly substituted: ReadonlySet<string>;
  /** Modules with charts that are not rendered; their files stay as they are. */
  readonly needHelm: readonly { readonly output: string; readonly module: string }[];
  /** True when the run was asked for some of the modules. */
  readonly partial: boolean;
  /** Warnings and infos. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Stage gmanifests: find the project, evaluate its modules in Nix, decode the bundle, validate the objects.
 *
 * @param meanwhile called when Nix has been started: what a command loads there costs it nothing
 */
export async function gmanifests(
  options: RunOptions,
  meanwhile?: () => unknown,
): Promise<Result<Generated>> {
  const generated = await gmanifestsAnyway(options, meanwhile);
  if (!generated.ok) return generated;
  const { diagnostics } = generated.value;
  const hasErrors = diagnostics.some(({ severity }) => severity === 'error');
  return hasErrors ? failure(...diagnostics) : generated;
}

/** The same for who shows what was evaluated whatever validation says of it: errors are among the diagnostics. */
export async function gmanifestsAnyway(
  options: RunOptions,
  meanwhile?: () => unknown,
): Promise<Result<Generated>> {
  const root = await projectRoot(options);
  if (!root.ok) return root;
  const [generated, untracked] = await Promise.all([
    generate(root.value, options, meanwhile),
    untrackedFindings(root.value, options),
  ]);
  // A file that is not there is often one that git does not track.
  if (!generated.ok) return failure(...generated.diagnostics, ...untracked);
  const diagnostics = [...generated.value.diagnostics, ...untracked];
  return success({ ...generated.value, diagnostics });
}

async function generate(
  root: string,
  options: RunOptions,
  meanwhile?: () => unknown,
): Promise<Result<Generated>> {
  const project = await generateAnyway(root, options, meanwhile);
  if (!project.ok) return project;
  const { projectFindings } = await import('./user-rules.ts');
  const { addOrigins } = await import('./origins/add.ts');
  const own = options.userRules === false ? [] : await projectFindings(project.value);
  const found = [...project.value.diagnostics, ...own];
  const weighed = options.adopt ? found.map(asAdopted) : found;
  const diagnostics = await addOrigins(weighed, project.value, options);
  return success({ ...project.value, diagnostics });
}

/** What another pipeline wrote in the clear is there for all to see already: taking it over does not wait for it. */
function asAdopted(found: Diagnostic): Diagnostic {
  const isMild = isAbout('clear literal')(found) && found.severity === 'error';
  return isMild ? { ...found, severity: 'warning' } : found;
}

/** The same for who wants to look at a project whatever validation says of it: errors are among the diagnostics. */
export async function generateAnyway(
  root: string,
  options: RunOptions,
  meanwhile?: () => unknown,
): Promise<Result<Generated>> {
  const evaluated = await evaluateProject(root, options, () => {
    void import('./assemble.ts');
    meanwhile?.();
  });
  if (!evaluated.ok) {
    const { addOptionOrigins } = await import('./origins/option-origins.ts');
    return failure(...(await addOptionOrigins(evaluated.diagnostics, root, options)));
  }
  const { settings } = evaluated.value;
  const names = Object.keys(evaluated.value.bundle.modules);
  if (names.length === 0 && options.only.length > 0) return failure(nothingMatches(options.only));
  const completed = await withImports(evaluated.value);
  if (!completed.ok) return completed;
  const { bundle, warnings } = completed.value;
  const partial = options.only.length > 0;
  const { assemble } = await import('./assemble.ts');
  const assembled = await assemble({ root, settings, bundle, partial });
  if (!assembled.ok) return assembled;
  return success({
    ...assembled.value,
    diagnostics: [...warnings, ...assembled.value.diagnostics],
  });
}

/** Few modules import files; the others do not pay for reading them. */
async function withImports({ bundle, places }: PlacedProject): Promise<Result<Completed>> {
  if (Object.values(bundle.modules).every(({ imports }) => imports.length === 0)) {
    return success({ bundle, warnings: [] });
  }
  const { completeImports } = await import('./imports/complete.ts');
  return completeImports(bundle, places);
}

function nothingMatches(only: readonly string[]): Diagnostic {
  return errorAt('use/only', `no module matches ${only.join(', ')}`, {
    help: 'globs are matched against paths below the folder of modules, such as `apps/*`',
  });
}
