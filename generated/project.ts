// Made by `npm run generate` from Nix option declarations; edit those, not this file.
// IR: gantry-ir/1 sha256:dc2587ab29143e10ca6cbbd6c00b28616efb8d093aaca2ea2cd1396f347c4f3e
/* eslint-disable */

import * as z from 'zod';

export interface Project {
  /**
   * Modules that every module of the project is evaluated with, in place of kubenix's k8s, helm and submodules and the `release` submodule.
   *
   * Default: `null`.
   * Declared in nix/project/options.nix:18.
   */
  baseModules: unknown[] | null;
  /**
   * Option trees for which `gantry codegen` writes TypeScript types and schemas.
   *
   * Default: `{}`.
   * Declared in nix/project/options.nix:44.
   */
  codegen: { [key: string]: ProjectCodegenItem };
  /**
   * Kubernetes version of the cluster; a module may name another in `kubernetes.version`.
   *
   * Default: `"1.36"`.
   * Declared in nix/project/options.nix:38.
   */
  kubernetesVersion: '1.19' | '1.20' | '1.21' | '1.22' | '1.23' | '1.24' | '1.25' | '1.26' | '1.27' | '1.28' | '1.29' | '1.30' | '1.31' | '1.32' | '1.33' | '1.34' | '1.35' | '1.36';
  /**
   * Name of the project, in the annotation `kubenix/project-name` of every resource.
   *
   * Default: `"kubenix"`.
   * Example: `"homelab"`.
   * Declared in nix/project/options.nix:31.
   */
  project: string;
  /**
   * Folder of the modules. Every *.nix below it becomes one manifest file of the same relative path; `default.nix` and names that start with `_` are skipped. A project without one has no manifests.
   *
   * Default: `null`.
   * Example: `"./modules/kubenix"`.
   * Declared in nix/project/options.nix:11.
   */
  root: string | null;
  settings: ProjectSettings;
  /**
   * Further arguments of every module, for `imports` too. They win over the built-in ones.
   *
   * Default: `{}`.
   * Example: `{"homelab":"import ./config"}`.
   * Declared in nix/project/options.nix:24.
   */
  specialArgs: { [key: string]: unknown };
}

export interface ProjectInput {
  /**
   * Modules that every module of the project is evaluated with, in place of kubenix's k8s, helm and submodules and the `release` submodule.
   *
   * Default: `null`.
   * Declared in nix/project/options.nix:18.
   */
  baseModules?: unknown[] | null | undefined;
  /**
   * Option trees for which `gantry codegen` writes TypeScript types and schemas.
   *
   * Default: `{}`.
   * Declared in nix/project/options.nix:44.
   */
  codegen?: { [key: string]: ProjectCodegenItemInput } | undefined;
  /**
   * Kubernetes version of the cluster; a module may name another in `kubernetes.version`.
   *
   * Default: `"1.36"`.
   * Declared in nix/project/options.nix:38.
   */
  kubernetesVersion?: '1.19' | '1.20' | '1.21' | '1.22' | '1.23' | '1.24' | '1.25' | '1.26' | '1.27' | '1.28' | '1.29' | '1.30' | '1.31' | '1.32' | '1.33' | '1.34' | '1.35' | '1.36' | undefined;
  /**
   * Name of the project, in the annotation `kubenix/project-name` of every resource.
   *
   * Default: `"kubenix"`.
   * Example: `"homelab"`.
   * Declared in nix/project/options.nix:31.
   */
  project?: string | undefined;
  /**
   * Folder of the modules. Every *.nix below it becomes one manifest file of the same relative path; `default.nix` and names that start with `_` are skipped. A project without one has no manifests.
   *
   * Default: `null`.
   * Example: `"./modules/kubenix"`.
   * Declared in nix/project/options.nix:11.
   */
  root?: string | null | undefined;
  settings?: ProjectSettingsInput | undefined;
  /**
   * Further arguments of every module, for `imports` too. They win over the built-in ones.
   *
   * Default: `{}`.
   * Example: `{"homelab":"import ./config"}`.
   * Declared in nix/project/options.nix:24.
   */
  specialArgs?: { [key: string]: unknown } | undefined;
}

