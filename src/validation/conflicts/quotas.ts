import { isJsonObject, type JsonObject } from '../../core/json.ts';
import { items, record, text } from '../graph/fields.ts';
import { amounts, isWhole } from './amounts.ts';
import { conflictIf, missing, says, type Conflict, type StructChecks } from './conflict.ts';
import {
  isCounted,
  isExtended,
  isNative,
  mayOvercommit,
  OF_CONTAINERS,
  problemOf,
  STANDARD,
} from './resource-names.ts';

/** What ranges of limits and quotas have to keep to. */
export const QUOTA_CHECKS: StructChecks = {
  'core.LimitRangeItem': (item) => [...limitNames(item), ...ofType(item), ...ordered(item)],
  'core.ResourceQuotaSpec': (spec) => [...quotaNames(spec), ...scopes(spec)],
};

const MAPS = ['max', 'min', 'default', 'defaultRequest', 'maxLimitRequestRatio'];

function limitNames(item: JsonObject): Conflict[] {
  const type = text(item, 'type');
  const isOfContainers = type === 'Pod' || type === 'Container';
  return MAPS.flatMap((field) => {
    const map = item[field];
    if (!isJsonObject(map)) return [];
    return Object.keys(map).flatMap((name): Conflict[] => {
      const problem =
        problemOf(name, isOfContainers ? OF_CONTAINERS : STANDARD) ??
        (!isOfContainers || isNative(name) || isExtended(name)
          ? undefined
          : 'is no resource of a container');
      return problem === undefined
        ? []
        : [{ path: [field, name], code: 'schema/unknown-field', must: problem }];
    });
  });
}

function ofType(item: JsonObject): Conflict[] {
  const type = text(item, 'type');
  const isFilled = (field: string) =>
    isJsonObject(item[field]) && Object.keys(item[field]).length > 0;
  return [
    ...['default', 'defaultRequest'].flatMap((field) =>
      conflictIf(type === 'Pod' && isFilled(field), [field], 'must not stand beside type Pod'),
    ),
    ...(type === 'PersistentVolumeClaim' &&
    !says(record(item, 'max'), 'storage') &&
    !says(record(item, 'min'), 'storage')
      ? [missing(['max', 'storage'], 'type PersistentVolumeClaim needs it, or min')]
      : []),
  ];
}

/** Lower field, upper field: what must not be above what. */
const ORDER = [
  ['min', 'max'],
  ['min', 'defaultRequest'],
  ['defaultRequest', 'max'],
  ['defaultRequest', 'default'],
  ['min', 'default'],
  ['default', 'max'],
] as const;

function ordered(item: JsonObject): Conflict[] {
  // Servers take a default for a request and for a limit where the other one is not written.
  const given = { ...item, ...(item['type'] === 'Container' ? filledIn(item) : {}) };
  const inOrder = ORDER.flatMap(([low, high]) => {
    const upper = amounts(given[high]);
    return [...amounts(given[low])].flatMap(([name, number]) => {
      const most = upper.get(name);
      return conflictIf(
        most !== undefined && number > most,
        [item[low] === undefined ? high : low, name],
        `must leave ${low} at most ${high}`,
      );
    });
  });
  return [...inOrder, ...equal(given), ...ratios(item)];
}

function filledIn(item: JsonObject): JsonObject {
  const maps = {
    max: item['max'],
    min: item['min'],
    default: item['default'],
    request: item['defaultRequest'],
  };
  const spread = (map: JsonObject[string] | undefined) => (isJsonObject(map) ? map : {});
  const limits = { ...spread(maps.max), ...spread(maps.default) };
  const requests = { ...limits, ...spread(maps.min), ...spread(maps.request) };
  const defaults = { ...limits, ...spread(maps.default) };
  return { default: defaults, defaultRequest: { ...defaults, ...requests } };
}

function equal(item: JsonObject): Conflict[] {
  const limits = amounts(item['default']);
  return [...amounts(item['defaultRequest'])].flatMap(([name, number]) =>
    conflictIf(
      !mayOvercommit(name) && limits.has(name) && limits.get(name) !== number,
      ['defaultRequest', name],
      'must equal default: the resource is not shared',
    ),
  );
}

