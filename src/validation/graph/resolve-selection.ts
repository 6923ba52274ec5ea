import { isBuiltInPod } from './cluster.ts';
import type { ResolvedSelection, Selection, WantedPort } from './edge.ts';
import { items, record, text } from './fields.ts';
import type { GraphNode } from './node.ts';
import { podOf, portsOf, type Pod } from './pods.ts';
import type { Resolver } from './resolve.ts';
import { isSetByController, selectsLabels } from './selector.ts';
import type { Json } from '../../core/json.ts';

interface Candidate {
  readonly node: GraphNode;
  readonly labels: Readonly<Record<string, Json>>;
  readonly pod: Pod | undefined;
}

/** Finds what selectors select. Candidates are kept by namespace, so that a selector looks at its own ones alone. */
export class Selector {
  readonly #resolver: Resolver;
  readonly #pods = new Map<string, Candidate[]>();
  readonly #services = new Map<string, Candidate[]>();
  readonly #podLabels = new Set<string>();

  constructor(nodes: readonly GraphNode[], resolver: Resolver) {
    this.#resolver = resolver;
    for (const node of nodes) {
      const pod = podOf(node);
      if (pod !== undefined) {
        add(this.#pods, { node, pod, labels: pod.labels });
        for (const label of Object.keys(pod.labels)) this.#podLabels.add(label);
      } else if (node.kind === 'Service' && node.group === '') {
        const labels = record(node.value, 'metadata', 'labels');
        add(this.#services, { node, labels, pod: undefined });
      }
    }
  }

  resolve(selection: Selection): ResolvedSelection {
    const candidates = this.#candidates(selection);
    const matched = candidates.filter(({ labels }) => selectsLabels(selection.selector, labels));
    const targets = matched.map(({ node }) => node);
    if (matched.length === 0)
      return { ...selection, targets, status: this.#absent(selection), missingPorts: [] };
    const missingPorts = selection.ports.filter(
      (port) => !matched.some((candidate) => offers(candidate, port)),
    );
    return { ...selection, targets, status: 'found', missingPorts };
  }

  #candidates({ selects, namespaces }: Selection): readonly Candidate[] {
    const all = selects === 'Pod' ? this.#pods : this.#services;
    const places = namespaces ?? [...all.keys()];
    return places.flatMap((place) => all.get(place ?? 'default') ?? []);
  }

  #absent(selection: Selection): ResolvedSelection['status'] {
    const { from, selects, namespaces } = selection;
    const { name, namespace } = from;
    if (this.#resolver.isExternal({ group: '', kind: selects, namespace, name })) return 'external';
    if (namespaces === undefined) return 'unknown';
    if (namespaces.some((place) => isBuiltIn(selection, place))) return 'external';
    const { unseen } = this.#resolver;
    if (namespaces.some((place) => unseen.inNamespace(place))) return 'unknown';
    return this.#isOfOperator(selection) ? 'unknown' : 'missing';
  }

  /**
   * Pods of operators carry the name of their resource, or labels of the operator's own domain; those of charts a name
   * out of the values too.
   */
  #isOfOperator({ from, selector }: Selection): boolean {
    const { mentions, unseen } = this.#resolver;
    const isOfChart = unseen.hasChart(from.namespace ?? 'default');
    return Object.entries(selector.labels).some(
      ([key, value]) =>
        mentions.isNamed(from.namespace, value) ||
        (isOfChart && mentions.mayMake(from.namespace, value)) ||
        (OWN_DOMAIN.test(key) && !isSetByController(key) && !this.#podLabels.has(key)),
    );
  }
}

/** The Service of the API servers, and pods of the control plane and of Flux: no file defines them. */
function isBuiltIn({ selects, selector }: Selection, place: string | undefined): boolean {
  if (selects === 'Pod') return isBuiltInPod(selector, place);
  const labels = { component: 'apiserver', provider: 'kubernetes' };
  return place === 'default' && selectsLabels(selector, labels);
}

/** A label key with a domain, but for the domains that people themselves write on pods. */
const OWN_DOMAIN = /^(?!app\.kubernetes\.io\/|helm\.sh\/|kubenix\/)[^/]+\.[^/]+\//;

function add(places: Map<string, Candidate[]>, candidate: Candidate): void {
  const place = candidate.node.namespace ?? 'default';
  const known = places.get(place);
  if (known === undefined) places.set(place, [candidate]);
  else known.push(candidate);
}

/**
 * True unless the port is certainly not there. A number need not be declared, so it is only missed where every container
 * declares ports.
 */
function offers({ node, pod }: Candidate, { port, protocol }: WantedPort): boolean {
  if (pod === undefined)
    return items(node, 'spec', 'ports').some(({ value }) => text(value, 'name') === port);
  const containers = pod.containers;
  const declared = containers.map(portsOf);
  if (
    typeof port === 'number' &&
    items(pod, 'containers').some((each) => portsOf(each).length === 0)
  )
    return true;
  return declared.flat().some(({ name, number, protocol: offered }) => {
    const isNamed = typeof port === 'string' ? name === port : number === port;
    return isNamed && (protocol === 'any' || offered === protocol);
  });
}
