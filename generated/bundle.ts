// Made by `npm run generate` from Nix option declarations; edit those, not this file.
// IR: gantry-ir/1 sha256:7672f0f4917859a8f8f712ab2e171a6efde2229cd4fe491fa8500781c3265749
/* eslint-disable */

import * as z from 'zod';

export interface Bundle {
  /**
   * Version of this contract.
   *
   * Declared in nix/bridge/contract.nix:100.
   */
  contract: 'gantry/v1';
  /**
   * Kubernetes version that the objects are written for.
   *
   * Example: `"1.33"`.
   * Declared in nix/bridge/contract.nix:108.
   */
  kubernetesVersion: string;
  /**
   * The evaluated modules, by path of their file relative to the root of the modules.
   *
   * Declared in nix/bridge/contract.nix:113.
   */
  modules: { [key: string]: BundleModule };
  /**
   * Name of the project (`kubenix.project`).
   *
   * Declared in nix/bridge/contract.nix:104.
   */
  project: string | null;
}

export interface BundleInput {
  /**
   * Version of this contract.
   *
   * Declared in nix/bridge/contract.nix:100.
   */
  contract: 'gantry/v1';
  /**
   * Kubernetes version that the objects are written for.
   *
   * Example: `"1.33"`.
   * Declared in nix/bridge/contract.nix:108.
   */
  kubernetesVersion: string;
  /**
   * The evaluated modules, by path of their file relative to the root of the modules.
   *
   * Declared in nix/bridge/contract.nix:113.
   */
  modules?: { [key: string]: BundleModuleInput } | undefined;
  /**
   * Name of the project (`kubenix.project`).
   *
   * Declared in nix/bridge/contract.nix:104.
   */
  project?: string | null | undefined;
}

export interface BundleModule {
  /**
   * Whether the manifest file is encrypted with SOPS.
   *
   * Declared in nix/bridge/contract.nix:13.
   */
  encrypt: boolean;
  /**
   * Charts that must be rendered before the objects are complete.
   *
   * Declared in nix/bridge/contract.nix:33.
   */
  helm: unknown[];
  /**
   * Files that `kubernetes.imports` names; their objects join those of the module.
   *
   * Declared in nix/bridge/contract.nix:37.
   */
  imports: BundleModuleImport[];
  /**
   * The objects, final and in the order of the file; of a module with `imports` still without the label `kubenix/hash`. Opaque to this contract.
   *
   * Declared in nix/bridge/contract.nix:21.
   */
  objects: unknown[];
  /**
   * Manifest file of the module, relative to the manifests folder.
   *
   * Example: `"apps/openclaw.enc.yaml"`.
   * Declared in nix/bridge/contract.nix:8.
   */
  output: string;
  /**
   * Whether `ref+…` texts in the objects are placeholders (option `manifest.placeholders`).
   *
   * Declared in nix/bridge/contract.nix:17.
   */
  placeholders: boolean;
  /**
   * Submodule instances of the module, by instance name.
   *
   * Declared in nix/bridge/contract.nix:25.
   */
  releases: { [key: string]: BundleModuleRelease };
  /**
   * Workloads that get a checksum of Secrets once those are sealed (option `manifest.rolls`).
   *
   * Declared in nix/bridge/contract.nix:29.
   */
  rolls: BundleModuleRoll[];
  /**
   * Warnings of the evaluation.
   *
   * Declared in nix/bridge/contract.nix:41.
   */
  warnings: string[];
}

