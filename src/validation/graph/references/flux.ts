import type { Edge } from '../edge.ts';
import { items, member, text, type Item } from '../fields.ts';
import { groupOf, type GraphNode } from '../node.ts';
import { edgeTo } from './wanted.ts';

const SOURCES = 'source.toolkit.fluxcd.io';

/** Flux: sources, dependencies and values of Kustomizations and HelmReleases. */
export function fluxReferences(node: GraphNode): Edge[] {
  if (node.group === 'kustomize.toolkit.fluxcd.io' && node.kind === 'Kustomization') {
    return [
      ...source(node, member(node, 'spec', 'sourceRef')),
      ...dependencies(node),
      ...values(node, items(node, 'spec', 'postBuild', 'substituteFrom')),
    ];
  }
  if (node.group === 'helm.toolkit.fluxcd.io' && node.kind === 'HelmRelease') {
    return [
      ...source(node, member(node, 'spec', 'chart', 'spec', 'sourceRef')),
      ...source(node, member(node, 'spec', 'chartRef')),
      ...dependencies(node),
      ...values(node, items(node, 'spec', 'valuesFrom')),
    ];
  }
  return [];
}

function source(from: GraphNode, at: Item | undefined): Edge[] {
  const kind = text(at?.value, 'kind');
  if (at === undefined || kind === undefined) return [];
  const apiVersion = text(at.value, 'apiVersion');
  const group = apiVersion === undefined ? SOURCES : groupOf(apiVersion);
  return edgeTo({ from, relation: 'source', at, wanted: { kind, group, ...place(from, at) } });
}

function dependencies(from: GraphNode): Edge[] {
  const { kind, group } = from;
  return items(from, 'spec', 'dependsOn').flatMap((at) =>
    edgeTo({ from, relation: 'depends', at, wanted: { kind, group, ...place(from, at) } }),
  );
}

function values(from: GraphNode, sources: readonly Item[]): Edge[] {
  return sources.flatMap((at) => {
    const kind = text(at.value, 'kind') ?? '';
    const key = text(at.value, 'valuesKey');
    if (kind !== 'Secret' && kind !== 'ConfigMap') return [];
    return edgeTo({
      from,
      relation: 'values',
      at,
      wanted: { kind, ...(key === undefined ? {} : { key }) },
      detailPath: [...at.path, 'valuesKey'],
    });
  });
}

function place(from: GraphNode, at: Item) {
  return { namespace: text(at.value, 'namespace') ?? from.namespace };
}
