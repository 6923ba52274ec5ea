import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { canonicalJson, type Json, type JsonObject } from '../../src/core/json.ts';
import { Workspace } from './workspace.ts';

const OPENCLAW = '.k8s/apps/openclaw.enc.yaml';
const NTFY = '.k8s/apps/ntfy.yaml';
const SECRETS = '.k8s/apps/openclaw-config.enc.yaml';

/** No error and no word about rolls. */
const QUIET = { code: 0, stderr: expect.not.stringMatching(/^error|rolls\//m) as string };

/** The example with both applications rolling, and a third whose Secret stands in its own file. */
function rolling(): Workspace {
  const work = new Workspace();
  for (const app of ['ntfy', 'openclaw']) {
    work.edit(
      `modules/kubenix/apps/${app}.nix`,
      `secretName = "${app}-secrets";`,
      `secretName = "${app}-secrets"; rollOnSecretChange = true;`,
    );
  }
  work.write(
    'modules/kubenix/apps/own.enc.nix',
    `{ kubenix, ... }: {
      kubernetes.namespace = "applications";
      kubernetes.resources.secrets.own.stringData.TOKEN = kubenix.lib.secretsFor "openclaw_gateway_token";
      submodules.instances.app = {
        submodule = "release";
        args = { namespace = "applications"; image = "a/b:1"; secretName = "own"; rollOnSecretChange = true; };
      };
    }`,
  );
  expect(work.gantry(['manifests'])).toMatchObject(QUIET);
  return work;
}

interface Written extends JsonObject {
  kind: string;
  metadata: JsonObject;
  spec: { template: { metadata: { annotations?: Record<string, string> } } };
}

function documents(work: Workspace, path: string): Written[] {
  return parseAllDocuments(work.read(path)).map((document) => document.toJS() as Written);
}

/** What the checksum of a Secret must be, computed from its file alone. */
function secretDigest(work: Workspace, path: string): string {
  const secret = documents(work, path).find(({ kind }) => kind === 'Secret');
  const written = Object.entries(secret ?? {}).filter(([key]) => key !== 'sops');
  const text = canonicalJson(Object.fromEntries<Json>(written));
  return createHash('sha256').update(text).digest('hex');
}

function checksum(work: Workspace, path: string, secret: string): string | undefined {
  const workload = documents(work, path).find(({ kind }) => /Deployment|StatefulSet/.test(kind));
  return workload?.spec.template.metadata.annotations?.[`checksum/${secret}`];
}

describe('rollOnSecretChange', () => {
  test('is off: the example has no checksum of a Secret', () => {
    expect(new Workspace().read(OPENCLAW)).not.toContain('checksum/openclaw-secrets');
  });

  test('the pod template carries the digest of the Secret as it is written, wherever either stands', () => {
    const work = rolling();
    expect(checksum(work, OPENCLAW, 'openclaw-secrets')).toBe(secretDigest(work, SECRETS));
    expect(checksum(work, NTFY, 'ntfy-secrets')).toBe(
      secretDigest(work, '.k8s/apps/ntfy-secrets.enc.yaml'),
    );
    const own = '.k8s/apps/own.enc.yaml';
    expect(checksum(work, own, 'own')).toBe(secretDigest(work, own));

    const before = work.snapshot();
    work.remove('keys');
    expect(work.gantry(['check'])).toMatchObject(QUIET);
    expect(work.gantry(['manifests']).stdout).toMatch(/^nothing changed/m);
    expect(work.snapshot('.k8s')).toEqual(
      Object.fromEntries(
        Object.entries(before).flatMap(([path, state]) =>
          path.startsWith('.k8s/') ? [[path.slice(5), state]] : [],
        ),
      ),
    );
  });

  test('a new value rolls what reads it, and nothing else; check says so without a key', () => {
    const work = rolling();
    const [openclaw, ntfy] = [work.read(OPENCLAW), work.read(NTFY)];
    const hash = /kubenix\/hash: \w+/g;
    work.gantry(['secrets', 'set', 'openclaw_gateway_token', '--value-from', 'stdin'], {
      input: 'another-value\n',
    });
    const { code, stderr } = work.gantry(['check']);
    expect(code).toBe(1);
    expect(stderr).toContain('rolls on Secret applications/openclaw-secrets, which changes');
    expect(work.gantry(['manifests'])).toMatchObject(QUIET);
    expect(checksum(work, OPENCLAW, 'openclaw-secrets')).toBe(secretDigest(work, SECRETS));
    expect(checksum(work, '.k8s/apps/own.enc.yaml', 'own')).toBe(
      secretDigest(work, '.k8s/apps/own.enc.yaml'),
    );
    expect(work.read(OPENCLAW)).not.toBe(openclaw);
    expect(work.read(OPENCLAW).match(hash)).toEqual(openclaw.match(hash));
    expect(work.read(NTFY)).toBe(ntfy);
    expect(work.gantry(['check', '--decrypt'])).toMatchObject(QUIET);
  });

  test('a store written anew with the same values rolls nothing', () => {
    const work = rolling();
    const before = [OPENCLAW, NTFY, SECRETS].map((path) => work.read(path));
    work.gantry(['secrets', 'set', 'unrelated', '--value-from', 'stdin'], { input: 'passing' });
    expect(work.gantry(['manifests']).code).toBe(0);
    expect([OPENCLAW, NTFY, SECRETS].map((path) => work.read(path))).toEqual(before);
  });

  test('a run over one module takes the checksum from the tree', () => {
    const work = rolling();
    const before = work.read(NTFY);
    work.edit('modules/kubenix/apps/ntfy.nix', 'memory = "64Mi"', 'memory = "96Mi"');
    expect(work.gantry(['manifests', '--only', 'apps/ntfy'])).toMatchObject(QUIET);
    expect(work.read(NTFY)).toContain('96Mi');
    expect(checksum(work, NTFY, 'ntfy-secrets')).toBe(
      /checksum\/ntfy-secrets: (\w+)/.exec(before)?.[1],
    );
  });

  test('a Secret that no module makes is told, unless it is known to be external', () => {
    const work = rolling();
    work.edit(
      'modules/kubenix/apps/ntfy.nix',
      'secretName = "ntfy-secrets"',
      'secretName = "elsewhere"',
    );
    expect(work.gantry(['manifests']).stderr).toContain('rolls/unknown-secret');
    work.edit('gantry.nix', 'external.secrets = [', 'external.secrets = [ "*/elsewhere"');
    expect(work.gantry(['manifests'])).toMatchObject(QUIET);
    expect(checksum(work, NTFY, 'elsewhere')).toBeUndefined();
  });
});
