import type { LabelSelector, Wanted } from './edge.ts';

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

const FLUX_NAMESPACE = 'flux-system';
const CONTROLLER =
  /^(?:source|kustomize|helm|notification|image-reflector|image-automation|source-watcher)-controller$/;

/** What the installation of Flux has in its namespace, whoever asks for it. */
const OF_FLUX: Readonly<Record<string, RegExp>> = {
  Service: /^(?:webhook-receiver|(?:source|notification)-controller)$/,
  ServiceAccount: CONTROLLER,
  Deployment: CONTROLLER,
};

/** True for what a cluster has before anything is applied to it. */
export function isBuiltIn({ kind, name, namespace, group }: Wanted): boolean {
  if (namespace === FLUX_NAMESPACE && Object.hasOwn(OF_FLUX, kind) && OF_FLUX[kind]?.test(name))
    return true;
  if (kind === 'Service') return name === 'kubernetes' && (namespace ?? 'default') === 'default';
  // With this key Flux reads the repository; bootstrapping makes it.
  if (kind === 'Secret') return name === 'flux-system' && namespace === 'flux-system';
  const table = group.endsWith('toolkit.fluxcd.io') ? FLUX : BUILT_IN;
  return Object.hasOwn(table, kind) && table[kind]?.test(name) === true;
}

/** Names that the static pods of a control plane have in their labels: those of kubeadm, of Talos and of k3s alike. */
const CONTROL_PLANE =
  /^(?:control-plane|etcd|kube-(?:apiserver|controller-manager|scheduler|proxy|vip))$/;

/** True for labels of pods that a node or the installation of Flux makes, and no file. */
export function isBuiltInPod(selector: LabelSelector, namespace: string | undefined): boolean {
  const isOfFlux =
    namespace === FLUX_NAMESPACE &&
    wantedValues(selector, ['app', 'app.kubernetes.io/component']).some((name) =>
      CONTROLLER.test(name),
    );
  const roles = wantedValues(selector, ['tier', 'component', 'k8s-app']);
  return isOfFlux || roles.some((name) => CONTROL_PLANE.test(name));
}

/** The values that a selector wants labels to have. */
function wantedValues({ labels, expressions }: LabelSelector, keys: readonly string[]): string[] {
  const named = expressions.filter(
    ({ key, operator }) => keys.some((wanted) => wanted === key) && operator === 'In',
  );
  const listed = named.flatMap(({ values }) => (Array.isArray(values) ? values : []));
  return [...keys.map((key) => labels[key]), ...listed].filter(
    (value) => typeof value === 'string',
  );
}

/** Namespaces whose contents come with the cluster. */
export function isSystemNamespace(namespace: string | undefined): boolean {
  return namespace?.startsWith('kube-') === true;
}
