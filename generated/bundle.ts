// Made by `npm run generate` from Nix option declarations; edit those, not this file.
// IR: gantry-ir/1 sha256:f825b8e2831e5a45089f3b69f9d7e4d67e4cb233f1bd03cff9a02dd7708834ca

import { z } from 'zod';

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

export const bundleModuleRollSchema: z.ZodType<BundleModuleRoll> = typed<BundleModuleRoll>(schemas.strictObject({
  kind: schemas.string(),
  name: schemas.string(),
  namespace: schemas.string().nullable(),
  secrets: schemas.array(schemas.string()),
}), {
  'nix/bridge/contract.nix': { kind: 67, name: 76, namespace: 72, secrets: 80 },
});

export const bundleModuleRollInputSchema: z.ZodType<BundleModuleRollInput> = typed<BundleModuleRollInput>(schemas.strictObject({
  kind: schemas.string(),
  name: schemas.string(),
  namespace: schemas.string().nullable().optional(),
  secrets: schemas.array(schemas.string()).optional(),
}));

export const bundleModuleReleaseSchema: z.ZodType<BundleModuleRelease> = typed<BundleModuleRelease>(schemas.strictObject({
  args: schemas.unknown().optional(),
  submodule: schemas.string(),
}), {
  'nix/bridge/contract.nix': { args: 92, submodule: 87 },
});

export const bundleModuleReleaseInputSchema: z.ZodType<BundleModuleReleaseInput> = typed<BundleModuleReleaseInput>(schemas.strictObject({
  args: schemas.unknown().optional(),
  submodule: schemas.string(),
}));

export const bundleModuleImportSchema: z.ZodType<BundleModuleImport> = typed<BundleModuleImport>(schemas.strictObject({
  file: schemas.string(),
  first: schemas.array(schemas.string()),
  hash: schemas.boolean(),
  metadata: schemas.unknown().optional(),
}), {
  'nix/bridge/contract.nix': { file: 48, first: 56, hash: 60, metadata: 52 },
});

export const bundleModuleImportInputSchema: z.ZodType<BundleModuleImportInput> = typed<BundleModuleImportInput>(schemas.strictObject({
  file: schemas.string(),
  first: schemas.array(schemas.string()).optional(),
  hash: schemas.boolean(),
  metadata: schemas.unknown(),
}));

export const bundleModuleSchema: z.ZodType<BundleModule> = typed<BundleModule>(schemas.strictObject({
  encrypt: schemas.boolean(),
  helm: schemas.array(schemas.unknown()),
  imports: schemas.array(bundleModuleImportSchema),
  objects: schemas.array(schemas.unknown()),
  output: schemas.string().regex(/[^ \t\n]/u),
  placeholders: schemas.boolean(),
  releases: schemas.record(schemas.string(), bundleModuleReleaseSchema),
  rolls: schemas.array(bundleModuleRollSchema),
  warnings: schemas.array(schemas.string()),
}), {
  'nix/bridge/contract.nix': { encrypt: 13, helm: 33, imports: 37, objects: 21, output: 8, placeholders: 17, releases: 25, rolls: 29, warnings: 41 },
});

export const bundleModuleInputSchema: z.ZodType<BundleModuleInput> = typed<BundleModuleInput>(schemas.strictObject({
  encrypt: schemas.boolean(),
  helm: schemas.array(schemas.unknown()).optional(),
  imports: schemas.array(bundleModuleImportInputSchema).optional(),
  objects: schemas.array(schemas.unknown()).optional(),
  output: schemas.string().regex(/[^ \t\n]/u),
  placeholders: schemas.boolean(),
  releases: schemas.record(schemas.string(), bundleModuleReleaseInputSchema).optional(),
  rolls: schemas.array(bundleModuleRollInputSchema).optional(),
  warnings: schemas.array(schemas.string()).optional(),
}));

export const bundleSchema: z.ZodType<Bundle> = typed<Bundle>(schemas.strictObject({
  contract: schemas.literal(['gantry/v1']),
  kubernetesVersion: schemas.string().regex(/^(?:[0-9]+[.][0-9]+([.][0-9]+)?)$/u),
  modules: schemas.record(schemas.string(), bundleModuleSchema),
  project: schemas.string().nullable(),
}), {
  'nix/bridge/contract.nix': { contract: 100, kubernetesVersion: 108, modules: 113, project: 104 },
});

export const bundleInputSchema: z.ZodType<BundleInput> = typed<BundleInput>(schemas.strictObject({
  contract: schemas.literal(['gantry/v1']),
  kubernetesVersion: schemas.string().regex(/^(?:[0-9]+[.][0-9]+([.][0-9]+)?)$/u),
  modules: schemas.record(schemas.string(), bundleModuleInputSchema).optional(),
  project: schemas.string().nullable().optional(),
}));