export interface BundleModuleInput {
  /**
   * Whether the manifest file is encrypted with SOPS.
   *
   * Declared in nix/bridge/contract.nix:13.
   */
  encrypt: boolean;
  /**
   * Charts that must be rendered before the objects are complete.
   *
   * Declared in nix/bridge/contract.nix:33.
   */
  helm?: unknown[] | undefined;
  /**
   * Files that `kubernetes.imports` names; their objects join those of the module.
   *
   * Declared in nix/bridge/contract.nix:37.
   */
  imports?: BundleModuleImportInput[] | undefined;
  /**
   * The objects, final and in the order of the file; of a module with `imports` still without the label `kubenix/hash`. Opaque to this contract.
   *
   * Declared in nix/bridge/contract.nix:21.
   */
  objects?: unknown[] | undefined;
  /**
   * Manifest file of the module, relative to the manifests folder.
   *
   * Example: `"apps/openclaw.enc.yaml"`.
   * Declared in nix/bridge/contract.nix:8.
   */
  output: string;
  /**
   * Whether `ref+…` texts in the objects are placeholders (option `manifest.placeholders`).
   *
   * Declared in nix/bridge/contract.nix:17.
   */
  placeholders: boolean;
  /**
   * Submodule instances of the module, by instance name.
   *
   * Declared in nix/bridge/contract.nix:25.
   */
  releases?: { [key: string]: BundleModuleReleaseInput } | undefined;
  /**
   * Workloads that get a checksum of Secrets once those are sealed (option `manifest.rolls`).
   *
   * Declared in nix/bridge/contract.nix:29.
   */
  rolls?: BundleModuleRollInput[] | undefined;
  /**
   * Warnings of the evaluation.
   *
   * Declared in nix/bridge/contract.nix:41.
   */
  warnings?: string[] | undefined;
}

export interface BundleModuleImport {
  /**
   * Path of the file: absolute, in the project or in the Nix store.
   *
   * Declared in nix/bridge/contract.nix:48.
   */
  file: string;
  /**
   * Kinds that stand first in the manifest file, in this order.
   *
   * Declared in nix/bridge/contract.nix:56.
   */
  first: string[];
  /**
   * Whether every object of the manifest file gets the label `kubenix/hash`.
   *
   * Declared in nix/bridge/contract.nix:60.
   */
  hash: boolean;
  /**
   * Metadata that every object of the file gets, unless it has its own.
   *
   * Declared in nix/bridge/contract.nix:52.
   */
  metadata?: unknown;
}

export interface BundleModuleImportInput {
  /**
   * Path of the file: absolute, in the project or in the Nix store.
   *
   * Declared in nix/bridge/contract.nix:48.
   */
  file: string;
  /**
   * Kinds that stand first in the manifest file, in this order.
   *
   * Declared in nix/bridge/contract.nix:56.
   */
  first?: string[] | undefined;
  /**
   * Whether every object of the manifest file gets the label `kubenix/hash`.
   *
   * Declared in nix/bridge/contract.nix:60.
   */
  hash: boolean;
  /**
   * Metadata that every object of the file gets, unless it has its own.
   *
   * Declared in nix/bridge/contract.nix:52.
   */
  metadata: unknown;
}

export interface BundleModuleRelease {
  /**
   * The arguments of the instance, or null where they do not cross as JSON.
   *
   * Default: `null`.
   * Declared in nix/bridge/contract.nix:92.
   */
  args?: unknown;
  /**
   * Name of the submodule that was instantiated.
   *
   * Example: `"release"`.
   * Declared in nix/bridge/contract.nix:87.
   */
  submodule: string;
}

export interface BundleModuleReleaseInput {
  /**
   * The arguments of the instance, or null where they do not cross as JSON.
   *
   * Default: `null`.
   * Declared in nix/bridge/contract.nix:92.
   */
  args?: unknown;
  /**
   * Name of the submodule that was instantiated.
   *
   * Example: `"release"`.
   * Declared in nix/bridge/contract.nix:87.
   */
  submodule: string;
}

export interface BundleModuleRoll {
  /**
   * Kind of the workload.
   *
   * Example: `"Deployment"`.
   * Declared in nix/bridge/contract.nix:67.
   */
  kind: string;
  /**
   * Name of the workload.
   *
   * Declared in nix/bridge/contract.nix:76.
   */
  name: string;
  /**
   * Namespace of the workload and of the Secrets.
   *
   * Declared in nix/bridge/contract.nix:72.
   */
  namespace: string | null;
  /**
   * Names of the Secrets.
   *
   * Declared in nix/bridge/contract.nix:80.
   */
  secrets: string[];
}