export interface ProjectCodegenItem {
  /**
   * What is written: a TypeScript module, or JSON Schemas (the one of what people write in a second file, `-input` before the ending).
   *
   * Default: `"typescript"`.
   * Declared in nix/project/options.nix:59.
   */
  format: 'typescript' | 'json-schema';
  /**
   * The options: an option tree, a module or a list of them, an evaluated configuration, or the path of a file that holds one of these.
   *
   * Example: `"./config/options.nix"`.
   * Declared in nix/project/options.nix:49.
   */
  options?: unknown;
  /**
   * The file to write, relative to the project's root.
   *
   * Example: `"generated/homelab.ts"`.
   * Declared in nix/project/options.nix:54.
   */
  out: string;
}

export interface ProjectCodegenItemInput {
  /**
   * What is written: a TypeScript module, or JSON Schemas (the one of what people write in a second file, `-input` before the ending).
   *
   * Default: `"typescript"`.
   * Declared in nix/project/options.nix:59.
   */
  format?: 'typescript' | 'json-schema' | undefined;
  /**
   * The options: an option tree, a module or a list of them, an evaluated configuration, or the path of a file that holds one of these.
   *
   * Example: `"./config/options.nix"`.
   * Declared in nix/project/options.nix:49.
   */
  options: unknown;
  /**
   * The file to write, relative to the project's root.
   *
   * Example: `"generated/homelab.ts"`.
   * Declared in nix/project/options.nix:54.
   */
  out: string;
}

export interface ProjectSettings {
  /**
   * File with age identities, tried after the places where SOPS looks.
   *
   * Default: `null`.
   * Declared in nix/project/settings.nix:58.
   */
  ageKeyFile: string | null;
  /**
   * Folders with custom resource definitions, or JSON Schemas named `GROUP/KIND_VERSION.json`, for validation only: of the project, or of a package (an absolute path) that is there already.
   *
   * Default: `["crds"]`.
   * Declared in nix/project/settings.nix:45.
   */
  crds: string[];
  /**
   * Whether secrets may be encrypted for publicly known recipients. Only for demonstrations.
   *
   * Default: `false`.
   * Declared in nix/project/settings.nix:59.
   */
  demo: boolean;
  /**
   * Objects that exist in the cluster without being in the tree, by resource, as `namespace/name` patterns.
   *
   * Default: `{}`.
   * Example: `{"secrets":["*\/wildcard-tls"]}`.
   * Declared in nix/project/settings.nix:52.
   */
  external: { [key: string]: string[] };
  helpers: ProjectSettingsHelpers;
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
  references: ProjectSettingsReferences;
  /**
   * Severity of validation rules by code.
   *
   * Default: `{}`.
   * Example: `{"image/digest":"error"}`.
   * Declared in nix/project/settings.nix:46.
   */
  rules: { [key: string]: 'off' | 'info' | 'warning' | 'error' };
  /**
   * Secret stores, as glob patterns.
   *
   * Default: `["secrets/*.enc.yaml"]`.
   * Declared in nix/project/settings.nix:38.
   */
  stores: string[];
  /**
   * Who else reads a store, or a key of it and what is below: `FILE` or `FILE#KEY`, patterns both, to a name that people know. Such keys are never told as unused, and `gantry secrets rm` asks for `--force`.
   *
   * Default: `{}`.
   * Example: `{"secrets/hosts.enc.yaml":"NixOS hosts","secrets/k8s-secrets.enc.yaml#wifi":"the router's script"}`.
   * Declared in nix/project/settings.nix:39.
   */
  usedElsewhere: { [key: string]: string };
}

