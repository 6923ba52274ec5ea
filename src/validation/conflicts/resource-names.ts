import { qualifiedName } from '../metadata/syntax.ts';

const HUGE = 'hugepages-';

/** Resources that come with Kubernetes: without a domain, or with its own. */
export function isNative(name: string): boolean {
  return !name.includes('/') || name.includes('kubernetes.io/');
}

/** Resources of vendors, such as example.org/gpu: they are whole, and requests equal limits. */
export function isExtended(name: string): boolean {
  return (
    !isNative(name) &&
    !name.startsWith('requests.') &&
    qualifiedName(`requests.${name}`) === undefined
  );
}

export function isHugePage(name: string): boolean {
  return name.startsWith(HUGE);
}

/** `2Mi` of `hugepages-2Mi`. */
export function pageSize(name: string): string {
  return name.slice(HUGE.length);
}

/** Whether more may be promised than is there. */
export function mayOvercommit(name: string): boolean {
  return isNative(name) && !isHugePage(name);
}

const COUNTED: ReadonlySet<string> = new Set([
  ...['pods', 'resourcequotas', 'services', 'replicationcontrollers', 'secrets', 'configmaps'],
  ...['persistentvolumeclaims', 'services.nodeports', 'services.loadbalancers'],
]);

/** Resources of which there are no fractions. */
export function isCounted(name: string): boolean {
  return COUNTED.has(name) || isExtended(name);
}

const COMPUTE = ['cpu', 'memory', 'ephemeral-storage'];

/** What containers have. */
export const OF_CONTAINERS: ReadonlySet<string> = new Set(COMPUTE);

/** What a quota or a range of limits may name without a domain. */
export const STANDARD: ReadonlySet<string> = new Set([
  ...COMPUTE,
  ...COUNTED,
  ...COMPUTE.flatMap((name) => [`requests.${name}`, `limits.${name}`]),
  ...['storage', 'requests.storage'],
]);

/** Problem of a resource that a container, a quota or a range of limits names; undefined when there is none. */
export function problemOf(name: string, known: ReadonlySet<string>): string | undefined {
  const wanted = qualifiedName(name);
  if (wanted !== undefined) return `must be ${wanted}`;
  if (name.includes('/') || /^(requests\.)?hugepages-/.test(name) || known.has(name))
    return undefined;
  return 'is no resource: those of vendors have a domain in front';
}
