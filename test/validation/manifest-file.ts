import type { ManifestFile } from '../../src/core/manifest-file.ts';
import type { KubernetesObject } from '../../src/core/object.ts';
import { manifestFile } from '../../src/pipeline/manifest-file.ts';

/** The manifest file of a module with these objects. */
export function fileOf(objects: readonly unknown[], encrypt: boolean): ManifestFile {
  const output = encrypt ? 'apps/x.enc.yaml' : 'apps/x.yaml';
  return manifestFile(
    'apps/x.nix',
    { output, encrypt, placeholders: true, objects, rolls: [] },
    '.k8s',
  ).file;
}

/** A Secret with these members. */
export function secret(
  members: Readonly<Record<string, KubernetesObject[string]>>,
): KubernetesObject {
  return { apiVersion: 'v1', kind: 'Secret', metadata: { name: 's', namespace: 'n' }, ...members };
}
