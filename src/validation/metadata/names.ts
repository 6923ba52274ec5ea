import { isJsonObject } from '../../core/json.ts';
import type { KubernetesObject } from '../../core/object.ts';
import { text } from '../graph/fields.ts';
import type { Finding } from '../schema/finding.ts';
import type { TreeEntry } from '../schema/tree-object.ts';
import { canonicalAddress } from '../server/addresses.ts';
import {
  dataKey,
  dnsLabel,
  dnsSubdomain,
  pathSegment,
  serviceName,
  type Syntax,
} from './syntax.ts';

/** The name and the namespace of an object, by the rules of its kind. */
export function checkName({ object, opaque }: TreeEntry, minor: number): Finding[] {
  const isOpen = OF_OTHERS.some((place) => opaque(text(object, ...place) ?? '') !== undefined);
  const { metadata } = object;
  if (!isJsonObject(metadata)) return [];
  const { name, namespace, generateName } = metadata;
  const syntax = nameSyntax(object, minor);
  const own: Syntax = (given) => (isOpen ? undefined : required(object, given)) ?? syntax?.(given);
  // What servers put behind it ends in a letter or digit.
  const front: Syntax = (given) => syntax?.(given.replace(/.-$/s, 'a'));
  const fields: [string, typeof name, Syntax][] = [
    ['name', name, own],
    ['generateName', generateName, front],
    ['namespace', namespace, dnsLabel],
  ];
  return fields.flatMap(([field, value, rule]) => {
    if (typeof value !== 'string' || value === '' || opaque(value) !== undefined) return [];
    const wanted = rule(value);
    if (wanted === undefined) return [];
    const message = `metadata.${field} must be ${wanted}, got ${JSON.stringify(value)}`;
    return [{ code: 'metadata/name', path: ['metadata', field], message }];
  });
}

/** What names of some kinds say again. */
const OF_OTHERS = [
  ['spec', 'group'],
  ['spec', 'version'],
  ['spec', 'names', 'plural'],
  ['spec', 'signerName'],
];

const RBAC = ['Role', 'ClusterRole', 'RoleBinding', 'ClusterRoleBinding'];

/** Kinds whose names are not DNS subdomains, by `group/Kind`. */
const NAMES: ReadonlyMap<string, Syntax> = new Map([
  ['/Namespace', dnsLabel],
  ['apps/StatefulSet', dnsLabel],
  ['/Event', pathSegment],
  ['events.k8s.io/Event', pathSegment],
  ...RBAC.map((kind) => [`rbac.authorization.k8s.io/${kind}`, pathSegment] as const),
  ['policy/PodDisruptionBudget', pathSegment],
  ['coordination.k8s.io/LeaseCandidate', dataKey],
  ['certificates.k8s.io/CertificateSigningRequest', pathSegment],
  ['certificates.k8s.io/ClusterTrustBundle', (name) => dnsSubdomain(lastPart(name))],
  [
    'networking.k8s.io/IPAddress',
    (name) => (canonicalAddress(name) === name ? undefined : 'an address in its shortest form'),
  ],
]);

/** The version whose Services may start with a digit. */
const SERVICE_LABELS = 36;

function nameSyntax({ apiVersion, kind }: KubernetesObject, minor: number): Syntax | undefined {
  const slash = apiVersion.indexOf('/');
  const key = `${apiVersion.slice(0, Math.max(slash, 0))}/${kind}`;
  if (key === '/Service') return minor >= SERVICE_LABELS ? dnsLabel : serviceName;
  return NAMES.get(key) ?? dnsSubdomain;
}

/** Names that say something of their object: what they must be when they are not that. */
function required({ apiVersion, kind, spec }: KubernetesObject, name: string): string | undefined {
  // Jobs get the name of their CronJob with the time behind it.
  if (kind === 'CronJob' && apiVersion.startsWith('batch/'))
    return name.length > 52 ? 'at most 52 characters long' : undefined;
  if (kind === 'ClusterTrustBundle') return ofSigner(text(spec, 'signerName'), name);
  const [front, group] =
    kind === 'CustomResourceDefinition'
      ? [text(spec, 'names', 'plural'), text(spec, 'group')]
      : kind === 'APIService'
        ? [text(spec, 'version'), text(spec, 'group')]
        : [];
  if (front === undefined || group === undefined) return undefined;
  return name === `${front}.${group}` ? undefined : `${front}.${group}`;
}

/** `example.org:serving:name` for what a signer keeps. */
function ofSigner(signer: string | undefined, name: string): string | undefined {
  if (signer === undefined)
    return name.includes(':') ? 'without : where no signer is named' : undefined;
  const front = `${signer.replaceAll('/', ':')}:`;
  return name.startsWith(front) ? undefined : `a name that starts with ${front}`;
}

function lastPart(name: string): string {
  return name.slice(name.lastIndexOf(':') + 1);
}
