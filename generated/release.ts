// Made by `npm run generate` from Nix option declarations; edit those, not this file.
// IR: gantry-ir/1 sha256:463328ac0c1ae7e61c2f2164c0bd407b90b677b06cda60be22a3f789574231cc
/* eslint-disable */

import * as z from 'zod';

export interface Release {
  /**
   * Affinity of the pod, as Kubernetes has it.
   *
   * Default: `{}`.
   * Example: see the declaration.
   * Declared in nix/release/module/arguments/pod.nix:41.
   */
  affinity: { [key: string]: unknown };
  /**
   * What the cluster offers beyond Kubernetes' own; routes take the best version in it.
   *
   * Default: `["gateway.networking.k8s.io/v1/HTTPRoute","gateway.networking.k8s.io/v1/GRPCRoute"]`.
   * Example: `["gateway.networking.k8s.io/v1beta1/HTTPRoute"]`.
   * Declared in nix/release/module/arguments/values.nix:33.
   */
  apiVersions: string[];
  /**
   * Arguments of the command, or of the image's entry point.
   *
   * Default: `[]`.
   * Example: `["serve","--listen-http=:80"]`.
   * Declared in nix/release/module/arguments/workload.nix:81.
   */
  arguments: string[];
  /**
   * What the container runs; empty for the image's entry point.
   *
   * Default: `[]`.
   * Example: `["node","dist/index.js","gateway"]`.
   * Declared in nix/release/module/arguments/workload.nix:74.
   */
  command: string[];
  /**
   * A configuration file, kept in a ConfigMap. When it changes, the pod is replaced.
   *
   * Default: `null`.
   * Example: `{"data":{"listen-http":":80"},"filename":"server.yml","mountPath":"/etc/ntfy"}`.
   * Declared in nix/release/module/arguments/configuration.nix:27.
   */
  config: ReleaseConfig | null;
  /**
   * Kind of the workload: cronjob, daemonset, deployment, job, statefulset, in any case of letters. Null stands for
   * deployment, or cronjob when there is a schedule.
   *
   * Default: `null`.
   * Example: `"StatefulSet"`.
   * Declared in nix/release/module/arguments/workload.nix:50.
   */
  controllerType: 'cronjob' | 'daemonset' | 'deployment' | 'job' | 'statefulset' | null;
  /**
   * Environment variables: text, number, boolean, or a source such as `{ secretKeyRef = { name; key; }; }`.
   *
   * Default: `{}`.
   * Example: `{"POD_IP":{"fieldRef":{"fieldPath":"status.podIP"}},"TZ":"Europe/Lisbon"}`.
   * Declared in nix/release/module/arguments/workload.nix:88.
   */
  env: { [key: string]: unknown };
  /**
   * Further ports by name.
   *
   * Default: `{}`.
   * Example: `{"bridge":18790}`.
   * Declared in nix/release/module/arguments/network.nix:33.
   */
  extraPorts: { [key: string]: number };
  /**
   * Host names of the ingress: by default the release's name below the project's domain, when it has one. An empty
   * list, a release without port, or `values.ingress.main.enabled = false` gives no ingress.
   *
   * Default: `[ (kubenix.lib.domainFor name) ]`.
   * Example: `["push.home.example"]`.
   * Declared in nix/release/module/arguments/network.nix:54.
   */
  hosts: string[];
  /**
   * What the parts that the arguments make are called in `values`, and thereby in labels and container names.
   *
   * Default: `{}`.
   * Example: `{"container":"app","controller":"radarr"}`.
   * Declared in nix/release/module/arguments/values.nix:26.
   */
  identifiers: ReleaseIdentifiers;
  /**
   * The image: a reference, or its parts `{ repository; tag; digest; pullPolicy; }`. Without one the release runs what `values.controllers` says, and the
   * arguments about its container and its pod mean nothing.
   *
   * Default: `null`.
   * Example: `{"digest":"sha256:a02b…","repository":"ghcr.io/openclaw/openclaw","tag":"latest"}`.
   * Declared in nix/release/module/arguments/workload.nix:40.
   */
  image: string | ReleaseImage | null;
  /**
   * Annotations of the ingress.
   *
   * Default: `{}`.
   * Example: `{"cert-manager.io/cluster-issuer":"letsencrypt"}`.
   * Declared in nix/release/module/arguments/network.nix:73.
   */
  ingressAnnotations: { [key: string]: string };
  /**
   * Class of the ingress; null for the cluster's default.
   *
   * Default: `kubenix.lib.defaults.ingressClass`.
   * Example: `"nginx"`.
   * Declared in nix/release/module/arguments/network.nix:65.
   */
  ingressClass: string | null;
  /**
   * Namespace of the release; null for that of the surrounding module.
   *
   * Default: `null`.
   * Example: `"applications"`.
   * Declared in nix/release/module/arguments/network.nix:19.
   */
  namespace: string | null;
  /**
   * Labels that a node must have.
   *
   * Default: `{}`.
   * Example: `{"kubernetes.io/arch":"amd64"}`.
   * Declared in nix/release/module/arguments/pod.nix:34.
   */
  nodeSelector: { [key: string]: string };
  /**
   * A volume of the application's own: a PersistentVolumeClaim called like the release. Other names of an
   * app-template persistence item may stand here too; further volumes go into `values.persistence`.
   *
   * Default: `null`.
   * Example: `{"mountPath":"/data","size":"10Gi","storageClass":"rook-ceph-block"}`.
   * Declared in nix/release/module/arguments/storage.nix:56.
   */
  persistence: ReleasePersistence | null;
  /**
   * Security context of the pod.
   *
   * Default: `{}`.
   * Example: `{"fsGroup":1000,"runAsGroup":1000,"runAsNonRoot":true,"runAsUser":1000}`.
   * Declared in nix/release/module/arguments/pod.nix:27.
   */
  podSecurityContext: { [key: string]: unknown };
  /**
   * Port that the application listens on, called `http`; the Service has the same. Without one there is no Service.
   *
   * Default: `null`.
   * Example: `8080`.
   * Declared in nix/release/module/arguments/network.nix:26.
   */
  port: number | null;
  /**
   * Priority class of the pod.
   *
   * Default: `null`.
   * Example: `"homelab-critical"`.
   * Declared in nix/release/module/arguments/pod.nix:13.
   */
  priorityClassName: string | null;
  /**
   * Probes by name (liveness, readiness, startup), as in app-template. A probe named here is on, and with a `path`
   * it asks by HTTP.
   *
   * Default: `{}`.
   * Example: `{"liveness":{"path":"/v1/health"},"readiness":{}}`.
   * Declared in nix/release/module/arguments/workload.nix:111.
   */
  probes: { [key: string]: { [key: string]: unknown } };
  /**
   * How many pods a deployment or statefulset has; null leaves that to an autoscaler.
   *
   * Default: `1`.
   * Example: `2`.
   * Declared in nix/release/module/arguments/workload.nix:60.
   */
  replicas: number | null;
  /**
   * Requests and limits of the container.
   *
   * Default: `{}`.
   * Example: `{"limits":{"memory":"1Gi"},"requests":{"cpu":"100m","memory":"256Mi"}}`.
   * Declared in nix/release/module/arguments/workload.nix:104.
   */
  resources: { [key: string]: unknown };
  /**
   * Whether the pods of a deployment, statefulset or daemonset are replaced when a Secret that they read changes.
   * The pod template gets the annotation `checksum/<secret>`, made of the Secret as it is written, sealed values and
   * all: no value can be guessed from it, and a value that stays the same replaces nothing. Secrets that no module
   * of the project makes are left out.
   *
   * Default: `false`.
   * Example: `true`.
   * Declared in nix/release/module/arguments/configuration.nix:34.
   */
  rollOnSecretChange: boolean;
  /**
   * When a cron job runs.
   *
   * Default: `null`.
   * Example: `"*\/20 * * * *"`.
   * Declared in nix/release/module/arguments/workload.nix:67.
   */
  schedule: string | null;
  /**
   * A Secret whose keys all become environment variables.
   *
   * Default: `null`.
   * Example: `"openclaw-secrets"`.
   * Declared in nix/release/module/arguments/workload.nix:97.
   */
  secretName: string | null;
  /**
   * Security context of the container.
   *
   * Default: `{}`.
   * Example: `{"allowPrivilegeEscalation":false,"capabilities":{"drop":["ALL"]},"readOnlyRootFilesystem":true}`.
   * Declared in nix/release/module/arguments/workload.nix:121.
   */
  securityContext: { [key: string]: unknown };
  /**
   * Whether the pod has a service account of its own, called like the release.
   *
   * Default: `true`.
   * Example: `false`.
   * Declared in nix/release/module/arguments/pod.nix:20.
   */
  serviceAccount: boolean;
  /**
   * Annotations of the Service, such as those of `kubenix.lib.serviceAnnotationFor`.
   *
   * Default: `{}`.
   * Example: `{"lbipam.cilium.io/ips":"10.10.0.21"}`.
   * Declared in nix/release/module/arguments/network.nix:47.
   */
  serviceAnnotations: { [key: string]: string };
  /**
   * Type of the Service.
   *
   * Default: `"ClusterIP"`.
   * Example: `"LoadBalancer"`.
   * Declared in nix/release/module/arguments/network.nix:40.
   */
  serviceType: 'ClusterIP' | 'LoadBalancer' | 'NodePort';
  /**
   * Secret with the certificate of the ingress; null for an ingress without TLS.
   *
   * Default: `kubenix.lib.defaults.tlsSecret`.
   * Example: `"wildcard-tls"`.
   * Declared in nix/release/module/arguments/network.nix:80.
   */
  tlsSecret: string | null;
  /**
   * Taints that the pod puts up with.
   *
   * Default: `[]`.
   * Example: `[{"effect":"NoSchedule","key":"gpu","operator":"Exists"}]`.
   * Declared in nix/release/module/arguments/pod.nix:47.
   */
  tolerations: { [key: string]: unknown }[];
  /**
   * app-template values (bjw-s common library 4.x), laid over what the arguments give: attribute sets deeply, lists
   * and scalars in their place. The arguments use these identifiers: `controllers.main.containers.main` and
   * `service.main` (see `identifiers`), `ingress.main`, `persistence.{main,config}`, `configMaps.config`,
   * `serviceAccount.<name>`.
   *
   * Default: `{}`.
   * Example: `{"controllers":{"main":{"strategy":"RollingUpdate"}},"ingress":{"main":{"enabled":false}}}`.
   * Declared in nix/release/module/arguments/values.nix:14.
   */
  values: { [key: string]: unknown };
}

