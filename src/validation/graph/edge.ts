import type { JsonObject } from '../../core/json.ts';
import type { Path } from '../../core/pointer.ts';
import type { GraphNode, Identity } from './node.ts';

/** What a reference leads to, and which part of it. */
export interface Wanted extends Identity {
  /** Key of a Secret or ConfigMap, listener of a Gateway. */
  readonly key?: string;
  /** Port of a Service, by name or number. */
  readonly port?: string | number;
}

/** A reference by name: the object that wants, the place that says so, and what is wanted. */
export interface Edge {
  readonly from: GraphNode;
  /** How they are related: `env`, `volume`, `backend`. */
  readonly relation: string;
  /** Place of the name in the object. */
  readonly path: Path;
  /** Place of the key or port; the name's where there is none. */
  readonly detailPath?: Path;
  readonly wanted: Wanted;
  /** The object works, in whatever way, without what it refers to. */
  readonly optional?: boolean;
}

/** A reference by labels, to pods or to Services. */
export interface Selection {
  readonly from: GraphNode;
  readonly relation: string;
  readonly path: Path;
  readonly selects: 'Pod' | 'Service';
  /** Namespaces to look in; undefined: all. */
  readonly namespaces: readonly (string | undefined)[] | undefined;
  readonly selector: LabelSelector;
  /** Ports that a selected object has to offer. */
  readonly ports: readonly WantedPort[];
}

export interface WantedPort {
  readonly path: Path;
  readonly port: string | number;
  readonly protocol: string;
}

export interface LabelSelector {
  readonly labels: Readonly<Record<string, string>>;
  readonly expressions: readonly JsonObject[];
}

/** What became of a reference. Only `missing`, `missing-key` and `missing-port` are findings. */
export type Status =
  | 'found'
  | 'missing'
  | 'missing-key'
  | 'missing-port'
  /** An object of the tree makes it: a Certificate its Secret. */
  | 'provided'
  /** Every cluster has it. */
  | 'built-in'
  /** `settings.external` says that it lives elsewhere. */
  | 'external'
  /** It may be in a part of the cluster that the tree does not show, such as a chart. */
  | 'unknown'
  /** It is not there and need not be. */
  | 'optional';

export interface ResolvedEdge extends Edge {
  readonly status: Status;
  readonly target: GraphNode | undefined;
  /** Missing, but for charts that may make it though nothing about them says so. */
  readonly isDoubtful?: boolean;
}

export interface ResolvedSelection extends Selection {
  readonly status: 'found' | 'missing' | 'external' | 'unknown';
  readonly targets: readonly GraphNode[];
  readonly missingPorts: readonly WantedPort[];
}

/** The references between the objects of a tree. */
export interface Graph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly ResolvedEdge[];
  readonly selections: readonly ResolvedSelection[];
}
