import type { Json } from '../../core/json.ts';
import type { Path } from '../../core/pointer.ts';
import { items, member, record, text, type Item } from './fields.ts';
import type { GraphNode } from './node.ts';

/** The pod that an object makes: a Pod itself or the template of a workload. */
export interface Pod extends Item {
  readonly labels: Readonly<Record<string, Json>>;
  /** Place of the labels. */
  readonly labelsPath: Path;
}

/** Kind → where its pod template stands. */
const TEMPLATES: Readonly<Record<string, readonly string[]>> = {
  Pod: [],
  Deployment: ['spec', 'template'],
  StatefulSet: ['spec', 'template'],
  DaemonSet: ['spec', 'template'],
  ReplicaSet: ['spec', 'template'],
  ReplicationController: ['spec', 'template'],
  Job: ['spec', 'template'],
  CronJob: ['spec', 'jobTemplate', 'spec', 'template'],
  Rollout: ['spec', 'template'],
};

const GROUPS: ReadonlySet<string> = new Set(['', 'apps', 'batch', 'argoproj.io']);

/** The pod of a workload: its spec with its place and labels; undefined for other objects. */
export function podOf(node: GraphNode): Pod | undefined {
  if (!GROUPS.has(node.group)) return undefined;
  const place = Object.hasOwn(TEMPLATES, node.kind) ? TEMPLATES[node.kind] : undefined;
  if (place === undefined) return undefined;
  const spec = member(node, ...place, 'spec');
  if (spec === undefined) return undefined;
  const labels = [...place, 'metadata', 'labels'];
  return { ...spec, labels: record(node.value, ...labels), labelsPath: [...node.path, ...labels] };
}

/** Containers of every sort, in the order of the fields. */
export function containersOf(pod: Item): Item[] {
  return ['initContainers', 'containers', 'ephemeralContainers'].flatMap((list) =>
    items(pod, list),
  );
}

/** Containers that run as long as the pod: the ordinary ones and restarting init containers. */
export function runningContainersOf(pod: Item): Item[] {
  const sidecars = items(pod, 'initContainers').filter(
    ({ value }) => text(value, 'restartPolicy') === 'Always',
  );
  return [...sidecars, ...items(pod, 'containers')];
}

/** A declared container port. */
export interface ContainerPort {
  readonly name: string | undefined;
  readonly number: Json | undefined;
  readonly protocol: string;
  readonly path: Path;
}

export function portsOf(container: Item): ContainerPort[] {
  return items(container, 'ports').map(({ value, path }) => ({
    name: text(value, 'name'),
    number: value['containerPort'],
    protocol: text(value, 'protocol') ?? 'TCP',
    path,
  }));
}
