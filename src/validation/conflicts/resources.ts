import { isJsonObject, type JsonObject } from '../../core/json.ts';
import { didYouMean } from '../../core/near-miss.ts';
import { record } from '../graph/fields.ts';
import { amount, amounts, isWhole } from './amounts.ts';
import { conflictIf, missing, type Conflict, type StructChecks } from './conflict.ts';
import {
  isCounted,
  isExtended,
  isHugePage,
  isNative,
  mayOvercommit,
  OF_CONTAINERS,
  pageSize,
  problemOf,
} from './resource-names.ts';

/** What requests and limits have to keep to. */
export const RESOURCE_CHECKS: StructChecks = {
  'core.ResourceRequirements': ofContainers,
  'core.PodSpec': ({ overhead }) =>
    isJsonObject(overhead) ? ofContainers({ limits: overhead }).map(asOverhead) : [],
  'node.Overhead': ({ podFixed }) =>
    isJsonObject(podFixed) ? ofContainers({ limits: podFixed }).map(asPodFixed) : [],
};

function asOverhead(conflict: Conflict): Conflict {
  return { ...conflict, path: ['overhead', ...conflict.path.slice(1)] };
}

function asPodFixed(conflict: Conflict): Conflict {
  return { ...conflict, path: ['podFixed', ...conflict.path.slice(1)] };
}

function ofContainers(required: JsonObject): Conflict[] {
  return [
    ...['limits', 'requests'].flatMap((field) => [
      ...resourceNames(record(required, field), field),
      ...wholeness(required, field),
    ]),
    ...requests(required),
    ...hugePages(required),
  ];
}

/** `storage` is what a claim requests; before 1.29 that was the same struct. */
const KNOWN: ReadonlySet<string> = new Set([...OF_CONTAINERS, 'storage']);

function resourceNames(given: JsonObject, field: string): Conflict[] {
  return Object.keys(given).flatMap((name): Conflict[] => {
    const problem =
      problemOf(name, KNOWN) ??
      (isNative(name) || isExtended(name) ? undefined : 'is no resource of a vendor');
    if (problem === undefined && !name.startsWith('requests.hugepages-')) return [];
    const must = problem ?? 'is no resource of a container';
    return [
      {
        path: [field, name],
        code: 'schema/unknown-field',
        must,
        help: didYouMean(name, OF_CONTAINERS),
      },
    ];
  });
}

function wholeness(required: JsonObject, field: string): Conflict[] {
  return [...amounts(required[field])].flatMap(([name, number]) => {
    const page = amount(pageSize(name));
    return [
      ...conflictIf(isCounted(name) && !isWhole(number), [field, name], 'must be a whole number'),
      ...conflictIf(
        isHugePage(name) && (page === undefined || page <= 0 || number % page !== 0),
        [field, name],
        `must be a multiple of ${pageSize(name)}`,
      ),
    ];
  });
}

function requests({ requests, limits }: JsonObject): Conflict[] {
  const most = amounts(limits);
  const written = record(limits ?? null);
  return [...amounts(requests)].flatMap(([name, wanted]): Conflict[] => {
    const path = ['requests', name];
    const limit = most.get(name);
    if (limit === undefined) {
      const isWritten = written[name] !== undefined;
      if (isWritten || mayOvercommit(name)) return [];
      return [missing(['limits', name], 'a resource that is not shared needs a limit')];
    }
    if (!mayOvercommit(name)) return conflictIf(wanted !== limit, path, 'must equal its limit');
    const must = `must be at most the limit, ${JSON.stringify(written[name])}`;
    return conflictIf(wanted > limit, path, must);
  });
}

function hugePages({ requests, limits }: JsonObject): Conflict[] {
  const names = [record(requests ?? null), record(limits ?? null)].flatMap((map) =>
    Object.keys(map),
  );
  const hasMore = names.includes('cpu') || names.includes('memory');
  const page = names.find(isHugePage);
  if (page === undefined || hasMore) return [];
  return [missing([], 'huge pages need cpu or memory beside them')];
}
