import { isJsonObject, type JsonObject } from '../../core/json.ts';
import { field, items, record, text } from '../graph/fields.ts';
import { labelSelector, plainSelector, selectsExactly } from '../graph/selector.ts';
import { dnsLabel } from '../metadata/syntax.ts';
import { conflictIf, missing, says, type Conflict, type StructChecks } from './conflict.ts';

/** What keeps pods running has to keep to. */
export const WORKLOAD_CHECKS: StructChecks = {
  'apps.DeploymentSpec': (spec) => [
    ...staying(spec),
    ...deploymentStrategy(spec),
    ...progress(spec),
  ],
  'apps.ReplicaSetSpec': staying,
  'apps.StatefulSetSpec': (spec) => [...staying(spec), ...onDelete(spec), ...ownClaims(spec)],
  'apps.DaemonSetSpec': (spec) => [...staying(spec), ...daemonStrategy(spec)],
  'core.ReplicationControllerSpec': (spec) => [
    ...lasting(spec),
    // The labels of its pods stand in for a selector.
    ...conflictIf(
      isJsonObject(spec['template']) &&
        [record(spec, 'selector'), record(spec, 'template', 'metadata', 'labels')].every(
          (labels) => Object.keys(labels).length === 0,
        ),
      ['selector'],
      EMPTY,
    ),
    ...selecting(spec, plainSelector(spec['selector'])),
  ],
  'apps.ControllerRevision': ({ data }) =>
    conflictIf(data !== undefined && !isJsonObject(data), ['data'], 'must be a mapping'),
};

/** A claim of a StatefulSet is a volume of its pods. */
function ownClaims(spec: JsonObject): Conflict[] {
  return items({ value: spec, path: [] }, 'volumeClaimTemplates').flatMap(({ value, path }) => {
    const name = text(value, 'metadata', 'name');
    const place = [...path, 'metadata', 'name'];
    const wanted = dnsLabel(name ?? 'a');
    if (name === undefined)
      return says(record(value, 'metadata'), 'name')
        ? []
        : [missing(place, 'pods have the claim under it')];
    return wanted === undefined
      ? []
      : [{ path: place, code: 'schema/format' as const, must: `must be ${wanted}` }];
  });
}

const EMPTY = 'must select something; an empty selector is refused';
const POLICY = ['template', 'spec', 'restartPolicy'];

/** Pods that are to stay are selected, and always started again. */
function staying(spec: JsonObject): Conflict[] {
  const { selector } = spec;
  if (!isJsonObject(selector)) return lasting(spec);
  const isEmpty = !isFilled(selector['matchLabels']) && !isFilled(selector['matchExpressions']);
  return [
    ...conflictIf(isEmpty, ['selector'], EMPTY),
    ...lasting(spec),
    ...selecting(spec, labelSelector({ value: selector, path: ['selector'] })),
  ];
}

function lasting(spec: JsonObject): Conflict[] {
  const policy = field(spec, ...POLICY);
  const deadline = field(spec, 'template', 'spec', 'activeDeadlineSeconds');
  return [
    ...conflictIf(
      policy === 'OnFailure' || policy === 'Never',
      POLICY,
      'must be Always: only pods of Jobs may end',
    ),
    ...conflictIf(
      typeof deadline === 'number',
      ['template', 'spec', 'activeDeadlineSeconds'],
      'must not be set: only pods of Jobs may end',
    ),
  ];
}

/** A workload takes the pods that its own template makes. */
export function selecting(
  spec: JsonObject,
  selector: ReturnType<typeof labelSelector>,
): Conflict[] {
  if (!isJsonObject(spec['template'])) return [];
  const labels = record(spec, 'template', 'metadata', 'labels');
  if (Object.values(labels).some((value) => typeof value !== 'string')) return [];
  if (selectsExactly(selector, labels)) return [];
  return [
    {
      path: ['template', 'metadata', 'labels'],
      must: 'must have every label of the selector',
      toldBy: 'graph/selector-mismatch',
    },
  ];
}

function isFilled(value: JsonObject[string] | undefined): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}

const PROGRESS = 600;

function progress({ progressDeadlineSeconds, minReadySeconds }: JsonObject): Conflict[] {
  const deadline = typeof progressDeadlineSeconds === 'number' ? progressDeadlineSeconds : PROGRESS;
  const ready = typeof minReadySeconds === 'number' ? minReadySeconds : 0;
  return conflictIf(
    deadline <= ready,
    typeof progressDeadlineSeconds === 'number' ? ['progressDeadlineSeconds'] : ['minReadySeconds'],
    `must leave progressDeadlineSeconds, ${deadline}, above minReadySeconds, ${ready}`,
  );
}

function deploymentStrategy(spec: JsonObject): Conflict[] {
  const { type, rollingUpdate } = record(spec, 'strategy');
  const place = ['strategy', 'rollingUpdate'];
  if (type === 'Recreate')
    return conflictIf(isJsonObject(rollingUpdate), place, 'must not stand beside type Recreate');
  return isJsonObject(rollingUpdate) ? standstill(rollingUpdate, place) : [];
}

/** Neither more nor fewer pods than wanted: nothing could ever be replaced. */
function standstill({ maxSurge, maxUnavailable }: JsonObject, place: string[]): Conflict[] {
  const isStuck = isZero(maxSurge) && isZero(maxUnavailable);
  return conflictIf(isStuck, [...place, 'maxUnavailable'], 'must not be 0 where maxSurge is 0');
}

function isZero(value: JsonObject[string] | undefined): boolean {
  return value === 0 || value === '0%';
}

function daemonStrategy(spec: JsonObject): Conflict[] {
  const { rollingUpdate, type } = record(spec, 'updateStrategy');
  if (!isJsonObject(rollingUpdate) || type === 'OnDelete') return [];
  const { maxSurge, maxUnavailable } = rollingUpdate;
  const place = ['updateStrategy', 'rollingUpdate', 'maxUnavailable'];
  const isBoth = says(rollingUpdate, 'maxSurge') && !isZero(maxSurge);
  return [
    ...conflictIf(isZero(maxUnavailable) && !isBoth, place, 'must not be 0 where maxSurge is 0'),
    ...conflictIf(isBoth && !isZero(maxUnavailable), place, 'must be 0 where maxSurge is set'),
  ];
}

function onDelete(spec: JsonObject): Conflict[] {
  const { type, rollingUpdate } = record(spec, 'updateStrategy');
  return conflictIf(
    type === 'OnDelete' && isJsonObject(rollingUpdate),
    ['updateStrategy', 'rollingUpdate'],
    'must not stand beside type OnDelete',
  );
}

/** Names of the containers of a template. */
export function containerNames(spec: JsonObject): unknown[] {
  const pod = { value: record(spec, 'template', 'spec'), path: [] };
  return ['initContainers', 'containers']
    .flatMap((list) => items(pod, list))
    .map(({ value }) => value['name']);
}