function ratios(item: JsonObject): Conflict[] {
  const [max, min] = [amounts(item['max']), amounts(item['min'])];
  return [...amounts(item['maxLimitRequestRatio'])].flatMap(([name, ratio]) => {
    const [most, least] = [max.get(name), min.get(name)];
    return [
      ...conflictIf(ratio < 1, ['maxLimitRequestRatio', name], 'must be at least 1'),
      ...conflictIf(
        most !== undefined && least !== undefined && ratio > most / least,
        ['maxLimitRequestRatio', name],
        'must be at most max divided by min',
      ),
    ];
  });
}

function quotaNames({ hard }: JsonObject): Conflict[] {
  if (!isJsonObject(hard)) return [];
  const numbers = amounts(hard);
  return Object.keys(hard).flatMap((name): Conflict[] => {
    const problem =
      problemOf(name, STANDARD) ?? (name === 'storage' ? 'must be requests.storage' : undefined);
    if (problem !== undefined)
      return [{ path: ['hard', name], code: 'schema/unknown-field', must: problem }];
    const isFraction = isCounted(name) && !isWhole(numbers.get(name) ?? 0);
    return conflictIf(isFraction, ['hard', name], 'must be a whole number');
  });
}

const OF_PODS = [
  ...['pods', 'cpu', 'memory', 'limits.cpu', 'limits.memory', 'requests.cpu', 'requests.memory'],
];

/** Scope → the standard resources that it counts. */
const COUNTS: Readonly<Record<string, readonly string[]>> = {
  BestEffort: ['pods'],
  VolumeAttributesClass: ['persistentvolumeclaims', 'requests.storage'],
  ...Object.fromEntries(
    [
      'Terminating',
      'NotTerminating',
      'NotBestEffort',
      'PriorityClass',
      'CrossNamespacePodAffinity',
    ].map((scope) => [scope, OF_PODS]),
  ),
};

const APART = [
  ['BestEffort', 'NotBestEffort'],
  ['Terminating', 'NotTerminating'],
] as const;

const TAKES_VALUES: ReadonlySet<unknown> = new Set(['PriorityClass', 'VolumeAttributesClass']);

function scopes(spec: JsonObject): Conflict[] {
  const named = Array.isArray(spec['scopes']) ? spec['scopes'] : [];
  const selected = items({ value: spec, path: [] }, 'scopeSelector', 'matchExpressions');
  const standard = isJsonObject(spec['hard'])
    ? Object.keys(spec['hard']).filter(
        (name) => STANDARD.has(name) || /^(requests\.)?hugepages-/.test(name),
      )
    : [];
  const all = [
    ...named.map((scope, index) => ({ scope, path: ['scopes', index] })),
    ...selected.map(({ value, path }) => ({
      scope: value['scopeName'],
      path: [...path, 'scopeName'],
    })),
  ];
  return [
    ...all.flatMap(({ scope, path }) => {
      const counted =
        typeof scope === 'string' && Object.hasOwn(COUNTS, scope) ? COUNTS[scope] : undefined;
      const foreign = standard.find((name) => counted?.includes(name) === false);
      const must = `must not stand beside ${foreign ?? ''}, which it does not count`;
      return conflictIf(foreign !== undefined, path, must);
    }),
    ...[named, selected.map(({ value }) => value['scopeName'])].flatMap((list, index) =>
      APART.flatMap(([one, other]) =>
        conflictIf(
          list.includes(one) && list.includes(other),
          [index === 0 ? 'scopes' : 'scopeSelector'],
          `must not have both ${one} and ${other}`,
        ),
      ),
    ),
    ...selected.flatMap(({ value, path }) => selection(value, path)),
  ];
}

function selection(
  { scopeName, operator, values }: JsonObject,
  path: Conflict['path'],
): Conflict[] {
  const count = Array.isArray(values) ? values.length : 0;
  const isOfValues = operator === 'In' || operator === 'NotIn';
  const isOther = typeof scopeName === 'string' && !TAKES_VALUES.has(scopeName);
  return [
    ...conflictIf(
      isOther && operator !== 'Exists' && typeof operator === 'string',
      [...path, 'operator'],
      'must be Exists for this scope',
    ),
    ...(isOfValues && count === 0
      ? [missing([...path, 'values'], 'In and NotIn need at least one')]
      : []),
    ...conflictIf(
      typeof operator === 'string' && !isOfValues && count > 0,
      [...path, 'values'],
      'must not stand beside Exists and DoesNotExist',
    ),
  ];
}
