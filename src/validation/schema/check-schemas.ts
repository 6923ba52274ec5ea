import type { Code } from '../../core/codes.ts';
import { infoAt, type Diagnostic } from '../../core/diagnostic.ts';
import type { Path } from '../../core/pointer.ts';
import { count } from '../../core/words.ts';
import { checkConflicts } from '../conflicts/check-conflicts.ts';
import { checkApiVersion } from './check-api-version.ts';
import { checkValue } from './check.ts';
import { diagnosticOf } from './finding-diagnostic.ts';
import type { Finding } from './finding.ts';
import type { SchemaRegistry } from './registry.ts';
import type { TreeEntry } from './tree-object.ts';

/**
 * Checks every object against the schema of its kind. What cannot be checked is told in sum (`schema/none`, `schema/cel`).
 *
 * @param isOn whether a rule over the whole tree is on, which tells some of it in better words
 */
export function checkSchemas(
  entries: readonly TreeEntry[],
  registry: SchemaRegistry,
  isOn: (rule: Code) => boolean = () => false,
): Diagnostic[] {
  const findings = entries.flatMap((entry) =>
    checkEntry(entry, registry, isOn).map((finding) => diagnosticOf(entry, finding)),
  );
  return [...findings, ...withoutSchema(entries, registry), ...notChecked(entries, registry)];
}

function checkEntry(
  entry: TreeEntry,
  registry: SchemaRegistry,
  isOn: (rule: Code) => boolean,
): Finding[] {
  const { object, opaque, path } = entry;
  const schema = registry.find(object.apiVersion, object.kind);
  const version = checkApiVersion(object, schema, registry);
  if (schema === undefined) return version;
  const hide = entry.hide || object.kind === 'Secret';
  const spelling = (inner: Path) => entry.spelling?.(entry.index, [...path, ...inner]);
  const found = checkValue(schema.node, object, { opaque, hide, spelling });
  const isOwn = registry.isBuiltIn(object.apiVersion, object.kind);
  const server = { minor: registry.minor, kind: object.kind };
  const conflicts = isOwn ? checkConflicts(schema.node, object, { opaque, server, isOn }) : [];
  return [...version, ...found, ...missingSpec(entry), ...conflicts].map((finding) => ({
    ...finding,
    path: [...path, ...finding.path],
  }));
}

/** Kinds whose spec servers require, though the published schema does not. */
const NEEDS_SPEC: ReadonlySet<string> = new Set([
  ...['apps/v1/Deployment', 'apps/v1/StatefulSet', 'apps/v1/DaemonSet', 'apps/v1/ReplicaSet'],
  ...['batch/v1/Job', 'batch/v1/CronJob', 'v1/Pod', 'v1/Service', 'v1/PersistentVolumeClaim'],
  ...['v1/PersistentVolume', 'autoscaling/v2/HorizontalPodAutoscaler'],
]);

function missingSpec({ object }: TreeEntry): Finding[] {
  const { apiVersion, kind, spec } = object;
  if ((spec !== undefined && spec !== null) || !NEEDS_SPEC.has(`${apiVersion}/${kind}`)) return [];
  const message = `spec is missing: it is required in every ${kind}`;
  return [{ code: 'schema/required', path: ['spec'], message }];
}

function withoutSchema(entries: readonly TreeEntry[], registry: SchemaRegistry): Diagnostic[] {
  const counts = new Map<string, number>();
  for (const { object } of entries) {
    const { apiVersion, kind } = object;
    if (registry.find(apiVersion, kind) !== undefined || registry.isBuiltIn(apiVersion, kind))
      continue;
    const name = `${apiVersion} ${kind}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  if (counts.size === 0) return [];
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const list = [...counts].sort().map(([name, count]) => `${count} ${name}`);
  return [
    infoAt(
      'schema/none',
      `${count(total, 'object has', 'objects have')} no schema and ${total === 1 ? 'is' : 'are'} not checked: ${list.join(', ')}`,
      {
        help: 'put their CustomResourceDefinitions into a folder of settings.crds',
      },
    ),
  ];
}

function notChecked(entries: readonly TreeEntry[], registry: SchemaRegistry): Diagnostic[] {
  const kinds = new Map(
    entries.map(({ object: { apiVersion, kind } }) => [
      `${apiVersion} ${kind}`,
      registry.find(apiVersion, kind)?.skipped,
    ]),
  );
  const lines = [...kinds]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([kind, skipped]) => {
      const rules = [
        ...(skipped === undefined || skipped.cel === 0 ? [] : [count(skipped.cel, 'CEL rule')]),
        ...(skipped === undefined || skipped.patterns === 0
          ? []
          : [count(skipped.patterns, 'pattern')]),
      ];
      return rules.length === 0 ? [] : [`${kind} (${rules.join(', ')})`];
    });
  if (lines.length === 0) return [];
  return [infoAt('schema/cel', `left to the API server: ${lines.join(', ')}`)];
}
