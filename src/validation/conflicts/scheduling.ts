import { isJsonObject, type Json, type JsonObject } from '../../core/json.ts';
import { items, record, text } from '../graph/fields.ts';
import { dnsSubdomain, labelValue, qualifiedName } from '../metadata/syntax.ts';
import { conflictIf, missing, says, type Conflict, type StructChecks } from './conflict.ts';

/** What decides where pods go. */
export const SCHEDULING_CHECKS: StructChecks = {
  'core.Toleration': toleration,
  'core.NodeSelectorRequirement': requirement,
  'meta.LabelSelectorRequirement': requirement,
  'core.NodeSelector': (selector) =>
    items({ value: selector, path: [] }, 'nodeSelectorTerms').flatMap((term) =>
      items(term, 'matchExpressions').flatMap(({ value, path }) => [
        ...texts(value, [...path, 'values'], labelValue),
        ...key(value, path),
      ]),
    ),
  'core.PreferredSchedulingTerm': ({ preference }) =>
    items({ value: record(preference), path: ['preference'] }, 'matchExpressions').flatMap(
      ({ value, path }) => key(value, path),
    ),
  'core.NodeSelectorTerm': (term) =>
    items({ value: term, path: [] }, 'matchFields').flatMap(({ value, path }) => [
      ...conflictIf(value['key'] !== 'metadata.name', [...path, 'key'], 'must be metadata.name'),
      ...conflictIf(
        value['operator'] !== 'In' && value['operator'] !== 'NotIn',
        [...path, 'operator'],
        'must be In or NotIn for a field of nodes',
      ),
      ...conflictIf(lengthOf(value['values']) !== 1, [...path, 'values'], 'must be one name'),
      ...texts(value, [...path, 'values'], dnsSubdomain),
    ]),
  'core.PodAffinityTerm': (term) => [
    ...labelKeys(term, 'matchLabelKeys'),
    ...labelKeys(term, 'mismatchLabelKeys'),
    ...both(term),
  ],
  'core.TopologySpreadConstraint': (constraint) => [
    ...labelKeys(constraint, 'matchLabelKeys'),
    ...conflictIf(
      typeof constraint['minDomains'] === 'number' &&
        constraint['whenUnsatisfiable'] !== 'DoNotSchedule',
      ['minDomains'],
      'must not stand beside a whenUnsatisfiable other than DoNotSchedule',
    ),
  ],
  'core.PodSpec': sysctls,
};

function toleration(toleration: JsonObject): Conflict[] {
  const { operator, effect, value } = toleration;
  const isExists = operator === 'Exists';
  const isEqual =
    operator === undefined || operator === null || operator === '' || operator === 'Equal';
  const wanted = isEqual && typeof value === 'string' ? labelValue(value) : undefined;
  return [
    ...(says(toleration, 'key') || isExists
      ? []
      : [{ path: ['operator'], must: 'must be Exists in a toleration without key' }]),
    ...conflictIf(isExists && says(toleration, 'value'), ['value'], 'must not stand beside Exists'),
    ...(wanted === undefined
      ? []
      : [{ path: ['value'], code: 'schema/format' as const, must: `must be ${wanted}` }]),
    ...conflictIf(
      says(toleration, 'tolerationSeconds') && effect !== 'NoExecute',
      ['tolerationSeconds'],
      'must not stand beside an effect other than NoExecute',
    ),
  ];
}

function requirement({ operator, values }: JsonObject): Conflict[] {
  const count = lengthOf(values);
  const word = typeof operator === 'string' ? operator : '';
  const isNone = word === 'Exists' || word === 'DoesNotExist';
  return [
    ...((word === 'In' || word === 'NotIn') && count === 0
      ? [missing(['values'], `${word} needs at least one`)]
      : []),
    ...conflictIf(isNone && count > 0, ['values'], `must not stand beside ${word}`),
    ...conflictIf(
      (word === 'Gt' || word === 'Lt') && count !== 1,
      ['values'],
      `must be one for ${word}`,
    ),
  ];
}

function key({ key: name }: JsonObject, path: Conflict['path']): Conflict[] {
  const wanted = typeof name === 'string' && name !== '' ? qualifiedName(name) : undefined;
  if (wanted === undefined) return [];
  return [{ path: [...path, 'key'], code: 'schema/format', must: `must be ${wanted}` }];
}

function texts(
  { values }: JsonObject,
  path: Conflict['path'],
  syntax: (text: string) => string | undefined,
): Conflict[] {
  if (!Array.isArray(values)) return [];
  return values.flatMap((value, index): Conflict[] => {
    const wanted = typeof value === 'string' ? syntax(value) : undefined;
    return wanted === undefined
      ? []
      : [{ path: [...path, index], code: 'schema/format', must: `must be ${wanted}` }];
  });
}

/** Keys whose values come from the pod are looked up in the selector, which has to be there and to leave them out. */
function labelKeys(term: JsonObject, name: string): Conflict[] {
  const keys = term[name];
  if (!Array.isArray(keys) || keys.length === 0) return [];
  const { labelSelector } = term;
  if (!isJsonObject(labelSelector))
    return [{ path: [name], must: 'must not stand without labelSelector' }];
  if (name !== 'matchLabelKeys') return [];
  const labels = new Set(Object.keys(record(labelSelector, 'matchLabels')));
  return items({ value: labelSelector, path: ['labelSelector'] }, 'matchExpressions').flatMap(
    ({ value, path }) => {
      const key = text(value, 'key') ?? '';
      const isTwice = keys.includes(key) && labels.has(key);
      labels.add(key);
      return conflictIf(isTwice, [...path, 'key'], 'must not be one of matchLabelKeys too');
    },
  );
}

function both({ matchLabelKeys, mismatchLabelKeys }: JsonObject): Conflict[] {
  if (!Array.isArray(matchLabelKeys) || !Array.isArray(mismatchLabelKeys)) return [];
  return matchLabelKeys.flatMap((key, index) =>
    conflictIf(
      mismatchLabelKeys.includes(key),
      ['matchLabelKeys', index],
      'must not be one of mismatchLabelKeys too',
    ),
  );
}

const OF_IPC = /^(kernel[./](shm|msg|sem)|fs[./]mqueue[./])/;

/** A pod that shares a part of the kernel with its host does not tune it. */
function sysctls(spec: JsonObject): Conflict[] {
  return items({ value: spec, path: [] }, 'securityContext', 'sysctls').flatMap(
    ({ value, path }) => {
      const name = text(value, 'name') ?? '';
      const shared = /^net[./]/.test(name) ? 'hostNetwork' : OF_IPC.test(name) ? 'hostIPC' : '';
      const must = `must not stand where ${shared} is true`;
      return conflictIf(spec[shared] === true, [...path, 'name'], must);
    },
  );
}

function lengthOf(value: Json | undefined): number {
  return Array.isArray(value) ? value.length : 0;
}
