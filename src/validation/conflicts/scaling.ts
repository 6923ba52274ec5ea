import { isJsonObject, type JsonObject } from '../../core/json.ts';
import { text } from '../graph/fields.ts';
import { conflictIf, missing, type Conflict, type StructChecks } from './conflict.ts';

/** What autoscalers have to keep to. */
export const SCALING_CHECKS: StructChecks = {
  HorizontalPodAutoscalerSpec: ({ minReplicas, maxReplicas }) =>
    typeof minReplicas === 'number' && typeof maxReplicas === 'number'
      ? conflictIf(
          minReplicas > maxReplicas,
          ['maxReplicas'],
          `must be at least minReplicas, ${minReplicas}`,
        )
      : [],
  MetricSpec: metric,
};

const SOURCES: Readonly<Record<string, string>> = {
  Object: 'object',
  Pods: 'pods',
  Resource: 'resource',
  ContainerResource: 'containerResource',
  External: 'external',
};

function metric(spec: JsonObject): Conflict[] {
  const type = text(spec, 'type') ?? '';
  const wanted = Object.hasOwn(SOURCES, type) ? SOURCES[type] : undefined;
  if (wanted === undefined) return [];
  const others = Object.values(SOURCES).filter(
    (field) => field !== wanted && isJsonObject(spec[field]),
  );
  return [
    ...(isJsonObject(spec[wanted]) ? [] : [missing([wanted], `type ${type} needs it`)]),
    ...others.map((field) => ({
      path: [field],
      must: `must not stand beside type ${type}`,
    })),
  ];
}
