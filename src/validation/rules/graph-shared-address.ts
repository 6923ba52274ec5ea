import { describeObject } from '../../core/object.ts';
import type { Path } from '../../core/pointer.ts';
import { field, items, text } from '../graph/fields.ts';
import { annotationsOf, type GraphNode } from '../graph/node.ts';
import type { Finding, TreeRule } from './rule.ts';

const ADDRESSES = [
  'lbipam.cilium.io/ips',
  'io.cilium/lb-ipam-ips',
  'metallb.io/loadBalancerIPs',
  'metallb.universe.tf/loadBalancerIPs',
  'kube-vip.io/loadbalancerIPs',
];
const SHARING_KEYS = [
  'lbipam.cilium.io/sharing-key',
  'io.cilium/lb-ipam-sharing-key',
  'metallb.io/allow-shared-ip',
  'metallb.universe.tf/allow-shared-ip',
];

/** Rule `graph/shared-address`: two load balancers that want one address and may not share it. */
export const sharedAddress: TreeRule = {
  code: 'graph/shared-address',
  severity: 'error',
  check: ({ graph }) => {
    const holders = new Map<string, Claim[]>();
    return graph.nodes.flatMap(claimsOf).flatMap((claim) => {
      const known = holders.get(claim.address) ?? [];
      holders.set(claim.address, [...known, claim]);
      const rival = known.find((other) => other.node.id !== claim.node.id && !share(other, claim));
      return rival === undefined ? [] : [conflict(claim, rival)];
    });
  },
};

interface Claim {
  readonly node: GraphNode;
  readonly path: Path;
  readonly address: string;
  readonly key: string | undefined;
  readonly ports: ReadonlySet<string>;
}

function claimsOf(node: GraphNode): Claim[] {
  if (node.kind !== 'Service' || text(node.value, 'spec', 'type') !== 'LoadBalancer') return [];
  const annotations = annotationsOf(node);
  const key = SHARING_KEYS.map((name) => annotations.get(name)).find(
    (value) => value !== undefined,
  );
  const ports = new Set(
    items(node, 'spec', 'ports').map(
      ({ value }) =>
        `${JSON.stringify(field(value, 'port') ?? '')}/${text(value, 'protocol') ?? 'TCP'}`,
    ),
  );
  const written = ADDRESSES.flatMap((name) =>
    (annotations.get(name) ?? '').split(',').map((address) => ({
      address: address.trim(),
      path: [...node.path, 'metadata', 'annotations', name],
    })),
  );
  const direct = {
    address: text(node.value, 'spec', 'loadBalancerIP') ?? '',
    path: [...node.path, 'spec', 'loadBalancerIP'],
  };
  return withoutRepeats([direct, ...written])
    .filter(({ address }) => address !== '' && address !== DYNAMIC)
    .map(({ address, path }) => ({ node, path, address, key, ports }));
}

/** kube-vip asks DHCP for it. */
const DYNAMIC = '0.0.0.0';

function withoutRepeats<T extends { readonly address: string }>(found: readonly T[]): T[] {
  return [...new Map(found.map((each) => [each.address, each])).values()];
}

/** Services share an address when they say so with one key and use different ports. */
function share(one: Claim, other: Claim): boolean {
  return one.key !== undefined && one.key === other.key && !overlap(one, other);
}

function overlap(one: Claim, other: Claim): boolean {
  return [...one.ports].some((port) => other.ports.has(port));
}

function conflict(claim: Claim, rival: Claim): Finding {
  const { node, path, address, key } = claim;
  const isKey = key !== undefined && key === rival.key;
  const ports = [...claim.ports].filter((port) => rival.ports.has(port)).join(', ');
  return {
    node,
    path,
    message: isKey
      ? `${describeObject(rival.node.value)} shares ${address} and has port ${ports} too`
      : `${describeObject(rival.node.value)} has ${address} already, and they have no sharing key in common`,
    help: isKey
      ? 'give one of them another port or another address'
      : 'choose another address, or give both the same sharing key',
  };
}
