import type { Fault } from '../fault.ts';

/** Nothing refers to these, so that they can change their names. */
const ALONE = 'NetworkPolicy|HorizontalPodAutoscaler|ServiceMonitor|Ingress';

/** Names, labels, sizes. */
export const METADATA_FAULTS: readonly Fault[] = [
  ...['Upper', 'under_score', 'x'.repeat(254), '-a'].map((name): Fault => ({
    name: `name ${name.slice(0, 12)}`,
    code: 'metadata/name',
    at: `${ALONE} metadata/name`,
    put: name,
  })),
  {
    name: 'namespace',
    code: 'metadata/name',
    at: 'Berth metadata/namespace',
    put: 'No_Space',
  },
  {
    name: 'no namespace',
    code: 'metadata/namespace',
    at: 'Berth metadata/namespace',
    put: undefined,
  },
  {
    name: 'label value',
    code: 'metadata/label',
    at: `${ALONE}|ConfigMap|Deployment metadata/labels/tier`,
    put: 'two words',
  },
  {
    name: 'label key',
    code: 'metadata/label',
    at: 'Deployment|StatefulSet|DaemonSet spec/template/metadata/labels/a b',
    put: 'x',
  },
  {
    name: 'label value in a template',
    code: 'metadata/label',
    at: 'CronJob spec/jobTemplate/spec/template/metadata/labels/tier',
    put: '-x',
  },
  {
    name: 'annotation key',
    code: 'metadata/annotation',
    at: 'Service|ConfigMap metadata/annotations',
    put: (old) => (old === undefined ? { 'a b': 'x' } : old),
    found: 'a b',
  },
  {
    name: 'key of data',
    code: 'metadata/data-key',
    at: 'ConfigMap data/a key',
    put: 'x',
    echoes: ['flux/variable-name'],
  },
  {
    name: 'too large',
    code: 'metadata/size',
    at: 'ConfigMap data/blob',
    put: 'x'.repeat(1_100_000),
    found: '..',
  },
];
