import { isJsonObject, type JsonObject } from '../../core/json.ts';
import { field, record } from '../graph/fields.ts';
import { conflictIf, missing, says, type Conflict, type StructChecks } from './conflict.ts';

/** What workloads have to keep to. */
export const WORKLOAD_CHECKS: StructChecks = {
  DeploymentSpec: (spec) => [...staying(spec), ...deploymentStrategy(spec)],
  ReplicaSetSpec: staying,
  StatefulSetSpec: (spec) => [...staying(spec), ...onDelete(spec)],
  DaemonSetSpec: (spec) => [...staying(spec), ...daemonStrategy(spec)],
  JobSpec: (spec) => [...ending(spec), ...indexed(spec)],
};

const POLICY = ['template', 'spec', 'restartPolicy'];

/** Pods that are to stay are selected, and always started again. */
function staying(spec: JsonObject): Conflict[] {
  const { selector } = spec;
  const isEmpty =
    isJsonObject(selector) &&
    !isFilled(selector['matchLabels']) &&
    !isFilled(selector['matchExpressions']);
  const policy = field(spec, ...POLICY);
  const deadline = field(spec, 'template', 'spec', 'activeDeadlineSeconds');
  return [
    ...conflictIf(isEmpty, ['selector'], 'must select something; an empty selector is refused'),
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

function isFilled(value: JsonObject[string] | undefined): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}

function ending(spec: JsonObject): Conflict[] {
  if (!isJsonObject(field(spec, 'template', 'spec'))) return [];
  const policy = field(spec, ...POLICY);
  if (policy === undefined || policy === null || policy === '')
    return [missing(POLICY, 'pods of Jobs need OnFailure or Never')];
  return conflictIf(policy === 'Always', POLICY, 'must be OnFailure or Never in pods of Jobs');
}

function indexed(spec: JsonObject): Conflict[] {
  if (spec['completionMode'] !== 'Indexed' || says(spec, 'completions')) return [];
  return [missing(['completions'], 'completionMode Indexed needs it')];
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
    ...conflictIf(
      isBoth && maxUnavailable !== undefined && !isZero(maxUnavailable),
      place,
      'must be 0 where maxSurge is set',
    ),
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
