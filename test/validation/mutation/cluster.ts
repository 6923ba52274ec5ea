import type { ManifestFile } from '../../../src/core/manifest-file.ts';
import type { KubernetesObject } from '../../../src/core/object.ts';
import { manifestFile } from '../../../src/pipeline/manifest-file.ts';
import { appObjects, type App } from './cluster/app.ts';
import { berths } from './cluster/berths.ts';
import { fluxObjects } from './cluster/flux.ts';
import { platformObjects } from './cluster/platform.ts';
import { Random } from './random.ts';

const KINDS: readonly [App['kind'], ...App['kind'][]] = [
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'CronJob',
];
const NAMESPACES: readonly [string, ...string[]] = ['media', 'home', 'monitoring', 'data'];

/** The files of a cluster with so many applications in which everything fits together; the seed decides how. */
export function cluster(seed: number, size: number): ManifestFile[] {
  const random = new Random(seed);
  const apps = Array.from({ length: size }, (_, index): App => {
    const name = `app-${index}`;
    const labels = { 'app.kubernetes.io/name': name };
    const namespace = random.pick(NAMESPACES);
    return { name, namespace, index, labels, random, kind: KINDS[index] ?? random.pick(KINDS) };
  });
  const namespaces = [...NAMESPACES, 'network', 'charts'];
  return [
    fileOf('platform/base', platformObjects(namespaces)),
    fileOf('platform/flux', fluxObjects()),
    fileOf('platform/berths', berths(4, 'network')),
    ...apps.flatMap((app) => {
      const { clear, sealed } = appObjects(app);
      return [fileOf(`apps/${app.name}`, clear), fileOf(`apps/${app.name}.enc`, sealed)];
    }),
  ];
}

function fileOf(name: string, objects: readonly KubernetesObject[]): ManifestFile {
  const encrypt = name.endsWith('.enc');
  const entry = { output: `${name}.yaml`, encrypt, placeholders: true, objects, rolls: [] };
  return manifestFile(`${name}.nix`, entry, '.k8s').file;
}

/** A file in which one object is another. */
export function withObject(
  { output, objects }: ManifestFile,
  index: number,
  object: KubernetesObject,
): ManifestFile {
  const name = output.replace(/\.yaml$/, '');
  return fileOf(
    name,
    objects.map((each, at) => (at === index ? object : each)),
  );
}