export interface ReleaseInput {
  /**
   * Affinity of the pod, as Kubernetes has it.
   *
   * Default: `{}`.
   * Example: see the declaration.
   * Declared in nix/release/module/arguments/pod.nix:41.
   */
  affinity?: { [key: string]: unknown } | undefined;
  /**
   * What the cluster offers beyond Kubernetes' own; routes take the best version in it.
   *
   * Default: `["gateway.networking.k8s.io/v1/HTTPRoute","gateway.networking.k8s.io/v1/GRPCRoute"]`.
   * Example: `["gateway.networking.k8s.io/v1beta1/HTTPRoute"]`.
   * Declared in nix/release/module/arguments/values.nix:33.
   */
  apiVersions?: string[] | undefined;
  /**
   * Arguments of the command, or of the image's entry point.
   *
   * Default: `[]`.
   * Example: `["serve","--listen-http=:80"]`.
   * Declared in nix/release/module/arguments/workload.nix:81.
   */
  arguments?: string[] | string | undefined;
  /**
   * What the container runs; empty for the image's entry point.
   *
   * Default: `[]`.
   * Example: `["node","dist/index.js","gateway"]`.
   * Declared in nix/release/module/arguments/workload.nix:74.
   */
  command?: string[] | string | undefined;
  /**
   * A configuration file, kept in a ConfigMap. When it changes, the pod is replaced.
   *
   * Default: `null`.
   * Example: `{"data":{"listen-http":":80"},"filename":"server.yml","mountPath":"/etc/ntfy"}`.
   * Declared in nix/release/module/arguments/configuration.nix:27.
   */
  config?: ReleaseConfigInput | null | undefined;
  /**
   * Kind of the workload: cronjob, daemonset, deployment, job, statefulset, in any case of letters. Null stands for
   * deployment, or cronjob when there is a schedule.
   *
   * Default: `null`.
   * Example: `"StatefulSet"`.
   * Declared in nix/release/module/arguments/workload.nix:50.
   */
  controllerType?: 'cronjob' | 'daemonset' | 'deployment' | 'job' | 'statefulset' | string | null | undefined;
  /**
   * Environment variables: text, number, boolean, or a source such as `{ secretKeyRef = { name; key; }; }`.
   *
   * Default: `{}`.
   * Example: `{"POD_IP":{"fieldRef":{"fieldPath":"status.podIP"}},"TZ":"Europe/Lisbon"}`.
   * Declared in nix/release/module/arguments/workload.nix:88.
   */
  env?: { [key: string]: unknown } | undefined;
  /**
   * Further ports by name.
   *
   * Default: `{}`.
   * Example: `{"bridge":18790}`.
   * Declared in nix/release/module/arguments/network.nix:33.
   */
  extraPorts?: { [key: string]: number } | undefined;
  /**
   * Host names of the ingress: by default the release's name below the project's domain, when it has one. An empty
   * list, a release without port, or `values.ingress.main.enabled = false` gives no ingress.
   *
   * Default: `[ (kubenix.lib.domainFor name) ]`.
   * Example: `["push.home.example"]`.
   * Declared in nix/release/module/arguments/network.nix:54.
   */
  hosts?: string[] | undefined;
  /**
   * What the parts that the arguments make are called in `values`, and thereby in labels and container names.
   *
   * Default: `{}`.
   * Example: `{"container":"app","controller":"radarr"}`.
   * Declared in nix/release/module/arguments/values.nix:26.
   */
  identifiers?: ReleaseIdentifiersInput | undefined;
  /**
   * The image: a reference, or its parts `{ repository; tag; digest; pullPolicy; }`. Without one the release runs what `values.controllers` says, and the
   * arguments about its container and its pod mean nothing.
   *
   * Default: `null`.
   * Example: `{"digest":"sha256:a02b…","repository":"ghcr.io/openclaw/openclaw","tag":"latest"}`.
   * Declared in nix/release/module/arguments/workload.nix:40.
   */
  image?: string | ReleaseImageInput | null | undefined;
  /**
   * Annotations of the ingress.
   *
   * Default: `{}`.
   * Example: `{"cert-manager.io/cluster-issuer":"letsencrypt"}`.
   * Declared in nix/release/module/arguments/network.nix:73.
   */
  ingressAnnotations?: { [key: string]: string } | undefined;
  /**
   * Class of the ingress; null for the cluster's default.
   *
   * Default: `kubenix.lib.defaults.ingressClass`.
   * Example: `"nginx"`.
   * Declared in nix/release/module/arguments/network.nix:65.
   */
  ingressClass?: string | null | undefined;
  /**
   * Namespace of the release; null for that of the surrounding module.
   *
   * Default: `null`.
   * Example: `"applications"`.
   * Declared in nix/release/module/arguments/network.nix:19.
   */
  namespace?: string | null | undefined;
  /**
   * Labels that a node must have.
   *
   * Default: `{}`.
   * Example: `{"kubernetes.io/arch":"amd64"}`.
   * Declared in nix/release/module/arguments/pod.nix:34.
   */
  nodeSelector?: { [key: string]: string } | undefined;
  /**
   * A volume of the application's own: a PersistentVolumeClaim called like the release. Other names of an
   * app-template persistence item may stand here too; further volumes go into `values.persistence`.
   *
   * Default: `null`.
   * Example: `{"mountPath":"/data","size":"10Gi","storageClass":"rook-ceph-block"}`.
   * Declared in nix/release/module/arguments/storage.nix:56.
   */
  persistence?: ReleasePersistenceInput | null | undefined;
  /**
   * Security context of the pod.
   *
   * Default: `{}`.
   * Example: `{"fsGroup":1000,"runAsGroup":1000,"runAsNonRoot":true,"runAsUser":1000}`.
   * Declared in nix/release/module/arguments/pod.nix:27.
   */
  podSecurityContext?: { [key: string]: unknown } | undefined;
  /**
   * Port that the application listens on, called `http`; the Service has the same. Without one there is no Service.
   *
   * Default: `null`.
   * Example: `8080`.
   * Declared in nix/release/module/arguments/network.nix:26.
   */
  port?: number | null | undefined;
  /**
   * Priority class of the pod.
   *
   * Default: `null`.
   * Example: `"homelab-critical"`.
   * Declared in nix/release/module/arguments/pod.nix:13.
   */
  priorityClassName?: string | null | undefined;
  /**
   * Probes by name (liveness, readiness, startup), as in app-template. A probe named here is on, and with a `path`
   * it asks by HTTP.
   *
   * Default: `{}`.
   * Example: `{"liveness":{"path":"/v1/health"},"readiness":{}}`.
   * Declared in nix/release/module/arguments/workload.nix:111.
   */
  probes?: { [key: string]: { [key: string]: unknown } } | undefined;
  /**
   * How many pods a deployment or statefulset has; null leaves that to an autoscaler.
   *
   * Default: `1`.
   * Example: `2`.
   * Declared in nix/release/module/arguments/workload.nix:60.
   */
  replicas?: number | null | undefined;
  /**
   * Requests and limits of the container.
   *
   * Default: `{}`.
   * Example: `{"limits":{"memory":"1Gi"},"requests":{"cpu":"100m","memory":"256Mi"}}`.
   * Declared in nix/release/module/arguments/workload.nix:104.
   */
  resources?: { [key: string]: unknown } | undefined;
  /**
   * Whether the pods of a deployment, statefulset or daemonset are replaced when a Secret that they read changes.
   * The pod template gets the annotation `checksum/<secret>`, made of the Secret as it is written, sealed values and
   * all: no value can be guessed from it, and a value that stays the same replaces nothing. Secrets that no module
   * of the project makes are left out.
   *
   * Default: `false`.
   * Example: `true`.
   * Declared in nix/release/module/arguments/configuration.nix:34.
   */
  rollOnSecretChange?: boolean | undefined;
  /**
   * When a cron job runs.
   *
   * Default: `null`.
   * Example: `"*\/20 * * * *"`.
   * Declared in nix/release/module/arguments/workload.nix:67.
   */
  schedule?: string | null | undefined;
  /**
   * A Secret whose keys all become environment variables.
   *
   * Default: `null`.
   * Example: `"openclaw-secrets"`.
   * Declared in nix/release/module/arguments/workload.nix:97.
   */
  secretName?: string | null | undefined;
  /**
   * Security context of the container.
   *
   * Default: `{}`.
   * Example: `{"allowPrivilegeEscalation":false,"capabilities":{"drop":["ALL"]},"readOnlyRootFilesystem":true}`.
   * Declared in nix/release/module/arguments/workload.nix:121.
   */
  securityContext?: { [key: string]: unknown } | undefined;
  /**
   * Whether the pod has a service account of its own, called like the release.
   *
   * Default: `true`.
   * Example: `false`.
   * Declared in nix/release/module/arguments/pod.nix:20.
   */
  serviceAccount?: boolean | undefined;
  /**
   * Annotations of the Service, such as those of `kubenix.lib.serviceAnnotationFor`.
   *
   * Default: `{}`.
   * Example: `{"lbipam.cilium.io/ips":"10.10.0.21"}`.
   * Declared in nix/release/module/arguments/network.nix:47.
   */
  serviceAnnotations?: { [key: string]: string } | undefined;
  /**
   * Type of the Service.
   *
   * Default: `"ClusterIP"`.
   * Example: `"LoadBalancer"`.
   * Declared in nix/release/module/arguments/network.nix:40.
   */
  serviceType?: 'ClusterIP' | 'LoadBalancer' | 'NodePort' | undefined;
  /**
   * Secret with the certificate of the ingress; null for an ingress without TLS.
   *
   * Default: `kubenix.lib.defaults.tlsSecret`.
   * Example: `"wildcard-tls"`.
   * Declared in nix/release/module/arguments/network.nix:80.
   */
  tlsSecret?: string | null | undefined;
  /**
   * Taints that the pod puts up with.
   *
   * Default: `[]`.
   * Example: `[{"effect":"NoSchedule","key":"gpu","operator":"Exists"}]`.
   * Declared in nix/release/module/arguments/pod.nix:47.
   */
  tolerations?: { [key: string]: unknown }[] | undefined;
  /**
   * app-template values (bjw-s common library 4.x), laid over what the arguments give: attribute sets deeply, lists
   * and scalars in their place. The arguments use these identifiers: `controllers.main.containers.main` and
   * `service.main` (see `identifiers`), `ingress.main`, `persistence.{main,config}`, `configMaps.config`,
   * `serviceAccount.<name>`.
   *
   * Default: `{}`.
   * Example: `{"controllers":{"main":{"strategy":"RollingUpdate"}},"ingress":{"main":{"enabled":false}}}`.
   * Declared in nix/release/module/arguments/values.nix:14.
   */
  values?: { [key: string]: unknown } | undefined;
}

