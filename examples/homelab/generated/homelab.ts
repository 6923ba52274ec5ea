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

/** Gives a schema the type that is declared for it. */
function typed<T>(schema: z.ZodType): z.ZodType<T> {
  return schema as z.ZodType<T>;
}

export const homelabKubernetesLoadBalancerRangeSchema: z.ZodType<HomelabKubernetesLoadBalancerRange> = typed(z.strictObject<z.ZodRawShape>({
  start: z.string().regex(/^(?:[0-9]+[.][0-9]+[.][0-9]+[.][0-9]+)$/u),
  stop: z.string().regex(/^(?:[0-9]+[.][0-9]+[.][0-9]+[.][0-9]+)$/u),
}));

export const homelabKubernetesLoadBalancerRangeInputSchema: z.ZodType<HomelabKubernetesLoadBalancerRangeInput> = typed(z.strictObject<z.ZodRawShape>({
  start: z.string().regex(/^(?:[0-9]+[.][0-9]+[.][0-9]+[.][0-9]+)$/u),
  stop: z.string().regex(/^(?:[0-9]+[.][0-9]+[.][0-9]+[.][0-9]+)$/u),
}));

export const homelabKubernetesLoadBalancerSchema: z.ZodType<HomelabKubernetesLoadBalancer> = typed(z.strictObject<z.ZodRawShape>({
  addresses: z.record(z.string(), z.string().regex(/^(?:[0-9]+[.][0-9]+[.][0-9]+[.][0-9]+)$/u)),
  range: homelabKubernetesLoadBalancerRangeSchema,
  sharingKey: z.string(),
}));

export const homelabKubernetesLoadBalancerInputSchema: z.ZodType<HomelabKubernetesLoadBalancerInput> = typed(z.strictObject<z.ZodRawShape>({
  addresses: z.record(z.string(), z.string().regex(/^(?:[0-9]+[.][0-9]+[.][0-9]+[.][0-9]+)$/u)).optional(),
  range: homelabKubernetesLoadBalancerRangeInputSchema,
  sharingKey: z.string().optional(),
}));

export const homelabKubernetesSchema: z.ZodType<HomelabKubernetes> = typed(z.strictObject<z.ZodRawShape>({
  ingressClass: z.string(),
  loadBalancer: homelabKubernetesLoadBalancerSchema,
  namespaces: z.record(z.string(), z.string()),
  storageClass: z.string(),
  tlsSecret: z.string().regex(/^(?:[a-z0-9]([-a-z0-9]*[a-z0-9])?)$/u),
}));

export const homelabKubernetesInputSchema: z.ZodType<HomelabKubernetesInput> = typed(z.strictObject<z.ZodRawShape>({
  ingressClass: z.string(),
  loadBalancer: homelabKubernetesLoadBalancerInputSchema,
  namespaces: z.record(z.string(), z.string()).optional(),
  storageClass: z.string(),
  tlsSecret: z.string().regex(/^(?:[a-z0-9]([-a-z0-9]*[a-z0-9])?)$/u),
}));

export const homelabSchema: z.ZodType<Homelab> = typed(z.strictObject<z.ZodRawShape>({
  domain: z.string(),
  kubernetes: homelabKubernetesSchema,
}));

export const homelabInputSchema: z.ZodType<HomelabInput> = typed(z.strictObject<z.ZodRawShape>({
  domain: z.string(),
  kubernetes: homelabKubernetesInputSchema,
}));
