import type { JsonObject } from '../../core/json.ts';
import { items, record, text } from '../graph/fields.ts';
import { conflictIf, type Conflict, type StructChecks } from './conflict.ts';
import { containersOf } from './pods.ts';

/** Annotations that say something to servers, on pods and on what makes them. */
export const ANNOTATION_CHECKS: StructChecks = {
  'core.PodTemplateSpec': ofPods,
  'core.Pod': (pod) => [...ofPods(pod), ...mirror(pod)],
  'core.Service': service,
  'networking.Ingress': ({ metadata, spec }) => {
    const annotation = text(metadata, 'annotations', CLASS);
    const name = record(spec)['ingressClassName'];
    return conflictIf(
      annotation !== undefined && typeof name === 'string' && name !== annotation,
      ['spec', 'ingressClassName'],
      `must equal the annotation ${CLASS}: one of them is enough`,
    );
  },
  'flowcontrol.PriorityLevelConfiguration': ({ metadata }) =>
    conflictIf(
      record(metadata, 'annotations')[ZERO_SHARES] !== undefined,
      ['metadata', 'annotations', ZERO_SHARES],
      'must not be written',
    ),
};

const CLASS = 'kubernetes.io/ingress.class';
const ZERO_SHARES = 'flowcontrol.k8s.io/v1beta3-preserve-zero-concurrency-shares';
const APPARMOR = 'container.apparmor.security.beta.kubernetes.io/';
const SECCOMP = /^(container\.)?seccomp\.security\.alpha\.kubernetes\.io\//;
const PROFILE =
  /^(runtime\/default|docker\/default|unconfined|localhost\/(?!\/|(.*\/)?\.\.(\/|$)).*)$/;
const COST = 'controller.kubernetes.io/pod-deletion-cost';
const MIRROR = 'kubernetes.io/config.mirror';

function ofPods({ metadata, spec }: JsonObject): Conflict[] {
  const pod = { value: record(spec), path: ['spec'] };
  const names = containersOf(pod).map(({ value }) => value['name']);
  return Object.entries(record(metadata, 'annotations')).flatMap(([key, value]) => {
    if (typeof value !== 'string') return [];
    const place = ['metadata', 'annotations', key];
    if (key.startsWith(APPARMOR)) {
      const container = key.slice(APPARMOR.length);
      return [
        ...conflictIf(!names.includes(container), place, `must name a container of the pod`),
        ...conflictIf(
          !/^($|runtime\/default$|unconfined$|localhost\/)/.test(value),
          place,
          'must be runtime/default, unconfined or localhost/PROFILE',
        ),
      ];
    }
    if (SECCOMP.test(key))
      return conflictIf(
        !PROFILE.test(value),
        place,
        'must be a seccomp profile such as runtime/default',
      );
    return conflictIf(
      key === COST && !/^([1-9]\d{0,9}|0|-[1-9]\d{0,9})$/.test(value),
      place,
      'must be a whole number of 32 bits',
    );
  });
}

function mirror({ metadata, spec }: JsonObject): Conflict[] {
  const isMirror = text(metadata, 'annotations', MIRROR) !== undefined;
  return conflictIf(
    isMirror && text(spec, 'nodeName') === undefined,
    ['metadata', 'annotations', MIRROR],
    'must not stand in a pod without nodeName',
  );
}

const MODE = 'service.kubernetes.io/topology-mode';
const HINTS = 'service.kubernetes.io/topology-aware-hints';
const RANGES = 'service.beta.kubernetes.io/load-balancer-source-ranges';

function service({ metadata, spec }: JsonObject): Conflict[] {
  const annotations = record(metadata, 'annotations');
  const [mode, hints] = [annotations[MODE], annotations[HINTS]];
  const hasRanges = items({ value: record(spec), path: [] }, 'loadBalancerSourceRanges').length > 0;
  return [
    ...conflictIf(
      typeof mode === 'string' && typeof hints === 'string' && mode !== hints,
      ['metadata', 'annotations', MODE],
      `must equal ${HINTS}`,
    ),
    ...conflictIf(
      typeof annotations[RANGES] === 'string' &&
        !hasRanges &&
        record(spec)['type'] !== 'LoadBalancer',
      ['metadata', 'annotations', RANGES],
      'must not stand in a Service of another type than LoadBalancer',
    ),
  ];
}
