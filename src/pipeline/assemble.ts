import { warningAt } from '../core/diagnostic.ts';
import { success, type Result } from '../core/result.ts';
import { checkRollTargets } from '../validation/rules/roll-targets.ts';
import { validateFiles } from '../validation/validate.ts';
import { validateReferences } from '../validation/validate-references.ts';
import { readBeside } from './beside.ts';
import type { Project } from './evaluate-project.ts';
import type { Generated } from './gmanifests.ts';
import { olderVersions, versionsOf } from './kubernetes-version.ts';
import { manifestFile } from './manifest-file.ts';
import { readRegistry } from './schemas.ts';
import { worldOf } from './world.ts';

/** The manifest files of an evaluated project, validated: errors are among the diagnostics. */
export async function assemble(
  project: Project & { root: string; partial: boolean },
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
  const diagnostics = [
    ...olderVersions([bundle.kubernetesVersion, ...versionsOf(objects)]),
    ...built.flatMap((item) => item.diagnostics),
    ...entries.flatMap(([module, { warnings }]) =>
      warnings.map((text) => warningAt('module/warning', text, { file: module })),
    ),
    ...validateFiles(
      files,
      entries.map(([module, { output }]) => ({ module, output })),
      { registry: registry.value, settings },
    ),
    ...validateReferences(files, { ...worldOf(project), beside: beside.value }, settings),
    ...(project.partial || needHelm.length > 0
      ? []
      : checkRollTargets(files, settings.external['secrets'] ?? [])),
  ];
  return success({ ...project, files, registry: registry.value, needHelm, diagnostics });
}