export interface ReleaseConfig {
  /**
   * Content of the file: text, or a value that is written in the form of the file's ending.
   *
   * Example: `{"gateway":{"bind":"0.0.0.0","port":18789}}`.
   * Declared in nix/release/module/arguments/configuration.nix:18.
   */
  data: string | { [key: string]: unknown };
  /**
   * Name of the file. Its ending says how `data` is written: .json, .yaml, .yml or .toml.
   *
   * Example: `"server.yml"`.
   * Declared in nix/release/module/arguments/configuration.nix:8.
   */
  filename: string;
  /**
   * Folder in the container that gets the file; nothing else in it is hidden.
   *
   * Example: `"/etc/ntfy"`.
   * Declared in nix/release/module/arguments/configuration.nix:13.
   */
  mountPath: string;
}

export interface ReleaseConfigInput {
  /**
   * Content of the file: text, or a value that is written in the form of the file's ending.
   *
   * Example: `{"gateway":{"bind":"0.0.0.0","port":18789}}`.
   * Declared in nix/release/module/arguments/configuration.nix:18.
   */
  data: string | { [key: string]: unknown };
  /**
   * Name of the file. Its ending says how `data` is written: .json, .yaml, .yml or .toml.
   *
   * Example: `"server.yml"`.
   * Declared in nix/release/module/arguments/configuration.nix:8.
   */
  filename: string;
  /**
   * Folder in the container that gets the file; nothing else in it is hidden.
   *
   * Example: `"/etc/ntfy"`.
   * Declared in nix/release/module/arguments/configuration.nix:13.
   */
  mountPath: string;
}

