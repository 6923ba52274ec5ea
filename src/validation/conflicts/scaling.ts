import { isJsonObject, type JsonObject } from '../../core/json.ts';
import { items, record, text } from '../graph/fields.ts';
import {
  conflictIf,
  missing,
  says,
  type Conflict,
  type Server,
  type StructChecks,
} from './conflict.ts';
import { isExtended, isNative, OF_CONTAINERS, problemOf } from './resource-names.ts';

/** What autoscalers have to keep to. */
export const SCALING_CHECKS: StructChecks = {
  'autoscaling.HorizontalPodAutoscalerSpec': (spec, _, server) => [
    ...replicas(spec, server),
    ...target(spec, server),
  ],
  'autoscaling.HPAScalingRules': ({ policies }) =>
    Array.isArray(policies) && policies.length === 0
      ? [missing(['policies'], 'at least one is needed')]
      : [],
  'autoscaling.MetricSpec': metric,
  'autoscaling.ContainerResourceMetricSource': (source) => {
    const name = text(source, 'name');
    if (name === undefined) return [];
    const problem =
      problemOf(name, OF_CONTAINERS) ??
      (isNative(name) || isExtended(name) ? undefined : 'must be a resource of a container');
    return problem === undefined ? [] : [{ path: ['name'], must: problem }];
  },
};

/** The version that scales to nothing. */
const TO_ZERO = 36;

function replicas(spec: JsonObject, { minor }: Server): Conflict[] {
  const { minReplicas, maxReplicas } = spec;
  if (typeof minReplicas !== 'number') return [];
  const ofObjects = items({ value: spec, path: [] }, 'metrics').some(
    ({ value }) => value['type'] === 'Object' || value['type'] === 'External',
  );
  return [
    ...conflictIf(minReplicas < 0, ['minReplicas'], 'must be at least 1'),
    ...conflictIf(
      minReplicas === 0 && (minor < TO_ZERO || !ofObjects),
      ['minReplicas'],
      'must be at least 1, unless the cluster scales to zero and a metric is Object or External',
    ),
    ...conflictIf(
      typeof maxReplicas === 'number' && minReplicas > maxReplicas,
      ['maxReplicas'],
      `must be at least minReplicas, ${minReplicas}`,
    ),
  ];
}

/** The version that wants the group of what is scaled. */
const GROUP_NEEDED = 35;

function target(spec: JsonObject, { minor }: Server): Conflict[] {
  const version = record(spec, 'scaleTargetRef')['apiVersion'];
  if (minor < GROUP_NEEDED || !isJsonObject(spec['scaleTargetRef'])) return [];
  const isKnown = (version ?? null) === null || typeof version === 'string';
  return conflictIf(
    isKnown && !/^[^/]+\/[^/]*$/.test(typeof version === 'string' ? version : ''),
    ['scaleTargetRef', 'apiVersion'],
    'must be a group and a version such as apps/v1',
  );
}

const SOURCES: Readonly<Record<string, string>> = {
  Object: 'object',
  Pods: 'pods',
  Resource: 'resource',
  ContainerResource: 'containerResource',
  External: 'external',
};

/** What a target of each source is measured by: one of them, and never two of the last two lists at once. */
const MEASURES: Readonly<Record<string, readonly string[]>> = {
  object: ['value', 'averageValue'],
  external: ['value', 'averageValue'],
  pods: ['averageValue'],
  resource: ['averageUtilization', 'averageValue'],
  containerResource: ['averageUtilization', 'averageValue'],
};

function metric(spec: JsonObject): Conflict[] {
  const type = text(spec, 'type') ?? '';
  const wanted = Object.hasOwn(SOURCES, type) ? SOURCES[type] : undefined;
  if (wanted === undefined) return [];
  const others = Object.values(SOURCES).filter(
    (field) => field !== wanted && isJsonObject(spec[field]),
  );
  return [
    ...(isJsonObject(spec[wanted])
      ? measure(spec, wanted)
      : [missing([wanted], `type ${type} needs it`)]),
    ...others.map((field) => ({
      path: [field],
      must: `must not stand beside type ${type}`,
    })),
  ];
}

function measure(spec: JsonObject, source: string): Conflict[] {
  const target = record(spec, source)['target'];
  if (!isJsonObject(target)) return [];
  const measures = MEASURES[source] ?? [];
  const given = measures.filter((field) => says(target, field));
  const path = [source, 'target'];
  if (given.length === 0) return [missing(path, `it needs ${measures.join(' or ')}`)];
  const [first, second] = given;
  const isTwice = second !== undefined && source !== 'object';
  return isTwice ? [{ path: [...path, second], must: `must not stand beside ${first ?? ''}` }] : [];
}
