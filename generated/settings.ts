// Made by `npm run generate` from Nix option declarations; edit those, not this file.
// IR: gantry-ir/1 sha256:67e4970ca0c289f21e1f0c66f7fdee008933b97970f9b0b050a999fef946f725

import { z } from 'zod';

export interface Settings {
  /**
   * File with age identities, tried after the places where SOPS looks.
   *
   * Default: `null`.
   * Declared in nix/project/settings.nix:52.
   */
  ageKeyFile: string | null;
  /**
   * Folders with custom resource definitions, for validation only.
   *
   * Default: `["crds"]`.
   * Declared in nix/project/settings.nix:39.
   */
  crds: string[];
  /**
   * Whether secrets may be encrypted for publicly known recipients. Only for demonstrations.
   *
   * Default: `false`.
   * Declared in nix/project/settings.nix:53.
   */
  demo: boolean;
  /**
   * Objects that exist in the cluster without being in the tree, by resource, as `namespace/name` patterns.
   *
   * Default: `{}`.
   * Example: `{"secrets":["*\/wildcard-tls"]}`.
   * Declared in nix/project/settings.nix:46.
   */
  external: { [key: string]: string[] };
  helpers: SettingsHelpers;
  /**
   * The lock file.
   *
   * Default: `"manifests.lock"`.
   * Declared in nix/project/settings.nix:37.
   */
  lockFile: string;
  /**
   * Folder of the manifest files.
   *
   * Default: `".k8s"`.
   * Declared in nix/project/settings.nix:36.
   */
  manifestsDir: string;
  references: SettingsReferences;
  /**
   * Severity of validation rules by code.
   *
   * Default: `{}`.
   * Example: `{"image/digest":"error"}`.
   * Declared in nix/project/settings.nix:40.
   */
  rules: { [key: string]: 'off' | 'info' | 'warning' | 'error' };
  /**
   * Secret stores, as glob patterns.
   *
   * Default: `["secrets/*.enc.yaml"]`.
   * Declared in nix/project/settings.nix:38.
   */
  stores: string[];
}

export interface SettingsInput {
  /**
   * File with age identities, tried after the places where SOPS looks.
   *
   * Default: `null`.
   * Declared in nix/project/settings.nix:52.
   */
  ageKeyFile?: string | null | undefined;
  /**
   * Folders with custom resource definitions, for validation only.
   *
   * Default: `["crds"]`.
   * Declared in nix/project/settings.nix:39.
   */
  crds?: string[] | undefined;
  /**
   * Whether secrets may be encrypted for publicly known recipients. Only for demonstrations.
   *
   * Default: `false`.
   * Declared in nix/project/settings.nix:53.
   */
  demo?: boolean | undefined;
  /**
   * Objects that exist in the cluster without being in the tree, by resource, as `namespace/name` patterns.
   *
   * Default: `{}`.
   * Example: `{"secrets":["*\/wildcard-tls"]}`.
   * Declared in nix/project/settings.nix:46.
   */
  external?: { [key: string]: string[] } | undefined;
  helpers?: SettingsHelpersInput | undefined;
  /**
   * The lock file.
   *
   * Default: `"manifests.lock"`.
   * Declared in nix/project/settings.nix:37.
   */
  lockFile?: string | undefined;
  /**
   * Folder of the manifest files.
   *
   * Default: `".k8s"`.
   * Declared in nix/project/settings.nix:36.
   */
  manifestsDir?: string | undefined;
  references?: SettingsReferencesInput | undefined;
  /**
   * Severity of validation rules by code.
   *
   * Default: `{}`.
   * Example: `{"image/digest":"error"}`.
   * Declared in nix/project/settings.nix:40.
   */
  rules?: { [key: string]: 'off' | 'info' | 'warning' | 'error' } | undefined;
  /**
   * Secret stores, as glob patterns.
   *
   * Default: `["secrets/*.enc.yaml"]`.
   * Declared in nix/project/settings.nix:38.
   */
  stores?: string[] | undefined;
}

