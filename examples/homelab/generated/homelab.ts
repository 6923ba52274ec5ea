// Made by `gantry codegen homelab` from Nix option declarations; edit those, not this file.
// IR: gantry-ir/1 sha256:fad79dc43283dd3c73ffd8c6d3683385e2125f4084ae7ff4745e7beb469621ba

import { z } from 'zod';

export interface Homelab {
  /**
   * Services that are open to the house are `<name>.<domain>`.
   *
   * Example: `"home.example"`.
   * Declared in config/options.nix:13.
   */
  domain: string;
  kubernetes: HomelabKubernetes;
}

export interface HomelabInput {
  /**
   * Services that are open to the house are `<name>.<domain>`.
   *
   * Example: `"home.example"`.
   * Declared in config/options.nix:13.
   */
  domain: string;
  kubernetes: HomelabKubernetesInput;
}

export interface HomelabKubernetes {
  /**
   * Ingress class of ingresses that name none.
   *
   * Declared in config/options.nix:26.
   */
  ingressClass: string;
  loadBalancer: HomelabKubernetesLoadBalancer;
  /**
   * Namespaces by what they are for.
   *
   * Declared in config/options.nix:20.
   */
  namespaces: { [key: string]: string };
  /**
   * Storage class of volumes that name none.
   *
   * Declared in config/options.nix:25.
   */
  storageClass: string;
  /**
   * A wildcard certificate, copied into every namespace.
   *
   * Declared in config/options.nix:27.
   */
  tlsSecret: string;
}

export interface HomelabKubernetesInput {
  /**
   * Ingress class of ingresses that name none.
   *
   * Declared in config/options.nix:26.
   */
  ingressClass: string;
  loadBalancer: HomelabKubernetesLoadBalancerInput;
  /**
   * Namespaces by what they are for.
   *
   * Declared in config/options.nix:20.
   */
  namespaces?: { [key: string]: string } | undefined;
  /**
   * Storage class of volumes that name none.
   *
   * Declared in config/options.nix:25.
   */
  storageClass: string;
  /**
   * A wildcard certificate, copied into every namespace.
   *
   * Declared in config/options.nix:27.
   */
  tlsSecret: string;
}

export interface HomelabKubernetesLoadBalancer {
  /**
   * Fixed addresses by service.
   *
   * Default: `{}`.
   * Example: `{"ingress":"10.10.0.20"}`.
   * Declared in config/options.nix:45.
   */
  addresses: { [key: string]: string };
  range: HomelabKubernetesLoadBalancerRange;
  /**
   * Services under one key may share an address, as long as their ports differ.
   *
   * Default: `"homelab"`.
   * Declared in config/options.nix:40.
   */
  sharingKey: string;
}

export interface HomelabKubernetesLoadBalancerInput {
  /**
   * Fixed addresses by service.
   *
   * Default: `{}`.
   * Example: `{"ingress":"10.10.0.20"}`.
   * Declared in config/options.nix:45.
   */
  addresses?: { [key: string]: string } | undefined;
  range: HomelabKubernetesLoadBalancerRangeInput;
  /**
   * Services under one key may share an address, as long as their ports differ.
   *
   * Default: `"homelab"`.
   * Declared in config/options.nix:40.
   */
  sharingKey?: string | undefined;
}

export interface HomelabKubernetesLoadBalancerRange {
  /**
   * First address that Cilium may give to Services.
   *
   * Declared in config/options.nix:31.
   */
  start: string;
  /**
   * Last address that Cilium may give to Services.
   *
   * Declared in config/options.nix:35.
   */
  stop: string;
}

export interface HomelabKubernetesLoadBalancerRangeInput {
  /**
   * First address that Cilium may give to Services.
   *
   * Declared in config/options.nix:31.
   */
  start: string;
  /**
   * Last address that Cilium may give to Services.
   *
   * Declared in config/options.nix:35.
   */
  stop: string;
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

export const homelabKubernetesLoadBalancerRangeSchema: z.ZodType<HomelabKubernetesLoadBalancerRange> = typed<HomelabKubernetesLoadBalancerRange>(schemas.strictObject({
  start: schemas.string().regex(/^(?:[0-9]+[.][0-9]+[.][0-9]+[.][0-9]+)$/u),
  stop: schemas.string().regex(/^(?:[0-9]+[.][0-9]+[.][0-9]+[.][0-9]+)$/u),
}), {
  'config/options.nix': { start: 31, stop: 35 },
});

export const homelabKubernetesLoadBalancerRangeInputSchema: z.ZodType<HomelabKubernetesLoadBalancerRangeInput> = typed<HomelabKubernetesLoadBalancerRangeInput>(schemas.strictObject({
  start: schemas.string().regex(/^(?:[0-9]+[.][0-9]+[.][0-9]+[.][0-9]+)$/u),
  stop: schemas.string().regex(/^(?:[0-9]+[.][0-9]+[.][0-9]+[.][0-9]+)$/u),
}));

export const homelabKubernetesLoadBalancerSchema: z.ZodType<HomelabKubernetesLoadBalancer> = typed<HomelabKubernetesLoadBalancer>(schemas.strictObject({
  addresses: schemas.record(schemas.string(), schemas.string().regex(/^(?:[0-9]+[.][0-9]+[.][0-9]+[.][0-9]+)$/u)),
  range: homelabKubernetesLoadBalancerRangeSchema,
  sharingKey: schemas.string(),
}), {
  'config/options.nix': { addresses: 45, sharingKey: 40 },
});

export const homelabKubernetesLoadBalancerInputSchema: z.ZodType<HomelabKubernetesLoadBalancerInput> = typed<HomelabKubernetesLoadBalancerInput>(schemas.strictObject({
  addresses: schemas.record(schemas.string(), schemas.string().regex(/^(?:[0-9]+[.][0-9]+[.][0-9]+[.][0-9]+)$/u)).optional(),
  range: homelabKubernetesLoadBalancerRangeInputSchema,
  sharingKey: schemas.string().optional(),
}));

export const homelabKubernetesSchema: z.ZodType<HomelabKubernetes> = typed<HomelabKubernetes>(schemas.strictObject({
  ingressClass: schemas.string(),
  loadBalancer: homelabKubernetesLoadBalancerSchema,
  namespaces: schemas.record(schemas.string(), schemas.string()),
  storageClass: schemas.string(),
  tlsSecret: schemas.string().regex(/^(?:[a-z0-9]([-a-z0-9]*[a-z0-9])?)$/u),
}), {
  'config/options.nix': { ingressClass: 26, namespaces: 20, storageClass: 25, tlsSecret: 27 },
});

export const homelabKubernetesInputSchema: z.ZodType<HomelabKubernetesInput> = typed<HomelabKubernetesInput>(schemas.strictObject({
  ingressClass: schemas.string(),
  loadBalancer: homelabKubernetesLoadBalancerInputSchema,
  namespaces: schemas.record(schemas.string(), schemas.string()).optional(),
  storageClass: schemas.string(),
  tlsSecret: schemas.string().regex(/^(?:[a-z0-9]([-a-z0-9]*[a-z0-9])?)$/u),
}));

export const homelabSchema: z.ZodType<Homelab> = typed<Homelab>(schemas.strictObject({
  domain: schemas.string(),
  kubernetes: homelabKubernetesSchema,
}), {
  'config/options.nix': { domain: 13 },
});

export const homelabInputSchema: z.ZodType<HomelabInput> = typed<HomelabInput>(schemas.strictObject({
  domain: schemas.string(),
  kubernetes: homelabKubernetesInputSchema,
}));
