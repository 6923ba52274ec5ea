import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { hasNix, nixFolder } from '../support/nix-eval.ts';

const project = fileURLToPath(new URL('../../../examples/homelab', import.meta.url));
const cli = path.join(nixFolder, 'cli.nix');

interface Entry {
  readonly output: string;
  readonly encrypt: boolean;
  readonly objects: readonly {
    readonly kind: string;
    readonly metadata: { readonly name: string };
  }[];
}

describe.skipIf(!hasNix || !existsSync(cli))('examples/homelab', () => {
  let modules: Record<string, Entry> = {};
  beforeAll(() => {
    const { stdout, stderr, status } = spawnSync(
      'nix',
      ['eval', '--json', '-f', cli, 'evaluation', '--argstr', 'project', project],
      {
        encoding: 'utf8',
        env: { ...process.env, NIX_CONFIG: 'experimental-features = nix-command flakes' },
      },
    );
    if (status !== 0) throw new Error(stderr);
    modules = (JSON.parse(stdout) as { bundle: { modules: typeof modules } }).bundle.modules;
  });
  const objects = (module: string) =>
    modules[module]?.objects.map((object) => `${object.kind} ${object.metadata.name}`);

  it('is made of these manifest files', () => {
    expect(
      Object.values(modules).map(
        ({ output, encrypt }) => `${output}${encrypt ? ' (encrypted)' : ''}`,
      ),
    ).toEqual([
      'apps/ntfy-secrets.enc.yaml (encrypted)',
      'apps/ntfy.yaml',
      'apps/openclaw-config.enc.yaml (encrypted)',
      'apps/openclaw.enc.yaml (encrypted)',
      'bootstrap/namespaces.yaml',
      'network/load-balancer.yaml',
    ]);
  });

  it('OpenClaw: five objects, no ingress', () => {
    expect(objects('apps/openclaw.nix')).toEqual([
      'StatefulSet openclaw',
      'ConfigMap openclaw-config',
      'PersistentVolumeClaim openclaw',
      'Service openclaw',
      'ServiceAccount openclaw',
    ]);
  });

  it('ntfy: behind the ingress', () => {
    expect(objects('apps/ntfy.nix')).toContain('Ingress ntfy');
  });

  it('secrets are placeholders, one of them inside a URL', () => {
    expect(modules['apps/openclaw-config.enc.nix']?.objects[0]).toMatchObject({
      stringData: {
        OPENCLAW_GATEWAY_TOKEN: 'ref+sops://secrets/k8s-secrets.enc.yaml#openclaw_gateway_token',
      },
    });
    expect(modules['apps/ntfy-secrets.enc.nix']?.objects[0]).toMatchObject({
      stringData: {
        NTFY_DATABASE_URL:
          'postgres://ntfy:ref+sops://secrets/k8s-secrets.enc.yaml#ntfy_database_password+@postgres.databases.svc.cluster.local:5432/ntfy',
      },
    });
  });
});