export interface ReleaseIdentifiers {
  /**
   * Identifier of the container.
   *
   * Default: `"main"`.
   * Example: `"app"`.
   */
  container: string;
  /**
   * Identifier of the controller.
   *
   * Default: `"main"`.
   * Example: `"app"`.
   */
  controller: string;
  /**
   * Identifier of the service.
   *
   * Default: `"main"`.
   * Example: `"app"`.
   */
  service: string;
}

export interface ReleaseIdentifiersInput {
  /**
   * Identifier of the container.
   *
   * Default: `"main"`.
   * Example: `"app"`.
   */
  container?: string | undefined;
  /**
   * Identifier of the controller.
   *
   * Default: `"main"`.
   * Example: `"app"`.
   */
  controller?: string | undefined;
  /**
   * Identifier of the service.
   *
   * Default: `"main"`.
   * Example: `"app"`.
   */
  service?: string | undefined;
}

export interface ReleaseImage {
  /**
   * Digest of the image. What runs is then always the same image.
   *
   * Default: `null`.
   * Example: `"sha256:a02b8193cc9d985dce3479eb1986a326f1e28253275b1c43491ac7923d6167e5"`.
   * Declared in nix/release/module/arguments/workload.nix:19.
   */
  digest: string | null;
  /**
   * When the image is pulled; the cluster decides when null.
   *
   * Default: `null`.
   * Example: `"Always"`.
   * Declared in nix/release/module/arguments/workload.nix:25.
   */
  pullPolicy: 'Always' | 'IfNotPresent' | 'Never' | null;
  /**
   * Where the image is, registry included.
   *
   * Example: `"ghcr.io/openclaw/openclaw"`.
   * Declared in nix/release/module/arguments/workload.nix:8.
   */
  repository: string;
  /**
   * Tag of the image; it may hold the digest, `1.2.3@sha256:…`.
   *
   * Default: `null`.
   * Example: `"v2.14.0"`.
   * Declared in nix/release/module/arguments/workload.nix:13.
   */
  tag: string | null;
}

