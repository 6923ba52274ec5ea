import { expect, onTestFinished, test } from 'vitest';
import { gmanifests } from '../../src/pipeline/gmanifests.ts';
import { Project, secretObject } from '../support/project.ts';

const SYNC = `apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: { name: flux-system, namespace: flux-system }
spec: { path: ./home/.k8s, sourceRef: { kind: GitRepository, name: flux-system } }
`;

test('Kustomizations that no module makes are read where they stand in the tree of the repository', async () => {
  const project = new Project('');
  onTestFinished(() => {
    project.dispose();
  });
  project.modules([{ name: 'a', encrypt: true, objects: [secretObject('a', { b: '' })] }]);
  const found = async () => {
    const generated = await gmanifests(project.options());
    return (generated.ok ? generated.value : generated).diagnostics.map(({ code }) => code);
  };
  project.write('.k8s/flux-system/gotk-sync.yaml', SYNC);
  project.write('.k8s/flux-system/broken.yaml', 'kind: ConfigMap\n  : [');
  expect(await found()).toEqual([]);
  project.write('.k8s/flux-system/gotk-sync.yaml', SYNC.replace('./home/', './'));
  expect(await found()).toEqual(['flux/not-decrypted']);
  project.write('.k8s/kustomization.yaml', 'resources: [flux-system]\n');
  expect(await found()).toEqual([]);
});
