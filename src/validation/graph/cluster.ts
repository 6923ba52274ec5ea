import type { Wanted } from './edge.ts';

/** Names that every cluster has, by kind. */
const BUILT_IN: Readonly<Record<string, RegExp>> = {
  ServiceAccount: /^default$/,
  ConfigMap: /^kube-root-ca\.crt$/,
  Namespace: /^(default|kube-.*)$/,
  ClusterRole: /^(cluster-admin|admin|edit|view|system:.*|kubeadm:.*)$/,
  Role: /^(system:.*|extension-apiserver-authentication-reader)$/,
  PriorityClass: /^system-(cluster|node)-critical$/,
  // What the common distributions come with.
  StorageClass: /^(local-path|standard(-rwo)?|premium-rwo|gp[23]|hostpath|microk8s-hostpath)$/,
  IngressClass: /^traefik$/,
};

/** What `flux bootstrap` makes in a folder of its own. */
const FLUX: Readonly<Record<string, RegExp>> = {
  GitRepository: /^flux-system$/,
  OCIRepository: /^flux-system$/,
  Bucket: /^flux-system$/,
  Kustomization: /^flux-system$/,
};

/** True for what a cluster has before anything is applied to it. */
export function isBuiltIn({ kind, name, namespace, group }: Wanted): boolean {
  if (kind === 'Service') return name === 'kubernetes' && (namespace ?? 'default') === 'default';
  // With this key Flux reads the repository; bootstrapping makes it.
  if (kind === 'Secret') return name === 'flux-system' && namespace === 'flux-system';
  const table = group.endsWith('toolkit.fluxcd.io') ? FLUX : BUILT_IN;
  return Object.hasOwn(table, kind) && table[kind]?.test(name) === true;
}

/** Namespaces whose contents come with the cluster. */
export function isSystemNamespace(namespace: string | undefined): boolean {
  return namespace?.startsWith('kube-') === true;
}
