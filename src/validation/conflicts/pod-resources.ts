import { items, member, record, text, type Item } from '../graph/fields.ts';
import { amounts } from './amounts.ts';
import { conflictIf, type Conflict } from './conflict.ts';
import { isHugePage } from './resource-names.ts';

/** Resources of a whole pod hold what its containers ask for. */
export function podResources(pod: Item): Conflict[] {
  const own = member(pod, 'resources');
  if (own === undefined) return [];
  const names = ['requests', 'limits'].flatMap((field) =>
    Object.keys(record(own.value, field)).flatMap((name) =>
      conflictIf(
        name !== 'cpu' && name !== 'memory' && !isHugePage(name),
        [...own.path, field, name],
        'must be cpu, memory or huge pages in the resources of a pod',
      ),
    ),
  );
  const claims = conflictIf(
    (own.value['claims'] ?? null) !== null,
    [...own.path, 'claims'],
    'must not stand in the resources of a pod',
  );
  return [...names, ...claims, ...sums(pod, own), ...limits(pod, own)];
}

function sums(pod: Item, own: Item): Conflict[] {
  const wanted = amounts(own.value['requests']);
  const given = totals(pod);
  return [...wanted].flatMap(([name, number]) =>
    conflictIf(
      (given.get(name) ?? 0) > number,
      [...own.path, 'requests', name],
      'must be at least what the containers request together',
    ),
  );
}

/** Containers and sidecars run together, each other init container beside the sidecars before it. */
function totals(pod: Item): Map<string, number> {
  const running = new Map<string, number>();
  const starting = new Map<string, number>();
  for (const { value } of items(pod, 'initContainers')) {
    const asked = requestsOf(value);
    if (text(value, 'restartPolicy') === 'Always') add(running, asked);
    for (const name of new Set([...running.keys(), ...asked.keys()])) {
      const beside = text(value, 'restartPolicy') === 'Always' ? 0 : (asked.get(name) ?? 0);
      starting.set(name, Math.max(starting.get(name) ?? 0, (running.get(name) ?? 0) + beside));
    }
  }
  for (const { value } of items(pod, 'containers')) add(running, requestsOf(value));
  for (const [name, number] of starting)
    running.set(name, Math.max(running.get(name) ?? 0, number));
  return running;
}

/** A limit stands for a request that is left out. */
function requestsOf(container: Item['value']): Map<string, number> {
  const { requests, limits } = record(container, 'resources');
  return new Map([...amounts(limits), ...amounts(requests)]);
}

function add(sum: Map<string, number>, more: ReadonlyMap<string, number>): void {
  for (const [name, number] of more) sum.set(name, (sum.get(name) ?? 0) + number);
}

function limits(pod: Item, own: Item): Conflict[] {
  const most = amounts(own.value['limits']);
  return items(pod, 'containers').flatMap(({ value, path }) =>
    [...amounts(record(value, 'resources')['limits'])].flatMap(([name, number]) =>
      conflictIf(
        number > (most.get(name) ?? Infinity),
        [...path, 'resources', 'limits', name],
        'must be at most the limit of the pod',
      ),
    ),
  );
}
