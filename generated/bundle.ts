// Made by `npm run generate` from Nix option declarations; edit those, not this file.
// IR: gantry-ir/1 sha256:948d0ae0622c96edc6ceec6b918e30e2977f29b2346597ce358774db92548dd8

import { z } from 'zod';

export interface Bundle {
  /**
   * Version of this contract.
   *
   * Declared in nix/bridge/contract.nix:57.
   */
  contract: 'gantry/v1';
  /**
   * Kubernetes version that the objects are written for.
   *
   * Example: `"1.33"`.
   * Declared in nix/bridge/contract.nix:65.
   */
  kubernetesVersion: string;
  /**
   * The evaluated modules, by path of their file relative to the root of the modules.
   *
   * Declared in nix/bridge/contract.nix:70.
   */
  modules: { [key: string]: BundleModule };
  /**
   * Name of the project (`kubenix.project`).
   *
   * Declared in nix/bridge/contract.nix:61.
   */
  project: string | null;
}

export interface BundleInput {
  /**
   * Version of this contract.
   *
   * Declared in nix/bridge/contract.nix:57.
   */
  contract: 'gantry/v1';
  /**
   * Kubernetes version that the objects are written for.
   *
   * Example: `"1.33"`.
   * Declared in nix/bridge/contract.nix:65.
   */
  kubernetesVersion: string;
  /**
   * The evaluated modules, by path of their file relative to the root of the modules.
   *
   * Declared in nix/bridge/contract.nix:70.
   */
  modules?: { [key: string]: BundleModuleInput } | undefined;
  /**
   * Name of the project (`kubenix.project`).
   *
   * Declared in nix/bridge/contract.nix:61.
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
   * Declared in nix/bridge/contract.nix:29.
   */
  helm: unknown[];
  /**
   * Files that `kubernetes.imports` names.
   *
   * Declared in nix/bridge/contract.nix:33.
   */
  imports: string[];
  /**
   * The objects, final and in the order of the file. Opaque to this contract.
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
   * Warnings of the evaluation.
   *
   * Declared in nix/bridge/contract.nix:37.
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
   * Declared in nix/bridge/contract.nix:29.
   */
  helm?: unknown[] | undefined;
  /**
   * Files that `kubernetes.imports` names.
   *
   * Declared in nix/bridge/contract.nix:33.
   */
  imports?: string[] | undefined;
  /**
   * The objects, final and in the order of the file. Opaque to this contract.
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
   * Warnings of the evaluation.
   *
   * Declared in nix/bridge/contract.nix:37.
   */
  warnings?: string[] | undefined;
}

export interface BundleModuleRelease {
  /**
   * The arguments of the instance, or null where they do not cross as JSON.
   *
   * Default: `null`.
   * Declared in nix/bridge/contract.nix:49.
   */
  args?: unknown;
  /**
   * Name of the submodule that was instantiated.
   *
   * Example: `"release"`.
   * Declared in nix/bridge/contract.nix:44.
   */
  submodule: string;
}

export interface BundleModuleReleaseInput {
  /**
   * The arguments of the instance, or null where they do not cross as JSON.
   *
   * Default: `null`.
   * Declared in nix/bridge/contract.nix:49.
   */
  args?: unknown;
  /**
   * Name of the submodule that was instantiated.
   *
   * Example: `"release"`.
   * Declared in nix/bridge/contract.nix:44.
   */
  submodule: string;
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

export const bundleModuleReleaseSchema: z.ZodType<BundleModuleRelease> = typed<BundleModuleRelease>(schemas.strictObject({
  args: schemas.unknown().optional(),
  submodule: schemas.string(),
}), {
  'nix/bridge/contract.nix': { args: 49, submodule: 44 },
});

export const bundleModuleReleaseInputSchema: z.ZodType<BundleModuleReleaseInput> = typed<BundleModuleReleaseInput>(schemas.strictObject({
  args: schemas.unknown().optional(),
  submodule: schemas.string(),
}));

export const bundleModuleSchema: z.ZodType<BundleModule> = typed<BundleModule>(schemas.strictObject({
  encrypt: schemas.boolean(),
  helm: schemas.array(schemas.unknown()),
  imports: schemas.array(schemas.string()),
  objects: schemas.array(schemas.unknown()),
  output: schemas.string().regex(/[^ \t\n]/u),
  placeholders: schemas.boolean(),
  releases: schemas.record(schemas.string(), bundleModuleReleaseSchema),
  warnings: schemas.array(schemas.string()),
}), {
  'nix/bridge/contract.nix': { encrypt: 13, helm: 29, imports: 33, objects: 21, output: 8, placeholders: 17, releases: 25, warnings: 37 },
});

export const bundleModuleInputSchema: z.ZodType<BundleModuleInput> = typed<BundleModuleInput>(schemas.strictObject({
  encrypt: schemas.boolean(),
  helm: schemas.array(schemas.unknown()).optional(),
  imports: schemas.array(schemas.string()).optional(),
  objects: schemas.array(schemas.unknown()).optional(),
  output: schemas.string().regex(/[^ \t\n]/u),
  placeholders: schemas.boolean(),
  releases: schemas.record(schemas.string(), bundleModuleReleaseInputSchema).optional(),
  warnings: schemas.array(schemas.string()).optional(),
}));

export const bundleSchema: z.ZodType<Bundle> = typed<Bundle>(schemas.strictObject({
  contract: schemas.literal(['gantry/v1']),
  kubernetesVersion: schemas.string().regex(/^(?:[0-9]+[.][0-9]+([.][0-9]+)?)$/u),
  modules: schemas.record(schemas.string(), bundleModuleSchema),
  project: schemas.string().nullable(),
}), {
  'nix/bridge/contract.nix': { contract: 57, kubernetesVersion: 65, modules: 70, project: 61 },
});

export const bundleInputSchema: z.ZodType<BundleInput> = typed<BundleInput>(schemas.strictObject({
  contract: schemas.literal(['gantry/v1']),
  kubernetesVersion: schemas.string().regex(/^(?:[0-9]+[.][0-9]+([.][0-9]+)?)$/u),
  modules: schemas.record(schemas.string(), bundleModuleInputSchema).optional(),
  project: schemas.string().nullable().optional(),
}));