export interface ProjectSettingsInput {
  /**
   * File with age identities, tried after the places where SOPS looks.
   *
   * Default: `null`.
   * Declared in nix/project/settings.nix:58.
   */
  ageKeyFile?: string | null | undefined;
  /**
   * Folders with custom resource definitions, or JSON Schemas named `GROUP/KIND_VERSION.json`, for validation only: of the project, or of a package (an absolute path) that is there already.
   *
   * Default: `["crds"]`.
   * Declared in nix/project/settings.nix:45.
   */
  crds?: string[] | undefined;
  /**
   * Whether secrets may be encrypted for publicly known recipients. Only for demonstrations.
   *
   * Default: `false`.
   * Declared in nix/project/settings.nix:59.
   */
  demo?: boolean | undefined;
  /**
   * Objects that exist in the cluster without being in the tree, by resource, as `namespace/name` patterns.
   *
   * Default: `{}`.
   * Example: `{"secrets":["*\/wildcard-tls"]}`.
   * Declared in nix/project/settings.nix:52.
   */
  external?: { [key: string]: string[] } | undefined;
  helpers?: ProjectSettingsHelpersInput | undefined;
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
  references?: ProjectSettingsReferencesInput | undefined;
  /**
   * Severity of validation rules by code.
   *
   * Default: `{}`.
   * Example: `{"image/digest":"error"}`.
   * Declared in nix/project/settings.nix:46.
   */
  rules?: { [key: string]: 'off' | 'info' | 'warning' | 'error' } | undefined;
  /**
   * Secret stores, as glob patterns.
   *
   * Default: `["secrets/*.enc.yaml"]`.
   * Declared in nix/project/settings.nix:38.
   */
  stores?: string[] | undefined;
  /**
   * Who else reads a store, or a key of it and what is below: `FILE` or `FILE#KEY`, patterns both, to a name that people know. Such keys are never told as unused, and `gantry secrets rm` asks for `--force`.
   *
   * Default: `{}`.
   * Example: `{"secrets/hosts.enc.yaml":"NixOS hosts","secrets/k8s-secrets.enc.yaml#wifi":"the router's script"}`.
   * Declared in nix/project/settings.nix:39.
   */
  usedElsewhere?: { [key: string]: string } | undefined;
}