export interface ReleaseImageInput {
  /**
   * Digest of the image. What runs is then always the same image.
   *
   * Default: `null`.
   * Example: `"sha256:a02b8193cc9d985dce3479eb1986a326f1e28253275b1c43491ac7923d6167e5"`.
   * Declared in nix/release/module/arguments/workload.nix:19.
   */
  digest?: string | null | undefined;
  /**
   * When the image is pulled; the cluster decides when null.
   *
   * Default: `null`.
   * Example: `"Always"`.
   * Declared in nix/release/module/arguments/workload.nix:25.
   */
  pullPolicy?: 'Always' | 'IfNotPresent' | 'Never' | null | undefined;
  /**
   * Where the image is, registry included.
   *
   * Example: `"ghcr.io/openclaw/openclaw"`.
   * Declared in nix/release/module/arguments/workload.nix:8.
   */
  repository: string;
  /**
   * Tag of the image; it may hold the digest, `1.2.3@sha256:…`.
   *
   * Default: `null`.
   * Example: `"v2.14.0"`.
   * Declared in nix/release/module/arguments/workload.nix:13.
   */
  tag?: string | null | undefined;
}

export interface ReleasePersistence {
  [key: string]: unknown;
  /**
   * Who may mount the volume.
   *
   * Default: `"ReadWriteOnce"`.
   * Example: `"ReadWriteMany"`.
   * Declared in nix/release/module/arguments/storage.nix:30.
   */
  accessMode: 'ReadWriteOnce' | 'ReadOnlyMany' | 'ReadWriteMany' | 'ReadWriteOncePod';
  /**
   * Whether there is a volume.
   *
   * Default: `true`.
   * Example: `false`.
   * Declared in nix/release/module/arguments/storage.nix:11.
   */
  enabled: boolean;
  /**
   * A claim that exists already, in place of one made here.
   *
   * Default: `null`.
   * Example: `"media"`.
   * Declared in nix/release/module/arguments/storage.nix:36.
   */
  existingClaim: string | null;
  /**
   * Where the container sees the volume; null for /data or what `globalMounts` says.
   *
   * Default: `null`.
   * Example: `"/home/node/.openclaw"`.
   * Declared in nix/release/module/arguments/storage.nix:42.
   */
  mountPath: string | null;
  /**
   * Size of the claim.
   *
   * Default: `null`.
   * Example: `"10Gi"`.
   * Declared in nix/release/module/arguments/storage.nix:17.
   */
  size: string | null;
  /**
   * Storage class of the claim; null for the cluster's default, `-` for none.
   *
   * Default: `kubenix.lib.defaults.storageClass`.
   * Example: `"rook-ceph-block"`.
   * Declared in nix/release/module/arguments/storage.nix:23.
   */
  storageClass: string | null;
}

