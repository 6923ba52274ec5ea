import type { Diagnostic } from '../core/diagnostic.ts';
import { describeObject, type KubernetesObject } from '../core/object.ts';
import { toDotted, toPointer } from '../core/pointer.ts';
import { appliedKustomizations, type Beside } from './flux/kustomizations.ts';
import { buildGraph } from './graph/build.ts';
import type { World } from './graph/resolve.ts';
import { TREE_RULES } from './rules/all.ts';
import type { Finding, RuleFile, TreeRule } from './rules/rule.ts';
import type { SchemaRegistry } from './schema/registry.ts';
import { applySettingsAgain, isOn, type RuleSettings } from './settings.ts';

/** What the objects of the modules stand in. */
export interface Surroundings extends World {
  /** Undefined: nothing is known of how Flux applies them. */
  readonly beside?: Beside;
  /** Undefined: nothing is known of what belongs where. */
  readonly registry?: SchemaRegistry;
}

/**
 * Runs the rules that look at the whole tree: references, secrets, practice. Rules that are off by default run when the
 * settings name them. Opt-outs without a reason are told by `validateTree`.
 */
export function validateReferences(
  files: readonly RuleFile[],
  world: Surroundings,
  settings: RuleSettings,
): Diagnostic[] {
  const { resolver, ...graph } = buildGraph(files, world);
  const { beside, registry } = world;
  const kustomizations = beside === undefined ? [] : appliedKustomizations({ files, ...beside });
  const byPath = new Map(files.map((file) => [file.path, file]));
  const found = TREE_RULES.filter((rule) => isOn(rule, settings)).flatMap((rule) =>
    rule
      .check({ files, graph, resolver, kustomizations, registry })
      .map((finding) => toDiagnostic(rule, finding, byPath.get(finding.node.file))),
  );
  const objects = graph.nodes.map(({ file, value }) => ({
    file,
    object: value as KubernetesObject,
  }));
  return applySettingsAgain(found, settings, objects);
}

function toDiagnostic(
  { code, severity }: TreeRule,
  finding: Finding,
  file: RuleFile | undefined,
): Diagnostic {
  const { node, path, message, help } = finding;
  const origin = file?.origin?.(node.index, path);
  return {
    code,
    severity: finding.severity ?? (severity === 'off' ? 'warning' : severity),
    message: path.length === 0 ? message : `${toDotted(path)}: ${message}`,
    file: node.file,
    object: describeObject(node.value),
    pointer: toPointer(path),
    ...(origin === undefined ? {} : { origin }),
    ...(help === undefined ? {} : { help }),
  };
}