export interface SettingsHelpers {
  /**
   * Domain of the cluster itself.
   *
   * Default: `"cluster.local"`.
   * Declared in nix/project/settings.nix:18.
   */
  clusterDomain: string;
  /**
   * Domain of the services that people open from outside.
   *
   * Default: `null`.
   * Declared in nix/project/settings.nix:17.
   */
  domain: string | null;
  /**
   * Ingress class of ingresses that name none.
   *
   * Default: `null`.
   * Declared in nix/project/settings.nix:20.
   */
  ingressClass: string | null;
  loadBalancer: SettingsHelpersLoadBalancer;
  /**
   * Secret store that `kubenix.lib.secretsFor` refers to.
   *
   * Default: `"secrets/k8s-secrets.enc.yaml"`.
   * Declared in nix/project/settings.nix:16.
   */
  secretStore: string;
  /**
   * Storage class of volumes that name none.
   *
   * Default: `null`.
   * Declared in nix/project/settings.nix:19.
   */
  storageClass: string | null;
  /**
   * Secret with the TLS certificate of ingresses that name none.
   *
   * Default: `null`.
   * Declared in nix/project/settings.nix:21.
   */
  tlsSecret: string | null;
}

export interface SettingsHelpersInput {
  /**
   * Domain of the cluster itself.
   *
   * Default: `"cluster.local"`.
   * Declared in nix/project/settings.nix:18.
   */
  clusterDomain?: string | undefined;
  /**
   * Domain of the services that people open from outside.
   *
   * Default: `null`.
   * Declared in nix/project/settings.nix:17.
   */
  domain?: string | null | undefined;
  /**
   * Ingress class of ingresses that name none.
   *
   * Default: `null`.
   * Declared in nix/project/settings.nix:20.
   */
  ingressClass?: string | null | undefined;
  loadBalancer?: SettingsHelpersLoadBalancerInput | undefined;
  /**
   * Secret store that `kubenix.lib.secretsFor` refers to.
   *
   * Default: `"secrets/k8s-secrets.enc.yaml"`.
   * Declared in nix/project/settings.nix:16.
   */
  secretStore?: string | undefined;
  /**
   * Storage class of volumes that name none.
   *
   * Default: `null`.
   * Declared in nix/project/settings.nix:19.
   */
  storageClass?: string | null | undefined;
  /**
   * Secret with the TLS certificate of ingresses that name none.
   *
   * Default: `null`.
   * Declared in nix/project/settings.nix:21.
   */
  tlsSecret?: string | null | undefined;
}

export interface SettingsHelpersLoadBalancer {
  /**
   * Addresses of load balancers by service.
   *
   * Default: `{}`.
   * Example: `{"ntfy":"10.0.0.20"}`.
   * Declared in nix/project/settings.nix:23.
   */
  addresses: { [key: string]: string };
  /**
   * Key under which load balancers share an address.
   *
   * Default: `null`.
   * Declared in nix/project/settings.nix:29.
   */
  sharingKey: string | null;
}

export interface SettingsHelpersLoadBalancerInput {
  /**
   * Addresses of load balancers by service.
   *
   * Default: `{}`.
   * Example: `{"ntfy":"10.0.0.20"}`.
   * Declared in nix/project/settings.nix:23.
   */
  addresses?: { [key: string]: string } | undefined;
  /**
   * Key under which load balancers share an address.
   *
   * Default: `null`.
   * Declared in nix/project/settings.nix:29.
   */
  sharingKey?: string | null | undefined;
}

export interface SettingsReferences {
  /**
   * Folders outside the project in which references may name files.
   *
   * Default: `[]`.
   * Declared in nix/project/settings.nix:12.
   */
  roots: string[];
  /**
   * Schemes of references, beside the built-in sops, file, envsubst and echo, that the program `vals` may resolve.
   *
   * Default: `[]`.
   * Declared in nix/project/settings.nix:11.
   */
  schemes: string[];
}

