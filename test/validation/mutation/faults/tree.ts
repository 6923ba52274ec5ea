import type { Json } from '../../../../src/core/json.ts';
import type { Fault } from '../fault.ts';

const PLACEHOLDER = 'ref+sops://secrets/media.enc.yaml#app/token';
const TOKEN = `ghp_${'aB3dE6gH9'.repeat(4)}`;

const fault = (code: string, at: string, put: Fault['put'], found = ''): Fault => ({
  ...{ name: `${at} ${found}`, code, at, put, found },
});
const added = (item: Json) => (old: Json | undefined) =>
  Array.isArray(old) && old.length > 0 ? [...old, item] : old;

/** What is wrong with an object for the sake of others, of its file, or of how Flux applies it. */
export const TREE_FAULTS: readonly Fault[] = [
  fault('metadata/duplicate', 'Berth metadata/name', (old) =>
    old === 'berth-0' ? old : 'berth-0',
  ),
  fault(
    'graph/shared-address',
    'Service metadata/annotations/metallb.io~1loadBalancerIPs',
    (old) => old && '192.168.1.10',
  ),
  fault('graph/duplicate-port', 'Service spec/ports', added({ name: 'more', port: 80 }), '-/port'),
  fault('graph/duplicate-port', 'Service spec/ports', added({ name: 'http', port: 81 }), '-/name'),
  fault(
    'graph/duplicate-port',
    'pod containers/0/ports',
    added({ name: 'more', containerPort: 8080 }),
    '-/containerPort',
  ),
  fault(
    'graph/duplicate-port',
    'pod containers/0/ports',
    added({ name: 'http', containerPort: 99 }),
    '-/name',
  ),
  fault('placeholder/in-clear', 'ConfigMap data/MODE', PLACEHOLDER),
  fault('placeholder/in-clear', 'pod containers/0/env/3/value', PLACEHOLDER),
  fault(
    'placeholder/in-base64',
    'Secret data/token',
    (old) => old && Buffer.from(PLACEHOLDER).toString('base64'),
  ),
  fault('secret/credential-in-clear', 'ConfigMap data/MODE', TOKEN),
  fault('secret/credential-in-clear', 'pod containers/*/env/3/value', (old) => old && TOKEN),
  fault('flux/undefined-variable', 'ConfigMap data/MODE', (old) => old && '${NOWHERE}'),
  fault('flux/bad-substitution', 'ConfigMap data/MODE', (old) => old && '${a.b}'),
  fault('flux/variable-name', 'Kustomization spec/postBuild/substitute/1st', 'x'),
  fault('flux/not-decrypted', 'Kustomization spec/decryption', undefined, '..'),
];
