import { isJsonObject, type Json } from '../../core/json.ts';
import type { Chart } from './charts.ts';
import { isCustom, type GraphNode } from './node.ts';

/** Groups whose objects only read what they name: routes, monitors, policies, sources. */
const READERS =
  /^(.*\.toolkit\.fluxcd\.io|gateway\.networking\.k8s\.io|cilium\.io|metallb\.io|traefik\.(io|containo\.us)|snapshot\.storage\.k8s\.io|keda\.sh|argoproj\.io|cert-manager\.io|trust\.cert-manager\.io|external-secrets\.io|bitnami\.com|onepassword\.com|secrets\.hashicorp\.com|volsync\.backube|isindir\.github\.com|autoscaling\.k8s\.io|externaldns\.k8s\.io|objectbucket\.io)$/;

/** Kinds of the same sort in groups whose other kinds make pods. */
const READING_KINDS =
  /^(ServiceMonitor|PodMonitor|Probe|PrometheusRule|ScrapeConfig|AlertmanagerConfig)$/;

/**
 * Names that operators and charts may give to what they make. One that is not known by name is still recognised by two
 * habits: it makes objects whose names stand in its resource or values, or start with the resource's own name.
 */
export class Mentions {
  /** Namespace (empty: cluster-scoped) → names in custom resources. */
  readonly #mentioned = new Map<string, Set<string>>();
  readonly #named = new Map<string, Set<string>>();

  constructor(nodes: readonly GraphNode[], charts: readonly Chart[]) {
    for (const node of nodes) {
      if (!isCustom(node) || READERS.test(node.group) || READING_KINDS.test(node.kind)) continue;
      const namespace = node.namespace ?? '';
      collectStrings(node.value['spec'], setOf(this.#mentioned, namespace));
      setOf(this.#named, namespace).add(node.name);
    }
    for (const { namespace, names, values } of charts) {
      for (const place of [namespace, CHARTS]) {
        collectStrings(values, setOf(this.#mentioned, place));
        collectParts(values, setOf(this.#mentioned, place));
        for (const name of names) setOf(this.#named, place).add(name);
      }
    }
  }

  /** True when a custom resource that this namespace can see may have made an object of this name. */
  mayMake(namespace: string | undefined, name: string): boolean {
    const isMentioned = places(namespace).some((place) => this.#mentioned.get(place)?.has(name));
    return isMentioned || this.isNamed(namespace, name);
  }

  /** True when a chart, wherever it is installed, may have made a cluster-scoped object of this name. */
  chartMayMake(name: string): boolean {
    return this.#mentioned.get(CHARTS)?.has(name) === true || this.#isPrefixed(CHARTS, name);
  }

  /** True when the name is a custom resource's own, or starts with it. */
  isNamed(namespace: string | undefined, name: string): boolean {
    return places(namespace).some((place) => this.#isPrefixed(place, name));
  }

  /** `pg` makes `pg`, `pg-app`, `pg-rw`: every part that ends before a dash or a dot is looked up. */
  #isPrefixed(place: string, name: string): boolean {
    const names = this.#named.get(place);
    if (names === undefined) return false;
    for (let end = name.length; end > 0; end--) {
      const isBoundary = end === name.length || name[end] === '-' || name[end] === '.';
      if (isBoundary && names.has(name.slice(0, end))) return true;
    }
    return false;
  }
}

/** Stands for all namespaces with charts; no namespace is called so. */
const CHARTS = '*';

/** A custom resource acts in its own namespace; one without a namespace acts anywhere. */
function places(namespace: string | undefined): string[] {
  return [namespace ?? 'default', ''];
}

function setOf(sets: Map<string, Set<string>>, key: string): Set<string> {
  const known = sets.get(key) ?? new Set<string>();
  sets.set(key, known);
  return known;
}

const LONGEST_NAME = 253;

function collectStrings(value: Json | undefined, names: Set<string>): void {
  if (typeof value === 'string') {
    if (value.length <= LONGEST_NAME) names.add(value);
  } else if (Array.isArray(value)) {
    for (const item of value) collectStrings(item, names);
  } else if (isJsonObject(value)) {
    for (const item of Object.values(value)) collectStrings(item, names);
  }
}

/** Charts have values for each of their parts, and call the part `hubble`, `ui` `hubble-ui`. */
function collectParts(value: Json, names: Set<string>, around = ''): void {
  if (!isJsonObject(value)) return;
  for (const [key, item] of Object.entries(value)) {
    names.add(key).add(`${around}-${key}`);
    collectParts(item, names, key);
  }
}