export interface BundleModuleRollInput {
  /**
   * Kind of the workload.
   *
   * Example: `"Deployment"`.
   * Declared in nix/bridge/contract.nix:67.
   */
  kind: string;
  /**
   * Name of the workload.
   *
   * Declared in nix/bridge/contract.nix:76.
   */
  name: string;
  /**
   * Namespace of the workload and of the Secrets.
   *
   * Declared in nix/bridge/contract.nix:72.
   */
  namespace?: string | null | undefined;
  /**
   * Names of the Secrets.
   *
   * Declared in nix/bridge/contract.nix:80.
   */
  secrets?: string[] | undefined;
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

export const bundleModuleImportSchema: z.ZodType<BundleModuleImport> = typed<BundleModuleImport>(zod().strictObject({
  file: zod().string(),
  first: zod().array(zod().string()),
  hash: zod().boolean(),
  metadata: zod().unknown().optional(),
}), {
  'nix/bridge/contract.nix': { file: 48, first: 56, hash: 60, metadata: 52 },
});

export const bundleModuleImportInputSchema: z.ZodType<BundleModuleImportInput> = typed<BundleModuleImportInput>(zod().strictObject({
  file: zod().string(),
  first: zod().array(zod().string()).optional(),
  hash: zod().boolean(),
  metadata: zod().unknown(),
}));

export const bundleModuleReleaseSchema: z.ZodType<BundleModuleRelease> = typed<BundleModuleRelease>(zod().strictObject({
  args: zod().unknown().optional(),
  submodule: zod().string(),
}), {
  'nix/bridge/contract.nix': { args: 92, submodule: 87 },
});

export const bundleModuleReleaseInputSchema: z.ZodType<BundleModuleReleaseInput> = typed<BundleModuleReleaseInput>(zod().strictObject({
  args: zod().unknown().optional(),
  submodule: zod().string(),
}));

export const bundleModuleRollSchema: z.ZodType<BundleModuleRoll> = typed<BundleModuleRoll>(zod().strictObject({
  kind: zod().string(),
  name: zod().string(),
  namespace: zod().string().nullable(),
  secrets: zod().array(zod().string()),
}), {
  'nix/bridge/contract.nix': { kind: 67, name: 76, namespace: 72, secrets: 80 },
});

export const bundleModuleRollInputSchema: z.ZodType<BundleModuleRollInput> = typed<BundleModuleRollInput>(zod().strictObject({
  kind: zod().string(),
  name: zod().string(),
  namespace: zod().string().nullable().optional(),
  secrets: zod().array(zod().string()).optional(),
}));

export const bundleModuleSchema: z.ZodType<BundleModule> = typed<BundleModule>(zod().strictObject({
  encrypt: zod().boolean(),
  helm: zod().array(zod().unknown()),
  imports: zod().array(bundleModuleImportSchema),
  objects: zod().array(zod().unknown()),
  output: zod().string().regex(/[^ \t\n]/u),
  placeholders: zod().boolean(),
  releases: zod().record(zod().string(), bundleModuleReleaseSchema),
  rolls: zod().array(bundleModuleRollSchema),
  warnings: zod().array(zod().string()),
}), {
  'nix/bridge/contract.nix': { encrypt: 13, helm: 33, imports: 37, objects: 21, output: 8, placeholders: 17, releases: 25, rolls: 29, warnings: 41 },
});

export const bundleModuleInputSchema: z.ZodType<BundleModuleInput> = typed<BundleModuleInput>(zod().strictObject({
  encrypt: zod().boolean(),
  helm: zod().array(zod().unknown()).optional(),
  imports: zod().array(bundleModuleImportInputSchema).optional(),
  objects: zod().array(zod().unknown()).optional(),
  output: zod().string().regex(/[^ \t\n]/u),
  placeholders: zod().boolean(),
  releases: zod().record(zod().string(), bundleModuleReleaseInputSchema).optional(),
  rolls: zod().array(bundleModuleRollInputSchema).optional(),
  warnings: zod().array(zod().string()).optional(),
}));

export const bundleSchema: z.ZodType<Bundle> = typed<Bundle>(zod().strictObject({
  contract: zod().literal(['gantry/v1']),
  kubernetesVersion: zod().string().regex(/^(?:[0-9]+[.][0-9]+([.][0-9]+)?)$/u),
  modules: zod().record(zod().string(), bundleModuleSchema),
  project: zod().string().nullable(),
}), {
  'nix/bridge/contract.nix': { contract: 100, kubernetesVersion: 108, modules: 113, project: 104 },
});

export const bundleInputSchema: z.ZodType<BundleInput> = typed<BundleInput>(zod().strictObject({
  contract: zod().literal(['gantry/v1']),
  kubernetesVersion: zod().string().regex(/^(?:[0-9]+[.][0-9]+([.][0-9]+)?)$/u),
  modules: zod().record(zod().string(), bundleModuleInputSchema).optional(),
  project: zod().string().nullable().optional(),
}));