export interface SettingsReferencesInput {
  /**
   * Folders outside the project in which references may name files.
   *
   * Default: `[]`.
   * Declared in nix/project/settings.nix:12.
   */
  roots?: string[] | undefined;
  /**
   * Schemes of references, beside the built-in sops, file, envsubst and echo, that the program `vals` may resolve.
   *
   * Default: `[]`.
   * Declared in nix/project/settings.nix:11.
   */
  schemes?: string[] | undefined;
}

/** Gives a schema the type that is declared for it. */
function typed<T>(schema: z.ZodType): z.ZodType<T> {
  return schema as z.ZodType<T>;
}

export const settingsReferencesSchema: z.ZodType<SettingsReferences> = typed(z.strictObject<z.ZodRawShape>({
  roots: z.array(z.string()),
  schemes: z.array(z.string()),
}));

export const settingsReferencesInputSchema: z.ZodType<SettingsReferencesInput> = typed(z.strictObject<z.ZodRawShape>({
  roots: z.array(z.string()).optional(),
  schemes: z.array(z.string()).optional(),
}));

export const settingsHelpersLoadBalancerSchema: z.ZodType<SettingsHelpersLoadBalancer> = typed(z.strictObject<z.ZodRawShape>({
  addresses: z.record(z.string(), z.string()),
  sharingKey: z.string().nullable(),
}));

export const settingsHelpersLoadBalancerInputSchema: z.ZodType<SettingsHelpersLoadBalancerInput> = typed(z.strictObject<z.ZodRawShape>({
  addresses: z.record(z.string(), z.string()).optional(),
  sharingKey: z.string().nullable().optional(),
}));

export const settingsHelpersSchema: z.ZodType<SettingsHelpers> = typed(z.strictObject<z.ZodRawShape>({
  clusterDomain: z.string(),
  domain: z.string().nullable(),
  ingressClass: z.string().nullable(),
  loadBalancer: settingsHelpersLoadBalancerSchema,
  secretStore: z.string(),
  storageClass: z.string().nullable(),
  tlsSecret: z.string().nullable(),
}));

export const settingsHelpersInputSchema: z.ZodType<SettingsHelpersInput> = typed(z.strictObject<z.ZodRawShape>({
  clusterDomain: z.string().optional(),
  domain: z.string().nullable().optional(),
  ingressClass: z.string().nullable().optional(),
  loadBalancer: settingsHelpersLoadBalancerInputSchema.optional(),
  secretStore: z.string().optional(),
  storageClass: z.string().nullable().optional(),
  tlsSecret: z.string().nullable().optional(),
}));

export const settingsSchema: z.ZodType<Settings> = typed(z.strictObject<z.ZodRawShape>({
  ageKeyFile: z.string().nullable(),
  crds: z.array(z.string()),
  demo: z.boolean(),
  external: z.record(z.string(), z.array(z.string())),
  helpers: settingsHelpersSchema,
  lockFile: z.string(),
  manifestsDir: z.string(),
  references: settingsReferencesSchema,
  rules: z.record(z.string(), z.literal(['off', 'info', 'warning', 'error'])),
  stores: z.array(z.string()),
}));

export const settingsInputSchema: z.ZodType<SettingsInput> = typed(z.strictObject<z.ZodRawShape>({
  ageKeyFile: z.string().nullable().optional(),
  crds: z.array(z.string()).optional(),
  demo: z.boolean().optional(),
  external: z.record(z.string(), z.array(z.string())).optional(),
  helpers: settingsHelpersInputSchema.optional(),
  lockFile: z.string().optional(),
  manifestsDir: z.string().optional(),
  references: settingsReferencesInputSchema.optional(),
  rules: z.record(z.string(), z.literal(['off', 'info', 'warning', 'error'])).optional(),
  stores: z.array(z.string()).optional(),
}));
