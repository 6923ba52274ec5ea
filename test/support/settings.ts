import type { Settings } from '../../src/bridge/project.ts';

/** The settings of a made-up project, as evaluation gives them; its secrets are in one store. */
export const SETTINGS: Settings = {
  ageKeyFile: null,
  crds: [],
  demo: false,
  external: {},
  helpers: {
    clusterDomain: 'cluster.local',
    domain: null,
    ingressClass: null,
    loadBalancer: { addresses: {}, sharingKey: null },
    secretStore: 'secrets/store.enc.yaml',
    storageClass: null,
    tlsSecret: null,
  },
  lockFile: 'manifests.lock',
  manifestsDir: '.k8s',
  references: { roots: [], schemes: [] },
  rules: {},
  stores: ['secrets/*.enc.yaml'],
  usedElsewhere: {},
};
