import type { JsonObject } from '../../../src/core/json.ts';
import { registryOf } from '../registry.ts';
import { containerOf, objectOf, podOf, testRefused } from './refused.ts';

const memory = (limits: JsonObject) => containerOf({ resources: { limits, requests: limits } });
const port = (hostPort: number, protocol = 'TCP') => ({ containerPort: 80, hostPort, protocol });
const two = (first: JsonObject, second: JsonObject) =>
  podOf({
    containers: [
      { name: 'a', image: 'i', ports: [first] },
      { name: 'b', image: 'i', ports: [second] },
    ],
  });
const dns = (nameservers: string[]) => podOf({ dnsPolicy: 'None', dnsConfig: { nameservers } });
const projected = (first: JsonObject) =>
  podOf({ volumes: [{ name: 'v', projected: { sources: [first] } }] });
const claims = (name: string) =>
  objectOf('apps/v1', 'StatefulSet', {
    spec: {
      selector: { matchLabels: { a: 'b' } },
      template: {
        metadata: { labels: { a: 'b' } },
        spec: { containers: [{ name: 'c', image: 'i' }] },
      },
      volumeClaimTemplates: [
        {
          metadata: { name },
          spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
        },
      ],
    },
  });

testRefused(await registryOf('1.36'), [
  [
    'a port of the host, twice',
    two(port(80), port(80)),
    'conflict /spec/containers/1/ports/0/hostPort',
    two(port(80), port(80, 'UDP')),
    two(port(80), port(81)),
  ],
  [
    'seccomp Localhost without a profile',
    podOf({ securityContext: { seccompProfile: { type: 'Localhost' } } }),
    'required /spec/securityContext/seccompProfile/localhostProfile',
    podOf({ securityContext: { seccompProfile: { type: 'Localhost', localhostProfile: 'a' } } }),
  ],
  [
    'huge pages alone',
    memory({ 'hugepages-2Mi': '4Mi' }),
    'required /spec/containers/0/resources',
    memory({ 'hugepages-2Mi': '4Mi', memory: '1Gi' }),
  ],
  [
    'four name servers',
    dns(['1.1.1.1', '8.8.8.8', '9.9.9.9', '4.4.4.4']),
    'value /spec/dnsConfig/nameservers',
    dns(['1.1.1.1', '8.8.8.8', '9.9.9.9']),
  ],
  [
    'a version of fields that is none',
    containerOf({
      env: [
        { name: 'A', valueFrom: { fieldRef: { apiVersion: 'v2', fieldPath: 'metadata.name' } } },
      ],
    }),
    'value /spec/containers/0/env/0/valueFrom/fieldRef/apiVersion',
    containerOf({
      env: [
        { name: 'A', valueFrom: { fieldRef: { apiVersion: 'v1', fieldPath: 'metadata.name' } } },
      ],
    }),
  ],
  [
    'a token for a minute',
    projected({ serviceAccountToken: { path: 'a', expirationSeconds: 60 } }),
    'value /spec/volumes/0/projected/sources/0/serviceAccountToken/expirationSeconds',
    projected({ serviceAccountToken: { path: 'a', expirationSeconds: 600 } }),
  ],
  [
    'a claim with a dot, which is a volume of pods',
    claims('a.b'),
    'format /spec/volumeClaimTemplates/0/metadata/name',
    claims('a-b'),
  ],
  [
    'no operator for values',
    podOf({ tolerations: [{ operator: 'Exists', key: 'a', value: 'b' }] }),
    'conflict /spec/tolerations/0/value',
    podOf({ tolerations: [{ operator: 'Equal', key: 'a', value: 'b' }] }),
  ],
]);