export interface ReleasePersistenceInput {
  [key: string]: unknown;
  /**
   * Who may mount the volume.
   *
   * Default: `"ReadWriteOnce"`.
   * Example: `"ReadWriteMany"`.
   * Declared in nix/release/module/arguments/storage.nix:30.
   */
  accessMode?: 'ReadWriteOnce' | 'ReadOnlyMany' | 'ReadWriteMany' | 'ReadWriteOncePod' | undefined;
  /**
   * Whether there is a volume.
   *
   * Default: `true`.
   * Example: `false`.
   * Declared in nix/release/module/arguments/storage.nix:11.
   */
  enabled?: boolean | undefined;
  /**
   * A claim that exists already, in place of one made here.
   *
   * Default: `null`.
   * Example: `"media"`.
   * Declared in nix/release/module/arguments/storage.nix:36.
   */
  existingClaim?: string | null | undefined;
  /**
   * Where the container sees the volume; null for /data or what `globalMounts` says.
   *
   * Default: `null`.
   * Example: `"/home/node/.openclaw"`.
   * Declared in nix/release/module/arguments/storage.nix:42.
   */
  mountPath?: string | null | undefined;
  /**
   * Size of the claim.
   *
   * Default: `null`.
   * Example: `"10Gi"`.
   * Declared in nix/release/module/arguments/storage.nix:17.
   */
  size?: string | null | undefined;
  /**
   * Storage class of the claim; null for the cluster's default, `-` for none.
   *
   * Default: `kubenix.lib.defaults.storageClass`.
   * Example: `"rook-ceph-block"`.
   * Declared in nix/release/module/arguments/storage.nix:23.
   */
  storageClass?: string | null | undefined;
}

