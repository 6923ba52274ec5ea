import { text } from './fields.ts';
import type { GraphNode } from './node.ts';
import type { Chart } from './charts.ts';
import { isSystemNamespace } from './cluster.ts';

/** What of the cluster the tree does not show. */
export interface Hidden {
  /** Only a part of the modules was evaluated. */
  readonly partial: boolean;
  /** Namespaces into which charts are installed that nobody has rendered. */
  readonly namespaces: readonly string[];
  /** A chart that is not rendered, wherever it goes: cluster-scoped objects may come with it. */
  readonly charts: boolean;
}

/** Which places may hold objects that the tree does not show; nothing missing is reported there. */
export class Unseen {
  readonly #partial: boolean;
  readonly #elsewhere: boolean;
  readonly #namespaces: Set<string>;
  readonly #populated: Set<string>;
  readonly #withCharts: Set<string>;

  constructor(nodes: readonly GraphNode[], charts: readonly Chart[], hidden: Hidden) {
    const installed = nodes.flatMap(installs);
    this.#partial = hidden.partial;
    this.#elsewhere = hidden.charts || installed.length > 0;
    this.#namespaces = new Set([...hidden.namespaces, ...installed]);
    this.#populated = new Set(nodes.map(({ namespace }) => namespace ?? 'default'));
    this.#withCharts = new Set(charts.map(({ namespace }) => namespace));
  }

  /** True when an object of this namespace may exist all the same. */
  inNamespace(namespace: string | undefined): boolean {
    const place = namespace ?? 'default';
    const isForeign = isSystemNamespace(place) || !this.#populated.has(place);
    return this.#partial || isForeign || this.#namespaces.has(place);
  }

  /** True when a cluster-scoped object may exist all the same. */
  inCluster(): boolean {
    return this.#partial || this.#elsewhere;
  }

  /** True where a chart is installed whose names are guessed at; undefined: anywhere. */
  hasChart(namespace: string | undefined): boolean {
    return namespace === undefined ? this.#withCharts.size > 0 : this.#withCharts.has(namespace);
  }
}

/** The namespace into which an object has another tree installed. */
function installs({ group, kind, value }: GraphNode): string[] {
  if (group === 'argoproj.io' && kind === 'Application')
    return [text(value, 'spec', 'destination', 'namespace') ?? 'default'];
  const target = text(value, 'spec', 'targetNamespace');
  return group === 'kustomize.toolkit.fluxcd.io' && target !== undefined ? [target] : [];
}
