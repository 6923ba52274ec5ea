import type { Diagnostic } from '../core/diagnostic.ts';
import type { ManifestFile } from '../core/manifest-file.ts';
import { describeObject, type KubernetesObject } from '../core/object.ts';
import { toDotted, toPointer } from '../core/pointer.ts';
import { appliedKustomizations, type Beside } from './flux/kustomizations.ts';
import { buildGraph } from './graph/build.ts';
import type { World } from './graph/resolve.ts';
import { TREE_RULES } from './rules/all.ts';
import type { Finding, TreeRule } from './rules/rule.ts';
import { applySettingsAgain, isOn, type RuleSettings } from './settings.ts';

/** What the objects of the modules stand in. */
export interface Surroundings extends World {
  readonly beside: Beside;
}

/**
 * Runs the rules that look at the whole tree: references, secrets, practice. Rules that are off by default run when the
 * settings name them. Opt-outs without a reason are told by `validateTree`.
 */
export function validateReferences(
  files: readonly ManifestFile[],
  world: Surroundings,
  settings: RuleSettings,
): Diagnostic[] {
  const { resolver, ...graph } = buildGraph(files, world);
  const kustomizations = appliedKustomizations({ files, ...world.beside });
  const found = TREE_RULES.filter((rule) => isOn(rule, settings)).flatMap((rule) =>
    rule
      .check({ files, graph, resolver, kustomizations })
      .map((finding) => toDiagnostic(rule, finding)),
  );
  const objects = graph.nodes.map(({ file, value }) => ({
    file,
    object: value as KubernetesObject,
  }));
  return applySettingsAgain(found, settings, objects);
}

function toDiagnostic({ code, severity }: TreeRule, finding: Finding): Diagnostic {
  const { node, path, message, help } = finding;
  return {
    code,
    severity: finding.severity ?? (severity === 'off' ? 'warning' : severity),
    message: path.length === 0 ? message : `${toDotted(path)}: ${message}`,
    file: node.file,
    object: describeObject(node.value),
    pointer: toPointer(path),
    ...(help === undefined ? {} : { help }),
  };
}
