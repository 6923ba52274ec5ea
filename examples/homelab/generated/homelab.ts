// Made by `gantry codegen homelab` from Nix option declarations; edit those, not this file.
// IR: gantry-ir/1 sha256:8dbd6db3d92f6e63df03fb8696d971439dd538bf105315a10c9d5bdcf45a990c
/* eslint-disable */

import * as z from 'zod';

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

export const homelabKubernetesLoadBalancerRangeSchema: z.ZodType<HomelabKubernetesLoadBalancerRange> = typed<HomelabKubernetesLoadBalancerRange>(zod().strictObject({
  start: zod().string().regex(/^(?:[0-9]+[.][0-9]+[.][0-9]+[.][0-9]+)$/u),
  stop: zod().string().regex(/^(?:[0-9]+[.][0-9]+[.][0-9]+[.][0-9]+)$/u),
}), {
  'config/options.nix': { start: 31, stop: 35 },
});

export const homelabKubernetesLoadBalancerRangeInputSchema: z.ZodType<HomelabKubernetesLoadBalancerRangeInput> = typed<HomelabKubernetesLoadBalancerRangeInput>(zod().strictObject({
  start: zod().string().regex(/^(?:[0-9]+[.][0-9]+[.][0-9]+[.][0-9]+)$/u),
  stop: zod().string().regex(/^(?:[0-9]+[.][0-9]+[.][0-9]+[.][0-9]+)$/u),
}));

export const homelabKubernetesLoadBalancerSchema: z.ZodType<HomelabKubernetesLoadBalancer> = typed<HomelabKubernetesLoadBalancer>(zod().strictObject({
  addresses: zod().record(zod().string(), zod().string().regex(/^(?:[0-9]+[.][0-9]+[.][0-9]+[.][0-9]+)$/u)),
  range: homelabKubernetesLoadBalancerRangeSchema,
  sharingKey: zod().string(),
}), {
  'config/options.nix': { addresses: 45, sharingKey: 40 },
});

export const homelabKubernetesLoadBalancerInputSchema: z.ZodType<HomelabKubernetesLoadBalancerInput> = typed<HomelabKubernetesLoadBalancerInput>(zod().strictObject({
  addresses: zod().record(zod().string(), zod().string().regex(/^(?:[0-9]+[.][0-9]+[.][0-9]+[.][0-9]+)$/u)).optional(),
  range: homelabKubernetesLoadBalancerRangeInputSchema,
  sharingKey: zod().string().optional(),
}));

export const homelabKubernetesSchema: z.ZodType<HomelabKubernetes> = typed<HomelabKubernetes>(zod().strictObject({
  ingressClass: zod().string(),
  loadBalancer: homelabKubernetesLoadBalancerSchema,
  namespaces: zod().record(zod().string(), zod().string()),
  storageClass: zod().string(),
  tlsSecret: zod().string().regex(/^(?:[a-z0-9]([-a-z0-9]*[a-z0-9])?)$/u),
}), {
  'config/options.nix': { ingressClass: 26, namespaces: 20, storageClass: 25, tlsSecret: 27 },
});

export const homelabKubernetesInputSchema: z.ZodType<HomelabKubernetesInput> = typed<HomelabKubernetesInput>(zod().strictObject({
  ingressClass: zod().string(),
  loadBalancer: homelabKubernetesLoadBalancerInputSchema,
  namespaces: zod().record(zod().string(), zod().string()).optional(),
  storageClass: zod().string(),
  tlsSecret: zod().string().regex(/^(?:[a-z0-9]([-a-z0-9]*[a-z0-9])?)$/u),
}));

export const homelabSchema: z.ZodType<Homelab> = typed<Homelab>(zod().strictObject({
  domain: zod().string(),
  kubernetes: homelabKubernetesSchema,
}), {
  'config/options.nix': { domain: 13 },
});

export const homelabInputSchema: z.ZodType<HomelabInput> = typed<HomelabInput>(zod().strictObject({
  domain: zod().string(),
  kubernetes: homelabKubernetesInputSchema,
}));
