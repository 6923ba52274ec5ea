import { describe, expect, it } from 'vitest';
import { evaluate, hasNix, runNix } from '../support/nix-eval.ts';

const HELPERS = `
  let
    settings.helpers = {
      secretStore = "secrets/k8s-secrets.enc.yaml";
      domain = "home.example";
      clusterDomain = "cluster.local";
      storageClass = "fast";
      ingressClass = "nginx";
      tlsSecret = "wildcard";
      loadBalancer = { addresses.dns = "10.0.0.2"; sharingKey = "home"; };
    };
    none = settings.helpers // { domain = null; ingressClass = null; tlsSecret = null; loadBalancer = { addresses = { }; sharingKey = null; }; };
    load = helpers: import (nix + "/release/helpers") { inherit lib; settings = { inherit helpers; }; };
    h = load settings.helpers;
    bare = load none;
  in `;

const cases: [string, unknown][] = [
  ['h.secretsFor "token"', 'ref+sops://secrets/k8s-secrets.enc.yaml#token'],
  ['h.secretsFor "a/b"', 'ref+sops://secrets/k8s-secrets.enc.yaml#/a/b'],
  ['h.secretsFor "/a/b"', 'ref+sops://secrets/k8s-secrets.enc.yaml#/a/b'],
  ['h.secretsInlineFor "token"', 'ref+sops://secrets/k8s-secrets.enc.yaml#token+'],
  ['h.domainFor "ntfy"', 'ntfy.home.example'],
  ['h.serviceHostFor "postgres" "databases"', 'postgres.databases.svc.cluster.local'],
  [
    'h.plainServiceFor "dns"',
    {
      enabled: true,
      type: 'LoadBalancer',
      annotations: { 'lbipam.cilium.io/ips': '10.0.0.2', 'lbipam.cilium.io/sharing-key': 'home' },
    },
  ],
  [
    'h.ingressFor "ntfy"',
    {
      enabled: true,
      className: 'nginx',
      hosts: [{ host: 'ntfy.home.example', paths: [{ path: '/', pathType: 'Prefix' }] }],
      tls: [{ hosts: ['ntfy.home.example'], secretName: 'wildcard' }],
    },
  ],
  [
    'h.ingressDomainFor "ntfy"',
    {
      enabled: true,
      ingressClassName: 'nginx',
      hosts: ['ntfy.home.example'],
      tls: [{ hosts: ['ntfy.home.example'], secretName: 'wildcard' }],
    },
  ],
  ['h.toYamlStr { a = [ 1 ]; }', 'a:\n- 1\n'],
  ['h.defaults.storageClass', 'fast'],
  ['bare.defaults.domain', null],
];

describe.skipIf(!hasNix)('kubenix.lib helpers', () => {
  const results = hasNix
    ? (evaluate(`${HELPERS} [ ${cases.map(([text]) => `(${text})`).join(' ')} ]`) as unknown[])
    : [];

  it.each(cases.map(([text, expected], index) => ({ text, expected, index })))(
    '$text',
    ({ expected, index }) => {
      expect(results[index]).toEqual(expected);
    },
  );

  it.each([
    ['h.serviceAnnotationFor "web"', 'set settings.helpers.loadBalancer.addresses.web'],
    ['bare.domainFor "web"', 'the project has no domain; set settings.helpers.domain'],
  ])('%s says what to set', (text, message) => {
    expect(runNix(`${HELPERS} ${text}`).stderr).toContain(message);
  });
});