export interface ProjectSettingsHelpers {
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
  loadBalancer: ProjectSettingsHelpersLoadBalancer;
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

export interface ProjectSettingsHelpersInput {
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
  loadBalancer?: ProjectSettingsHelpersLoadBalancerInput | undefined;
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

export interface ProjectSettingsHelpersLoadBalancer {
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

export interface ProjectSettingsHelpersLoadBalancerInput {
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

export interface ProjectSettingsReferences {
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

export interface ProjectSettingsReferencesInput {
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

export const projectCodegenItemSchema: z.ZodType<ProjectCodegenItem> = typed<ProjectCodegenItem>(zod().strictObject({
  format: zod().literal(['typescript', 'json-schema']),
  options: zod().unknown().optional(),
  out: zod().string(),
}), {
  'nix/project/options.nix': { format: 59, options: 49, out: 54 },
});

export const projectCodegenItemInputSchema: z.ZodType<ProjectCodegenItemInput> = typed<ProjectCodegenItemInput>(zod().strictObject({
  format: zod().literal(['typescript', 'json-schema']).optional(),
  options: zod().unknown(),
  out: zod().string(),
}));

export const projectSettingsHelpersLoadBalancerSchema: z.ZodType<ProjectSettingsHelpersLoadBalancer> = typed<ProjectSettingsHelpersLoadBalancer>(zod().strictObject({
  addresses: zod().record(zod().string(), zod().string()),
  sharingKey: zod().string().nullable(),
}), {
  'nix/project/settings.nix': { addresses: 23, sharingKey: 29 },
});

export const projectSettingsHelpersLoadBalancerInputSchema: z.ZodType<ProjectSettingsHelpersLoadBalancerInput> = typed<ProjectSettingsHelpersLoadBalancerInput>(zod().strictObject({
  addresses: zod().record(zod().string(), zod().string()).optional(),
  sharingKey: zod().string().nullable().optional(),
}));

export const projectSettingsHelpersSchema: z.ZodType<ProjectSettingsHelpers> = typed<ProjectSettingsHelpers>(zod().strictObject({
  clusterDomain: zod().string(),
  domain: zod().string().nullable(),
  ingressClass: zod().string().nullable(),
  loadBalancer: projectSettingsHelpersLoadBalancerSchema,
  secretStore: zod().string(),
  storageClass: zod().string().nullable(),
  tlsSecret: zod().string().nullable(),
}), {
  'nix/project/settings.nix': { clusterDomain: 18, domain: 17, ingressClass: 20, secretStore: 16, storageClass: 19, tlsSecret: 21 },
});

export const projectSettingsHelpersInputSchema: z.ZodType<ProjectSettingsHelpersInput> = typed<ProjectSettingsHelpersInput>(zod().strictObject({
  clusterDomain: zod().string().optional(),
  domain: zod().string().nullable().optional(),
  ingressClass: zod().string().nullable().optional(),
  loadBalancer: projectSettingsHelpersLoadBalancerInputSchema.optional(),
  secretStore: zod().string().optional(),
  storageClass: zod().string().nullable().optional(),
  tlsSecret: zod().string().nullable().optional(),
}));

export const projectSettingsReferencesSchema: z.ZodType<ProjectSettingsReferences> = typed<ProjectSettingsReferences>(zod().strictObject({
  roots: zod().array(zod().string()),
  schemes: zod().array(zod().string()),
}), {
  'nix/project/settings.nix': { roots: 12, schemes: 11 },
});

export const projectSettingsReferencesInputSchema: z.ZodType<ProjectSettingsReferencesInput> = typed<ProjectSettingsReferencesInput>(zod().strictObject({
  roots: zod().array(zod().string()).optional(),
  schemes: zod().array(zod().string()).optional(),
}));

export const projectSettingsSchema: z.ZodType<ProjectSettings> = typed<ProjectSettings>(zod().strictObject({
  ageKeyFile: zod().string().nullable(),
  crds: zod().array(zod().string()),
  demo: zod().boolean(),
  external: zod().record(zod().string(), zod().array(zod().string())),
  helpers: projectSettingsHelpersSchema,
  lockFile: zod().string(),
  manifestsDir: zod().string(),
  references: projectSettingsReferencesSchema,
  rules: zod().record(zod().string(), zod().literal(['off', 'info', 'warning', 'error'])),
  stores: zod().array(zod().string()),
  usedElsewhere: zod().record(zod().string(), zod().string()),
}), {
  'nix/project/settings.nix': { ageKeyFile: 58, crds: 45, demo: 59, external: 52, lockFile: 37, manifestsDir: 36, rules: 46, stores: 38, usedElsewhere: 39 },
});

export const projectSettingsInputSchema: z.ZodType<ProjectSettingsInput> = typed<ProjectSettingsInput>(zod().strictObject({
  ageKeyFile: zod().string().nullable().optional(),
  crds: zod().array(zod().string()).optional(),
  demo: zod().boolean().optional(),
  external: zod().record(zod().string(), zod().array(zod().string())).optional(),
  helpers: projectSettingsHelpersInputSchema.optional(),
  lockFile: zod().string().optional(),
  manifestsDir: zod().string().optional(),
  references: projectSettingsReferencesInputSchema.optional(),
  rules: zod().record(zod().string(), zod().literal(['off', 'info', 'warning', 'error'])).optional(),
  stores: zod().array(zod().string()).optional(),
  usedElsewhere: zod().record(zod().string(), zod().string()).optional(),
}));

export const projectSchema: z.ZodType<Project> = typed<Project>(zod().strictObject({
  baseModules: zod().array(zod().unknown()).nullable(),
  codegen: zod().record(zod().string(), projectCodegenItemSchema),
  kubernetesVersion: zod().literal(['1.19', '1.20', '1.21', '1.22', '1.23', '1.24', '1.25', '1.26', '1.27', '1.28', '1.29', '1.30', '1.31', '1.32', '1.33', '1.34', '1.35', '1.36']),
  project: zod().string(),
  root: zod().string().regex(/^\//u).nullable(),
  settings: projectSettingsSchema,
  specialArgs: zod().record(zod().string(), zod().unknown()),
}), {
  'nix/project/options.nix': { baseModules: 18, codegen: 44, kubernetesVersion: 38, project: 31, root: 11, specialArgs: 24 },
});

export const projectInputSchema: z.ZodType<ProjectInput> = typed<ProjectInput>(zod().strictObject({
  baseModules: zod().array(zod().unknown()).nullable().optional(),
  codegen: zod().record(zod().string(), projectCodegenItemInputSchema).optional(),
  kubernetesVersion: zod().literal(['1.19', '1.20', '1.21', '1.22', '1.23', '1.24', '1.25', '1.26', '1.27', '1.28', '1.29', '1.30', '1.31', '1.32', '1.33', '1.34', '1.35', '1.36']).optional(),
  project: zod().string().optional(),
  root: zod().string().regex(/^\//u).nullable().optional(),
  settings: projectSettingsInputSchema.optional(),
  specialArgs: zod().record(zod().string(), zod().unknown()).optional(),
}));
