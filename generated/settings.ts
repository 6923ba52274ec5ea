// Made by `npm run generate` from Nix option declarations; edit those, not this file.
// IR: gantry-ir/1 sha256:a7de56a3e0cd7980c22a928fdf56f489b9747b78b2e66a252efb63870c20dc24

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
   * Folders with custom resource definitions, for validation only: of the project, or of a package (an absolute path) that is there already.
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
   * Folders with custom resource definitions, for validation only: of the project, or of a package (an absolute path) that is there already.
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

/** A schema whose type `typed` declares: its inference would take a compiler minutes. */
interface Untyped {
  catchall(rest: unknown): Untyped;
  gt(bound: number): Untyped;
  max(bound: number): Untyped;
  min(bound: number): Untyped;
  nullable(): Untyped;
  optional(): Untyped;
  regex(pattern: RegExp): Untyped;
}

const schemas = z as unknown as {
  array(items: unknown): Untyped;
  boolean(): Untyped;
  int(): Untyped;
  lazy(schema: () => unknown): Untyped;
  literal(values: readonly unknown[]): Untyped;
  never(): Untyped;
  number(): Untyped;
  preprocess(change: (value: unknown) => unknown, schema: unknown): Untyped;
  record(keys: unknown, values: unknown): Untyped;
  strictObject(properties: Record<string, unknown>): Untyped;
  string(): Untyped;
  union(members: readonly unknown[]): Untyped;
  unknown(): Untyped;
};

/** Gives a schema its type, and tells where its properties are declared: by file, by name, the line. */
function typed<T>(schema: unknown, declared?: Record<string, Record<string, number | null>>): z.ZodType<T> {
  if (declared !== undefined) z.globalRegistry.add(schema as z.ZodType, { declared });
  return schema as z.ZodType<T>;
}

export const settingsReferencesSchema: z.ZodType<SettingsReferences> = typed<SettingsReferences>(schemas.strictObject({
  roots: schemas.array(schemas.string()),
  schemes: schemas.array(schemas.string()),
}), {
  'nix/project/settings.nix': { roots: 12, schemes: 11 },
});

export const settingsReferencesInputSchema: z.ZodType<SettingsReferencesInput> = typed<SettingsReferencesInput>(schemas.strictObject({
  roots: schemas.array(schemas.string()).optional(),
  schemes: schemas.array(schemas.string()).optional(),
}));

export const settingsHelpersLoadBalancerSchema: z.ZodType<SettingsHelpersLoadBalancer> = typed<SettingsHelpersLoadBalancer>(schemas.strictObject({
  addresses: schemas.record(schemas.string(), schemas.string()),
  sharingKey: schemas.string().nullable(),
}), {
  'nix/project/settings.nix': { addresses: 23, sharingKey: 29 },
});

export const settingsHelpersLoadBalancerInputSchema: z.ZodType<SettingsHelpersLoadBalancerInput> = typed<SettingsHelpersLoadBalancerInput>(schemas.strictObject({
  addresses: schemas.record(schemas.string(), schemas.string()).optional(),
  sharingKey: schemas.string().nullable().optional(),
}));

export const settingsHelpersSchema: z.ZodType<SettingsHelpers> = typed<SettingsHelpers>(schemas.strictObject({
  clusterDomain: schemas.string(),
  domain: schemas.string().nullable(),
  ingressClass: schemas.string().nullable(),
  loadBalancer: settingsHelpersLoadBalancerSchema,
  secretStore: schemas.string(),
  storageClass: schemas.string().nullable(),
  tlsSecret: schemas.string().nullable(),
}), {
  'nix/project/settings.nix': { clusterDomain: 18, domain: 17, ingressClass: 20, secretStore: 16, storageClass: 19, tlsSecret: 21 },
});

export const settingsHelpersInputSchema: z.ZodType<SettingsHelpersInput> = typed<SettingsHelpersInput>(schemas.strictObject({
  clusterDomain: schemas.string().optional(),
  domain: schemas.string().nullable().optional(),
  ingressClass: schemas.string().nullable().optional(),
  loadBalancer: settingsHelpersLoadBalancerInputSchema.optional(),
  secretStore: schemas.string().optional(),
  storageClass: schemas.string().nullable().optional(),
  tlsSecret: schemas.string().nullable().optional(),
}));

export const settingsSchema: z.ZodType<Settings> = typed<Settings>(schemas.strictObject({
  ageKeyFile: schemas.string().nullable(),
  crds: schemas.array(schemas.string()),
  demo: schemas.boolean(),
  external: schemas.record(schemas.string(), schemas.array(schemas.string())),
  helpers: settingsHelpersSchema,
  lockFile: schemas.string(),
  manifestsDir: schemas.string(),
  references: settingsReferencesSchema,
  rules: schemas.record(schemas.string(), schemas.literal(['off', 'info', 'warning', 'error'])),
  stores: schemas.array(schemas.string()),
}), {
  'nix/project/settings.nix': { ageKeyFile: 52, crds: 39, demo: 53, external: 46, lockFile: 37, manifestsDir: 36, rules: 40, stores: 38 },
});

export const settingsInputSchema: z.ZodType<SettingsInput> = typed<SettingsInput>(schemas.strictObject({
  ageKeyFile: schemas.string().nullable().optional(),
  crds: schemas.array(schemas.string()).optional(),
  demo: schemas.boolean().optional(),
  external: schemas.record(schemas.string(), schemas.array(schemas.string())).optional(),
  helpers: settingsHelpersInputSchema.optional(),
  lockFile: schemas.string().optional(),
  manifestsDir: schemas.string().optional(),
  references: settingsReferencesInputSchema.optional(),
  rules: schemas.record(schemas.string(), schemas.literal(['off', 'info', 'warning', 'error'])).optional(),
  stores: schemas.array(schemas.string()).optional(),
}));
