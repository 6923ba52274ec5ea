import type { JsonObject } from '../../../../src/core/json.ts';
import type { KubernetesObject } from '../../../../src/core/object.ts';
import { clusterScoped, namespaced } from './object.ts';

/** A custom resource whose schema has every sort of limit, with its definition. */
export function berths(count: number, namespace: string): KubernetesObject[] {
  return [definition(), ...Array.from({ length: count }, (_, index) => berth(index, namespace))];
}

function definition(): KubernetesObject {
  const names = { kind: 'Berth', plural: 'berths', singular: 'berth', listKind: 'BerthList' };
  const openAPIV3Schema = { type: 'object', required: ['spec'], properties: { spec: SPEC } };
  const versions = [{ name: 'v1', served: true, storage: true, schema: { openAPIV3Schema } }];
  return clusterScoped(
    'apiextensions.k8s.io/v1/CustomResourceDefinition',
    'berths.harbor.example.org',
    {
      spec: { group: 'harbor.example.org', scope: 'Namespaced', names, versions },
    },
  );
}

const SPEC: JsonObject = {
  type: 'object',
  required: ['quay', 'length'],
  properties: {
    quay: { type: 'string', pattern: '^[A-Z][0-9]{2}$' },
    length: { type: 'integer', minimum: 10, maximum: 400 },
    side: { type: 'string', enum: ['port', 'starboard'] },
    depth: { 'x-kubernetes-int-or-string': true, anyOf: [{ type: 'integer' }, { type: 'string' }] },
    cranes: {
      type: 'array',
      minItems: 1,
      maxItems: 4,
      items: {
        type: 'object',
        required: ['name'],
        properties: { name: { type: 'string', minLength: 1 }, load: { type: 'number' } },
      },
      'x-kubernetes-list-type': 'map',
      'x-kubernetes-list-map-keys': ['name'],
    },
    extra: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true },
  },
};

function berth(index: number, namespace: string): KubernetesObject {
  return namespaced(
    'harbor.example.org/v1/Berth',
    { name: `berth-${index}`, namespace },
    {
      spec: {
        quay: `A${10 + index}`,
        length: 100 + index,
        side: index % 2 === 0 ? 'port' : 'starboard',
        depth: index % 2 === 0 ? 12 : '12m',
        cranes: [{ name: 'north', load: 40.5 }, { name: 'south' }],
        extra: { any: { thing: [1, 'x'] } },
      },
    },
  );
}
