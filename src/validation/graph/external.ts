import { globMatcher } from '../../core/glob.ts';
import { CLUSTER_SCOPED, type Identity } from './node.ts';

/** `settings.external`: resource → patterns of `namespace/name`, or of the name alone for cluster-scoped objects. */
export type External = Readonly<Record<string, readonly string[]>>;

/** Tells whether an object is declared to live outside the tree. Resources are compared without regard to case. */
export function externalMatcher(external: External): (wanted: Identity) => boolean {
  const patterns = new Map<string, ((text: string) => boolean)[]>();
  for (const [resource, globs] of Object.entries(external)) {
    const known = patterns.get(resource.toLowerCase()) ?? [];
    patterns.set(resource.toLowerCase(), [...known, ...globs.map(globMatcher)]);
  }
  return ({ kind, namespace, name }) => {
    const names = CLUSTER_SCOPED.has(kind)
      ? [name, `/${name}`]
      : [`${namespace ?? 'default'}/${name}`];
    return patterns.get(resourceOf(kind))?.some((matches) => names.some(matches)) === true;
  };
}

/** The resource of a kind, in lower case: `Ingress` → `ingresses`, `GitRepository` → `gitrepositories`. */
export function resourceOf(kind: string): string {
  const lower = kind.toLowerCase();
  if (/(s|x|ch|sh)$/.test(lower)) return `${lower}es`;
  return /[^aeiou]y$/.test(lower) ? `${lower.slice(0, -1)}ies` : `${lower}s`;
}