const constructors = {
  array: z.array,
  boolean: z.boolean,
  discriminatedUnion: z.discriminatedUnion,
  int: z.int,
  lazy: z.lazy,
  literal: z.literal,
  never: z.never,
  number: z.number,
  preprocess: z.preprocess,
  record: z.record,
  strictObject: z.strictObject,
  string: z.string,
  union: z.union,
  unknown: z.unknown,
};

/** zod without its types, whose inference would take a compiler minutes: `typed` declares them. */
function zod(): any {
  return constructors;
}

/** Gives a schema its type, and tells where its properties are declared: by file, by name, the line. */
function typed<T>(schema: unknown, declared?: Record<string, Record<string, number | null>>): z.ZodType<T> {
  if (declared !== undefined) z.globalRegistry.add(schema as z.ZodType, { declared });
  return schema as z.ZodType<T>;
}

export const releaseConfigSchema: z.ZodType<ReleaseConfig> = typed<ReleaseConfig>(zod().strictObject({
  data: zod().union([zod().string(), zod().record(zod().string(), zod().unknown())]),
  filename: zod().string(),
  mountPath: zod().string(),
}), {
  'nix/release/module/arguments/configuration.nix': { data: 18, filename: 8, mountPath: 13 },
});

export const releaseConfigInputSchema: z.ZodType<ReleaseConfigInput> = typed<ReleaseConfigInput>(zod().strictObject({
  data: zod().union([zod().string(), zod().record(zod().string(), zod().unknown())]),
  filename: zod().string(),
  mountPath: zod().string(),
}));

export const releaseIdentifiersSchema: z.ZodType<ReleaseIdentifiers> = typed<ReleaseIdentifiers>(zod().strictObject({
  container: zod().string(),
  controller: zod().string(),
  service: zod().string(),
}));

export const releaseIdentifiersInputSchema: z.ZodType<ReleaseIdentifiersInput> = typed<ReleaseIdentifiersInput>(zod().strictObject({
  container: zod().string().optional(),
  controller: zod().string().optional(),
  service: zod().string().optional(),
}));

export const releaseImageSchema: z.ZodType<ReleaseImage> = typed<ReleaseImage>(zod().strictObject({
  digest: zod().string().nullable(),
  pullPolicy: zod().literal(['Always', 'IfNotPresent', 'Never']).nullable(),
  repository: zod().string(),
  tag: zod().string().nullable(),
}), {
  'nix/release/module/arguments/workload.nix': { digest: 19, pullPolicy: 25, repository: 8, tag: 13 },
});

export const releaseImageInputSchema: z.ZodType<ReleaseImageInput> = typed<ReleaseImageInput>(zod().strictObject({
  digest: zod().string().nullable().optional(),
  pullPolicy: zod().literal(['Always', 'IfNotPresent', 'Never']).nullable().optional(),
  repository: zod().string(),
  tag: zod().string().nullable().optional(),
}));

export const releasePersistenceSchema: z.ZodType<ReleasePersistence> = typed<ReleasePersistence>(zod().strictObject({
  accessMode: zod().literal(['ReadWriteOnce', 'ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOncePod']),
  enabled: zod().boolean(),
  existingClaim: zod().string().nullable(),
  mountPath: zod().string().nullable(),
  size: zod().string().nullable(),
  storageClass: zod().string().nullable(),
}).catchall(zod().unknown()), {
  'nix/release/module/arguments/storage.nix': { accessMode: 30, enabled: 11, existingClaim: 36, mountPath: 42, size: 17, storageClass: 23 },
});

export const releasePersistenceInputSchema: z.ZodType<ReleasePersistenceInput> = typed<ReleasePersistenceInput>(zod().strictObject({
  accessMode: zod().literal(['ReadWriteOnce', 'ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOncePod']).optional(),
  enabled: zod().boolean().optional(),
  existingClaim: zod().string().nullable().optional(),
  mountPath: zod().string().nullable().optional(),
  size: zod().string().nullable().optional(),
  storageClass: zod().string().nullable().optional(),
}).catchall(zod().unknown()));

