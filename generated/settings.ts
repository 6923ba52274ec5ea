// Made by `npm run generate` from Nix option declarations; edit those, not this file.
// IR: gantry-ir/1 sha256:67e4970ca0c289f21e1f0c66f7fdee008933b97970f9b0b050a999fef946f725
/* eslint-disable */

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

/** zod without its types, whose inference would take a compiler minutes: `typed` declares them. */
function zod(): any {
  return z;
}

/** Gives a schema its type, and tells where its properties are declared: by file, by name, the line. */
function typed<T>(schema: unknown, declared?: Record<string, Record<string, number | null>>): z.ZodType<T> {
  if (declared !== undefined) z.globalRegistry.add(schema as z.ZodType, { declared });
  return schema as z.ZodType<T>;
}

export const settingsReferencesSchema: z.ZodType<SettingsReferences> = typed<SettingsReferences>(zod().strictObject({
  roots: zod().array(zod().string()),
  schemes: zod().array(zod().string()),
}), {
  'nix/project/settings.nix': { roots: 12, schemes: 11 },
});

export const settingsReferencesInputSchema: z.ZodType<SettingsReferencesInput> = typed<SettingsReferencesInput>(zod().strictObject({
  roots: zod().array(zod().string()).optional(),
  schemes: zod().array(zod().string()).optional(),
}));

export const settingsHelpersLoadBalancerSchema: z.ZodType<SettingsHelpersLoadBalancer> = typed<SettingsHelpersLoadBalancer>(zod().strictObject({
  addresses: zod().record(zod().string(), zod().string()),
  sharingKey: zod().string().nullable(),
}), {
  'nix/project/settings.nix': { addresses: 23, sharingKey: 29 },
});

export const settingsHelpersLoadBalancerInputSchema: z.ZodType<SettingsHelpersLoadBalancerInput> = typed<SettingsHelpersLoadBalancerInput>(zod().strictObject({
  addresses: zod().record(zod().string(), zod().string()).optional(),
  sharingKey: zod().string().nullable().optional(),
}));

export const settingsHelpersSchema: z.ZodType<SettingsHelpers> = typed<SettingsHelpers>(zod().strictObject({
  clusterDomain: zod().string(),
  domain: zod().string().nullable(),
  ingressClass: zod().string().nullable(),
  loadBalancer: settingsHelpersLoadBalancerSchema,
  secretStore: zod().string(),
  storageClass: zod().string().nullable(),
  tlsSecret: zod().string().nullable(),
}), {
  'nix/project/settings.nix': { clusterDomain: 18, domain: 17, ingressClass: 20, secretStore: 16, storageClass: 19, tlsSecret: 21 },
});

export const settingsHelpersInputSchema: z.ZodType<SettingsHelpersInput> = typed<SettingsHelpersInput>(zod().strictObject({
  clusterDomain: zod().string().optional(),
  domain: zod().string().nullable().optional(),
  ingressClass: zod().string().nullable().optional(),
  loadBalancer: settingsHelpersLoadBalancerInputSchema.optional(),
  secretStore: zod().string().optional(),
  storageClass: zod().string().nullable().optional(),
  tlsSecret: zod().string().nullable().optional(),
}));

export const settingsSchema: z.ZodType<Settings> = typed<Settings>(zod().strictObject({
  ageKeyFile: zod().string().nullable(),
  crds: zod().array(zod().string()),
  demo: zod().boolean(),
  external: zod().record(zod().string(), zod().array(zod().string())),
  helpers: settingsHelpersSchema,
  lockFile: zod().string(),
  manifestsDir: zod().string(),
  references: settingsReferencesSchema,
  rules: zod().record(zod().string(), zod().literal(['off', 'info', 'warning', 'error'])),
  stores: zod().array(zod().string()),
}), {
  'nix/project/settings.nix': { ageKeyFile: 52, crds: 39, demo: 53, external: 46, lockFile: 37, manifestsDir: 36, rules: 40, stores: 38 },
});

export const settingsInputSchema: z.ZodType<SettingsInput> = typed<SettingsInput>(zod().strictObject({
  ageKeyFile: zod().string().nullable().optional(),
  crds: zod().array(zod().string()).optional(),
  demo: zod().boolean().optional(),
  external: zod().record(zod().string(), zod().array(zod().string())).optional(),
  helpers: settingsHelpersInputSchema.optional(),
  lockFile: zod().string().optional(),
  manifestsDir: zod().string().optional(),
  references: settingsReferencesInputSchema.optional(),
  rules: zod().record(zod().string(), zod().literal(['off', 'info', 'warning', 'error'])).optional(),
  stores: zod().array(zod().string()).optional(),
}));
