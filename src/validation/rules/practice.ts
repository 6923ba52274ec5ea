import { field, items, record, text, type Item } from '../graph/fields.ts';
import type { GraphNode } from '../graph/node.ts';
import { podOf, runningContainersOf, type Pod } from '../graph/pods.ts';
import type { Finding, RuleInput, TreeRule } from './rule.ts';

/** Rules of good practice, all off by default: what they find works, and whether it is wanted is the project's matter. */
export const practiceRules: readonly TreeRule[] = [
  ofContainers('image/digest', unpinned),
  ofContainers('image/latest', latest),
  ofContainers('resources/requests', withoutRequests),
  ofContainers('probe/missing', withoutProbe),
  ofContainers('security/privileged', privileged),
  ofPods('security/host-path', hostPaths),
  {
    code: 'security/cluster-admin',
    severity: 'off',
    check: ({ graph }) => graph.nodes.flatMap(clusterAdmin),
  },
];

type Found = Omit<Finding, 'node'>;

function ofPods(code: string, check: (pod: Pod, node: GraphNode) => Found[]): TreeRule {
  return {
    code,
    severity: 'off',
    check: ({ graph }: RuleInput) =>
      graph.nodes.flatMap((node) => {
        const pod = podOf(node);
        return pod === undefined ? [] : check(pod, node).map((found) => ({ node, ...found }));
      }),
  };
}

function ofContainers(code: string, check: (item: Item, node: GraphNode) => Found[]): TreeRule {
  return ofPods(code, (pod, node) =>
    [
      ...items(pod, 'initContainers').filter(
        ({ value }) => text(value, 'restartPolicy') !== 'Always',
      ),
      ...runningContainersOf(pod),
    ].flatMap((container) => check(container, node)),
  );
}

function unpinned({ value, path }: Item): Found[] {
  const image = text(value, 'image');
  if (image === undefined || image.includes('@sha256:')) return [];
  return [
    {
      path: [...path, 'image'],
      message: `the image ${image} is named by its tag alone`,
      help: 'add its digest: <image>:<tag>@sha256:…',
    },
  ];
}

function latest({ value, path }: Item): Found[] {
  const image = text(value, 'image');
  if (image === undefined || image.includes('@')) return [];
  const tag = /:([^/:]+)$/.exec(image)?.[1];
  if (tag !== undefined && tag !== 'latest') return [];
  return [
    {
      path: [...path, 'image'],
      message: `the image ${image} is whatever is latest when the pod starts`,
      help: 'name a version',
    },
  ];
}

function withoutRequests({ value, path }: Item): Found[] {
  const requests = {
    ...record(value, 'resources', 'limits'),
    ...record(value, 'resources', 'requests'),
  };
  const missing = ['cpu', 'memory'].filter((resource) => requests[resource] === undefined);
  if (missing.length === 0) return [];
  return [{ path, message: `the container requests no ${missing.join(' and no ')}` }];
}

/** Jobs end by themselves; nothing asks whether they are alive. */
function withoutProbe({ value, path }: Item, { kind }: GraphNode): Found[] {
  const isService = ['Deployment', 'StatefulSet', 'DaemonSet'].includes(kind);
  const isMain = path.at(-2) === 'containers';
  if (!isService || !isMain || field(value, 'readinessProbe') !== undefined) return [];
  return [{ path, message: 'the container has no readiness probe' }];
}

function privileged({ value, path }: Item): Found[] {
  if (field(value, 'securityContext', 'privileged') !== true) return [];
  return [
    { path: [...path, 'securityContext', 'privileged'], message: 'the container is privileged' },
  ];
}

function hostPaths(pod: Pod): Found[] {
  return items(pod, 'volumes')
    .filter(({ value }) => field(value, 'hostPath') !== undefined)
    .map(({ value, path }) => ({
      path: [...path, 'hostPath'],
      message: `the volume is ${text(value, 'hostPath', 'path') ?? 'a folder'} of the node`,
    }));
}

function clusterAdmin(node: GraphNode): Finding[] {
  const isGranted = text(node.value, 'roleRef', 'name') === 'cluster-admin';
  if (!isGranted || !node.kind.endsWith('RoleBinding')) return [];
  return [
    { node, path: [...node.path, 'roleRef', 'name'], message: 'this grants every right there is' },
  ];
}
