import { isJsonObject, type Json } from '../../core/json.ts';
import { field, text } from './fields.ts';
import type { GraphNode } from './node.ts';

/** A chart that an object of the tree has installed. */
export interface Chart {
  readonly namespace: string;
  /** What the names of its objects may be, or begin with. */
  readonly names: readonly string[];
  /** What it is told: names of its objects may stand there. */
  readonly values: Json;
}

/** The chart of a HelmRelease of Flux or a HelmChart of k3s; nobody renders it here. */
export function chartOf(node: GraphNode): Chart | undefined {
  const { group, kind, value, name } = node;
  const isFlux = group === 'helm.toolkit.fluxcd.io' && kind === 'HelmRelease';
  if (!isFlux && !(group === 'helm.cattle.io' && kind === 'HelmChart')) return undefined;
  const target = text(value, 'spec', 'targetNamespace');
  const chart =
    text(value, 'spec', 'chart', 'spec', 'chart') ??
    text(value, 'spec', 'chartRef', 'name') ??
    text(value, 'spec', 'chart');
  const release = text(value, 'spec', 'releaseName') ?? `${target ?? ''}-${name}`;
  return {
    namespace: target ?? node.namespace ?? 'default',
    names: [
      name,
      release,
      ...(chart === undefined ? [] : [chart.slice(chart.lastIndexOf('/') + 1)]),
    ],
    values: valuesOf(value),
  };
}

/** HelmCharts hold them as text, whose words may be names. */
function valuesOf(value: Json): Json {
  const values = field(value, 'spec', 'values');
  if (isJsonObject(values)) return values;
  return text(value, 'spec', 'valuesContent')?.split(/[\s"':,]+/) ?? null;
}
