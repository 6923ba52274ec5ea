import type { Json } from '../../core/json.ts';
import type { Path } from '../../core/pointer.ts';
import { items, member, record, text, type Item } from './fields.ts';
import type { GraphNode } from './node.ts';

/** The pod that an object makes: a Pod itself or the template of a workload. */
export interface Pod extends Item {
  readonly labels: Readonly<Record<string, Json>>;
  /** Place of the labels. */
  readonly labelsPath: Path;
  /** Containers of every sort, in the order of the fields. */
  readonly containers: readonly Item[];
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

/** Many readers and rules ask for the same pod. */
const known = new WeakMap<GraphNode, Pod | undefined>();

/** The pod of a workload: its spec with its place and labels; undefined for other objects. */
export function podOf(node: GraphNode): Pod | undefined {
  if (known.has(node)) return known.get(node);
  const pod = readPod(node);
  known.set(node, pod);
  return pod;
}

function readPod(node: GraphNode): Pod | undefined {
  if (!GROUPS.has(node.group)) return undefined;
  const place = Object.hasOwn(TEMPLATES, node.kind) ? TEMPLATES[node.kind] : undefined;
  if (place === undefined) return undefined;
  const spec = member(node, ...place, 'spec');
  if (spec === undefined) return undefined;
  const at = [...place, 'metadata', 'labels'];
  const labels = record(node.value, ...at);
  const containers = CONTAINERS.flatMap((list) => items(spec, list));
  return { ...spec, labels, labelsPath: [...node.path, ...at], containers };
}

const CONTAINERS = ['initContainers', 'containers', 'ephemeralContainers'];

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
