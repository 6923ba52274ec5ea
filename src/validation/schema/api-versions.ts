/** What became of an API version: the release that deprecated it, the one that removed it, what to write instead. */
export interface Retired {
  readonly deprecated?: string;
  readonly removed?: string;
  readonly instead: string | undefined;
}

/** `group/version: kinds; deprecated in; removed in; instead`, after Kubernetes' deprecated API migration guide. */
const TABLE = `
extensions/v1beta1: Deployment DaemonSet ReplicaSet; 1.8; 1.16; apps/v1
extensions/v1beta1: NetworkPolicy; 1.9; 1.16; networking.k8s.io/v1
extensions/v1beta1: PodSecurityPolicy; 1.10; 1.16;
extensions/v1beta1: Ingress; 1.14; 1.22; networking.k8s.io/v1
apps/v1beta1: Deployment StatefulSet ControllerRevision; 1.9; 1.16; apps/v1
apps/v1beta2: Deployment StatefulSet DaemonSet ReplicaSet ControllerRevision; 1.9; 1.16; apps/v1
admissionregistration.k8s.io/v1beta1: MutatingWebhookConfiguration ValidatingWebhookConfiguration; 1.16; 1.22; admissionregistration.k8s.io/v1
apiextensions.k8s.io/v1beta1: CustomResourceDefinition; 1.16; 1.22; apiextensions.k8s.io/v1
apiregistration.k8s.io/v1beta1: APIService; 1.19; 1.22; apiregistration.k8s.io/v1
authentication.k8s.io/v1beta1: TokenReview; 1.19; 1.22; authentication.k8s.io/v1
authorization.k8s.io/v1beta1: LocalSubjectAccessReview SelfSubjectAccessReview SelfSubjectRulesReview SubjectAccessReview; 1.19; 1.22; authorization.k8s.io/v1
certificates.k8s.io/v1beta1: CertificateSigningRequest; 1.19; 1.22; certificates.k8s.io/v1
coordination.k8s.io/v1beta1: Lease; 1.19; 1.22; coordination.k8s.io/v1
networking.k8s.io/v1beta1: Ingress IngressClass; 1.19; 1.22; networking.k8s.io/v1
rbac.authorization.k8s.io/v1alpha1: ClusterRole ClusterRoleBinding Role RoleBinding; 1.17; 1.22; rbac.authorization.k8s.io/v1
rbac.authorization.k8s.io/v1beta1: ClusterRole ClusterRoleBinding Role RoleBinding; 1.17; 1.22; rbac.authorization.k8s.io/v1
scheduling.k8s.io/v1beta1: PriorityClass; 1.14; 1.22; scheduling.k8s.io/v1
storage.k8s.io/v1beta1: CSIDriver CSINode StorageClass VolumeAttachment; 1.19; 1.22; storage.k8s.io/v1
batch/v1beta1: CronJob; 1.21; 1.25; batch/v1
discovery.k8s.io/v1beta1: EndpointSlice; 1.21; 1.25; discovery.k8s.io/v1
events.k8s.io/v1beta1: Event; 1.19; 1.25; events.k8s.io/v1
autoscaling/v2beta1: HorizontalPodAutoscaler; 1.22; 1.25; autoscaling/v2
policy/v1beta1: PodDisruptionBudget; 1.21; 1.25; policy/v1
policy/v1beta1: PodSecurityPolicy; 1.21; 1.25;
node.k8s.io/v1beta1: RuntimeClass; 1.22; 1.25; node.k8s.io/v1
flowcontrol.apiserver.k8s.io/v1beta1: FlowSchema PriorityLevelConfiguration; 1.23; 1.26; flowcontrol.apiserver.k8s.io/v1
autoscaling/v2beta2: HorizontalPodAutoscaler; 1.23; 1.26; autoscaling/v2
storage.k8s.io/v1beta1: CSIStorageCapacity; 1.24; 1.27; storage.k8s.io/v1
flowcontrol.apiserver.k8s.io/v1beta2: FlowSchema PriorityLevelConfiguration; 1.26; 1.29; flowcontrol.apiserver.k8s.io/v1
flowcontrol.apiserver.k8s.io/v1beta3: FlowSchema PriorityLevelConfiguration; 1.29; 1.32; flowcontrol.apiserver.k8s.io/v1
v1: ComponentStatus; 1.19; ;
v1: Endpoints; 1.33; ; discovery.k8s.io/v1 EndpointSlice
`;

let retired: ReadonlyMap<string, Retired> | undefined;

/** What became of a kind's API version; undefined when nothing did. */
export function retirement(apiVersion: string, kind: string): Retired | undefined {
  retired ??= new Map(TABLE.trim().split('\n').flatMap(rowsOf));
  return retired.get(`${apiVersion}/${kind}`);
}

/** True when the release `version` is `since` or later. */
export function isSince(version: string, since: string | undefined): boolean {
  if (since === undefined) return false;
  return minorOf(version) >= minorOf(since);
}

/** 32 for `1.32`; NaN for a text that is no version. */
export function minorOf(version: string): number {
  return Number(version.split('.')[1]);
}

function rowsOf(line: string): [string, Retired][] {
  const [apiVersion = '', rest = ''] = line.split(': ');
  const [kinds = '', ...cells] = rest.split(';').map((cell) => cell.trim());
  const [deprecated = '', removed = '', instead = ''] = cells;
  const row = {
    ...(deprecated === '' ? {} : { deprecated }),
    ...(removed === '' ? {} : { removed }),
    instead: instead === '' ? undefined : instead,
  };
  return kinds.split(' ').map((kind) => [`${apiVersion}/${kind}`, row]);
}
