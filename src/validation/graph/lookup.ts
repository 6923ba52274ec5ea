import type { Json } from '../../core/json.ts';
import { field, items, record, text } from './fields.ts';
import { annotationsOf, identity, type GraphNode, type Identity } from './node.ts';

/** Finds the objects of a tree by identity, in constant time. */
export class Lookup {
  readonly #byId = new Map<string, GraphNode>();
  /** Objects that name no namespace: whoever applies them chooses one. */
  readonly #anywhere = new Map<string, GraphNode>();
  readonly #names = new Map<string, string[]>();

  constructor(nodes: readonly GraphNode[]) {
    for (const node of nodes) {
      if (!this.#byId.has(node.id)) this.#byId.set(node.id, node);
      const kind = `${node.group}/${node.kind}`;
      if (node.namespace === undefined) this.#anywhere.set(`${kind} ${node.name}`, node);
      const place = `${kind} ${node.namespace ?? ''}`;
      const names = this.#names.get(place);
      if (names === undefined) this.#names.set(place, [node.name]);
      else names.push(node.name);
    }
  }

  find(wanted: Identity): GraphNode | undefined {
    return (
      this.#byId.get(identity(wanted)) ??
      this.#anywhere.get(`${wanted.group}/${wanted.kind} ${wanted.name}`)
    );
  }

  /** Names of the objects of this kind that could have been meant. */
  namesBeside({ group, kind, namespace }: Identity): readonly string[] {
    return this.#names.get(`${group}/${kind} ${namespace ?? ''}`) ?? [];
  }
}

/** Keys that an object is known to have; undefined when others may add to them. */
export function keysOf(node: GraphNode): string[] | undefined {
  if (node.kind === 'Gateway')
    return items(node, 'spec', 'listeners').flatMap(({ value }) => text(value, 'name') ?? []);
  if (text(node.value, 'type') === 'kubernetes.io/service-account-token') return undefined;
  if ([...annotationsOf(node).keys()].some((key) => FILLED.test(key))) return undefined;
  const { data, stringData, binaryData } = node.value;
  const keys = [data, stringData, binaryData].flatMap((part: Json | undefined) =>
    Object.keys(record(part)),
  );
  // Nobody writes one for nothing: a patch, a person or a controller fills it in.
  return keys.length === 0 ? undefined : keys;
}

/** Annotations by which controllers fill an object in: reflectors, injectors of certificates. */
const FILLED = /(reflects|replicate-from|inject-ca-from|inject-cabundle|inject-trusted-cabundle)$/;

/** Ports that a Service offers, by name and by number. */
export function portsOfService(node: GraphNode): (string | number)[] {
  return items(node, 'spec', 'ports').flatMap(({ value }) => {
    const number = field(value, 'port');
    return [text(value, 'name') ?? [], typeof number === 'number' ? number : []].flat();
  });
}
