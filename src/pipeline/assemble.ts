import type { Bundle } from '../bridge/bundle.ts';
import { warningAt, type Diagnostic } from '../core/diagnostic.ts';
import type { ManifestFile } from '../core/manifest-file.ts';
import { success, type Result } from '../core/result.ts';
import { checkOutputs } from '../validation/rules/outputs.ts';
import { appliedKustomizations, type Beside } from '../validation/flux/kustomizations.ts';
import { checkRollTargets } from '../validation/rules/roll-targets.ts';
import { treeEntries, treeFile } from '../validation/schema/tree-object.ts';
import { applySettingsAgain } from '../validation/settings.ts';
import { validateFiles } from '../validation/validate.ts';
import { validateReferences } from '../validation/validate-references.ts';
import { readBeside } from './beside.ts';
import { cutFloats } from './cut-floats.ts';
import type { Project } from './evaluate-project.ts';
import type { Generated } from './gmanifests.ts';
import { byContract, type CompletedBundle } from './imports/complete.ts';
import { olderVersions, versionsOf } from './kubernetes-version.ts';
import { manifestFile } from './manifest-file.ts';
import { checkRuleSettings } from './rule-settings.ts';
import { readRegistry } from './schemas.ts';
import { worldOf } from './world.ts';

/** The manifest files of an evaluated project, validated: errors are among the diagnostics. */
export async function assemble(
  project: Project & { bundle: CompletedBundle; root: string; partial: boolean },
): Promise<Result<Generated>> {
  const { settings, bundle } = project;
  const entries = Object.entries(bundle.modules);
  const built = entries
    .filter(([, entry]) => entry.helm.length === 0)
    .map(([module, entry]) => manifestFile(module, entry, settings.manifestsDir));
  const files = built.map(({ file }) => file);
  const needHelm = entries
    .filter(([, entry]) => entry.helm.length > 0)
    .map(([module, { output }]) => ({ module, output }));
  const objects = files.flatMap((file) => file.objects);
  const registry = await readRegistry({
    version: bundle.kubernetesVersion,
    root: project.root,
    folders: settings.crds,
    objects,
  });
  if (!registry.ok) return registry;
  const beside = await readBeside({
    root: project.root,
    manifestsDir: settings.manifestsDir,
    outputs: new Set(entries.map(([, { output }]) => output)),
  });
  if (!beside.ok) return beside;
  const world = { ...worldOf(project), beside: beside.value, registry: registry.value };
  const diagnostics = [
    ...checkRuleSettings(project.root, settings),
    ...olderVersions([bundle.kubernetesVersion, ...versionsOf(objects)]),
    ...built.flatMap((item) => item.diagnostics),
    ...(await moduleFindings(project, files)),
    ...validateFiles(files, { registry: registry.value, settings }),
    ...validateReferences(files, world, settings),
  ];
  return success({
    ...project,
    substituted: substitutedFiles(files, beside.value),
    bundle: byContract(bundle),
    files,
    registry: registry.value,
    needHelm,
    diagnostics,
  });
}

function substitutedFiles(files: readonly ManifestFile[], beside: Beside): ReadonlySet<string> {
  const applied = appliedKustomizations({ files, ...beside });
  const substituting = applied.filter(({ variables }) => variables !== undefined);
  return new Set(
    substituting.flatMap((kustomization) => kustomization.files.map(({ path }) => path)),
  );
}

/** What is to be said of modules, beside their objects. */
async function moduleFindings(
  project: Project & { root: string; partial: boolean },
  files: readonly ManifestFile[],
): Promise<Diagnostic[]> {
  const { settings, bundle } = project;
  const outputs = Object.entries(bundle.modules).map(([module, { output }]) => ({
    module,
    output,
  }));
  const found = [
    ...moduleWarnings(bundle),
    ...rollTargets(project, files),
    ...(await cutFloats(project.root, files)),
  ];
  const entries = treeEntries(files.map(treeFile));
  return [...applySettingsAgain(found, settings, entries), ...checkOutputs(outputs, settings)];
}

function moduleWarnings({ modules }: Bundle): Diagnostic[] {
  return Object.entries(modules).flatMap(([module, { warnings }]) =>
    warnings.map((text) => warningAt('module/warning', text, { file: module })),
  );
}

/** Whether a Secret is made is known where every module is. */
function rollTargets(
  { settings, bundle, partial }: Project & { partial: boolean },
  files: readonly ManifestFile[],
): Diagnostic[] {
  const isWhole = !partial && Object.values(bundle.modules).every(({ helm }) => helm.length === 0);
  return isWhole ? checkRollTargets(files, settings.external['secrets'] ?? []) : [];
}
