import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

const repository = join(import.meta.dirname, '../..');

interface Workflow {
  readonly on: object;
  readonly jobs: Record<
    string,
    { readonly steps: { readonly uses?: string; readonly run?: string }[] }
  >;
}

const workflows = [
  '.github/workflows/ci.yml',
  'templates/homelab/.github/workflows/check.yaml',
  'templates/homelab/.forgejo/workflows/check.yaml',
].map((path) => {
  const text = readFileSync(join(repository, path), 'utf8');
  return { path, text, workflow: parse(text) as Workflow };
});

describe.each(workflows)('$path', ({ path, text, workflow }) => {
  const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);

  test('names every action by its commit, with the version beside it', () => {
    const actions = text.split('\n').filter((line) => line.includes('uses:'));
    expect(actions).toHaveLength(steps.filter(({ uses }) => uses !== undefined).length);
    for (const action of actions) expect(action).toMatch(/@[0-9a-f]{40} # v\d/);
  });

  test('checks the flake, for pushes and pull requests', () => {
    expect(steps.map(({ run }) => run)).toContain('nix flake check --print-build-logs');
    expect(Object.keys(workflow.on), path).toEqual(['push', 'pull_request']);
  });
});

test('Flux applies the tree of the template, and opens it with the key that it tells to put there', () => {
  const text = readFileSync(join(repository, 'templates/homelab/flux/manifests.yaml'), 'utf8');
  expect(parse(text)).toMatchObject({
    apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
    kind: 'Kustomization',
    spec: { path: './.k8s', decryption: { provider: 'sops', secretRef: { name: 'sops-age' } } },
  });
  expect(text).toContain('create secret generic sops-age --from-file=age.agekey=');
});