export const releaseSchema: z.ZodType<Release> = typed<Release>(zod().strictObject({
  affinity: zod().record(zod().string(), zod().unknown()),
  apiVersions: zod().array(zod().string()),
  arguments: zod().array(zod().string()),
  command: zod().array(zod().string()),
  config: releaseConfigSchema.nullable(),
  controllerType: zod().literal(['cronjob', 'daemonset', 'deployment', 'job', 'statefulset']).nullable(),
  env: zod().record(zod().string(), zod().unknown()),
  extraPorts: zod().record(zod().string(), zod().int().min(0).max(65535)),
  hosts: zod().array(zod().string()),
  identifiers: releaseIdentifiersSchema,
  image: zod().union([zod().string(), releaseImageSchema]).nullable(),
  ingressAnnotations: zod().record(zod().string(), zod().string()),
  ingressClass: zod().string().nullable(),
  namespace: zod().string().nullable(),
  nodeSelector: zod().record(zod().string(), zod().string()),
  persistence: releasePersistenceSchema.nullable(),
  podSecurityContext: zod().record(zod().string(), zod().unknown()),
  port: zod().int().min(0).max(65535).nullable(),
  priorityClassName: zod().string().nullable(),
  probes: zod().record(zod().string(), zod().record(zod().string(), zod().unknown())),
  replicas: zod().int().min(0).nullable(),
  resources: zod().record(zod().string(), zod().unknown()),
  rollOnSecretChange: zod().boolean(),
  schedule: zod().string().nullable(),
  secretName: zod().string().nullable(),
  securityContext: zod().record(zod().string(), zod().unknown()),
  serviceAccount: zod().boolean(),
  serviceAnnotations: zod().record(zod().string(), zod().string()),
  serviceType: zod().literal(['ClusterIP', 'LoadBalancer', 'NodePort']),
  tlsSecret: zod().string().nullable(),
  tolerations: zod().array(zod().record(zod().string(), zod().unknown())),
  values: zod().record(zod().string(), zod().unknown()),
}), {
  'nix/release/module/arguments/pod.nix': { affinity: 41, nodeSelector: 34, podSecurityContext: 27, priorityClassName: 13, serviceAccount: 20, tolerations: 47 },
  'nix/release/module/arguments/values.nix': { apiVersions: 33, identifiers: 26, values: 14 },
  'nix/release/module/arguments/workload.nix': { arguments: 81, command: 74, controllerType: 50, env: 88, image: 40, probes: 111, replicas: 60, resources: 104, schedule: 67, secretName: 97, securityContext: 121 },
  'nix/release/module/arguments/configuration.nix': { config: 27, rollOnSecretChange: 34 },
  'nix/release/module/arguments/network.nix': { extraPorts: 33, hosts: 54, ingressAnnotations: 73, ingressClass: 65, namespace: 19, port: 26, serviceAnnotations: 47, serviceType: 40, tlsSecret: 80 },
  'nix/release/module/arguments/storage.nix': { persistence: 56 },
});

export const releaseInputSchema: z.ZodType<ReleaseInput> = typed<ReleaseInput>(zod().strictObject({
  affinity: zod().record(zod().string(), zod().unknown()).optional(),
  apiVersions: zod().array(zod().string()).optional(),
  arguments: zod().union([zod().array(zod().string()), zod().string()]).optional(),
  command: zod().union([zod().array(zod().string()), zod().string()]).optional(),
  config: releaseConfigInputSchema.nullable().optional(),
  controllerType: zod().union([zod().literal(['cronjob', 'daemonset', 'deployment', 'job', 'statefulset']), zod().string()]).nullable().optional(),
  env: zod().record(zod().string(), zod().unknown()).optional(),
  extraPorts: zod().record(zod().string(), zod().int().min(0).max(65535)).optional(),
  hosts: zod().array(zod().string()).optional(),
  identifiers: releaseIdentifiersInputSchema.optional(),
  image: zod().union([zod().string(), releaseImageInputSchema]).nullable().optional(),
  ingressAnnotations: zod().record(zod().string(), zod().string()).optional(),
  ingressClass: zod().string().nullable().optional(),
  namespace: zod().string().nullable().optional(),
  nodeSelector: zod().record(zod().string(), zod().string()).optional(),
  persistence: releasePersistenceInputSchema.nullable().optional(),
  podSecurityContext: zod().record(zod().string(), zod().unknown()).optional(),
  port: zod().int().min(0).max(65535).nullable().optional(),
  priorityClassName: zod().string().nullable().optional(),
  probes: zod().record(zod().string(), zod().record(zod().string(), zod().unknown())).optional(),
  replicas: zod().int().min(0).nullable().optional(),
  resources: zod().record(zod().string(), zod().unknown()).optional(),
  rollOnSecretChange: zod().boolean().optional(),
  schedule: zod().string().nullable().optional(),
  secretName: zod().string().nullable().optional(),
  securityContext: zod().record(zod().string(), zod().unknown()).optional(),
  serviceAccount: zod().boolean().optional(),
  serviceAnnotations: zod().record(zod().string(), zod().string()).optional(),
  serviceType: zod().literal(['ClusterIP', 'LoadBalancer', 'NodePort']).optional(),
  tlsSecret: zod().string().nullable().optional(),
  tolerations: zod().array(zod().record(zod().string(), zod().unknown())).optional(),
  values: zod().record(zod().string(), zod().unknown()).optional(),
}));
