import { chartOf } from './charts.ts';
import { isBuiltIn } from './cluster.ts';
import type { Edge, ResolvedEdge, Status, Wanted } from './edge.ts';
import { externalMatcher, type External } from './external.ts';
import { keysOf, Lookup, portsOfService } from './lookup.ts';
import { Mentions } from './mentions.ts';
import { CLUSTER_SCOPED, type GraphNode, type Identity } from './node.ts';
import { providedBy } from './providers.ts';
import { Unseen, type Hidden } from './unseen.ts';

/** What stands outside the objects and still decides what is missing. */
export interface World {
  readonly external: External;
  readonly hidden: Hidden;
}

/** Everything that tells what became of a reference. */
export class Resolver {
  readonly lookup: Lookup;
  readonly mentions: Mentions;
  readonly unseen: Unseen;
  readonly isExternal: (wanted: Identity) => boolean;
  readonly #provided = new Set<string>();

  constructor(nodes: readonly GraphNode[], { external, hidden }: World) {
    this.lookup = new Lookup(nodes);
    const charts = nodes.flatMap((node) => chartOf(node) ?? []);
    this.mentions = new Mentions(nodes, charts);
    this.unseen = new Unseen(nodes, charts, hidden);
    this.isExternal = externalMatcher(external);
    for (const { kind, name, namespace, anywhere } of nodes.flatMap(providedBy)) {
      this.#provided.add(anywhere === true ? `${kind} ${name}` : placed(kind, namespace, name));
    }
  }

  resolve(edge: Edge): ResolvedEdge {
    const target = this.lookup.find(edge.wanted);
    if (target !== undefined) return { ...edge, status: this.#present(edge, target), target };
    const status = this.#absent(edge);
    const isDoubtful = status === 'missing' && this.#isDoubtful(edge);
    return { ...edge, status, target, ...(isDoubtful ? { isDoubtful } : {}) };
  }

  #present({ wanted, optional }: Edge, target: GraphNode): Status {
    if (wanted.port !== undefined && !portsOfService(target).includes(wanted.port))
      return 'missing-port';
    if (wanted.key === undefined || this.#isProvided(wanted)) return 'found';
    const keys = keysOf(target);
    if (keys === undefined || keys.includes(wanted.key)) return 'found';
    return optional === true ? 'optional' : 'missing-key';
  }

  #absent({ wanted, optional, relation }: Edge): Status {
    if (isBuiltIn(wanted)) return 'built-in';
    if (isOpen(wanted.name) || isOpen(wanted.namespace)) return 'unknown';
    if (this.isExternal(wanted)) return 'external';
    if (this.#isProvided(wanted)) return 'provided';
    if (optional === true) return 'optional';
    return !isOfFlux(relation) && this.#isUnknown(wanted) ? 'unknown' : 'missing';
  }

  #isProvided({ kind, namespace, name }: Wanted): boolean {
    return (
      this.#provided.has(placed(kind, namespace, name)) || this.#provided.has(`${kind} ${name}`)
    );
  }

  #isUnknown({ kind, group, namespace, name }: Wanted): boolean {
    if (this.mentions.mayMake(namespace, name)) return true;
    if (!CLUSTER_SCOPED.has(kind)) return this.unseen.inNamespace(namespace);
    // Classes come with the cluster or its drivers: a tree that defines none does not say which there are.
    const isUnmanaged = this.lookup.namesBeside({ group, kind, namespace, name }).length === 0;
    return this.unseen.inCluster() || isUnmanaged || this.mentions.chartMayMake(name);
  }

  #isDoubtful({ relation, wanted: { kind, namespace } }: Edge): boolean {
    if (isOfFlux(relation)) return false;
    return this.unseen.hasChart(CLUSTER_SCOPED.has(kind) ? undefined : (namespace ?? 'default'));
  }
}

/** Flux reads its sources before it installs any chart. */
function isOfFlux(relation: string): boolean {
  return relation === 'source' || relation === 'depends';
}

/** True for a name that Flux makes complete. */
function isOpen(name: string | undefined): boolean {
  return name?.includes('${') === true;
}

function placed(kind: string, namespace: string | undefined, name: string): string {
  return `${kind} ${namespace ?? 'default'}/${name}`;
}
