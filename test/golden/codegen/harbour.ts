// Made by `make it` from Nix option declarations; edit those, not this file.
// IR: gantry-ir/1 sha256:8872d316a9f8da75d3c4f4e764e51303c9ea15a244f43602af2e1f25843f9569
/* eslint-disable */

import * as z from 'zod';

export interface Harbour {
  berths: { [key: string]: HarbourBerth };
  crane: HarbourCrane;
  name: string;
  readonly state: string;
}

export interface HarbourInput {
  berths?: { [key: string]: HarbourBerthInput } | undefined;
  crane?: HarbourCraneInput | undefined;
  name: string | number;
}

export interface HarbourBerth {
  /**
   * Depth in metres.
   *
   * At low water.
   *
   * Declared in harbour.nix:3.
   */
  depth: number;
  kind: 'quay' | 'sailor\'s' | 2 | null;
  parent: HarbourBerth | null;
}

export interface HarbourBerthInput {
  /**
   * Depth in metres.
   *
   * At low water.
   *
   * Declared in harbour.nix:3.
   */
  depth: number;
  kind?: 'quay' | 'sailor\'s' | 2 | null | undefined;
  parent?: HarbourBerthInput | null | undefined;
}

export interface HarbourCrane {
  enable: boolean;
}

export interface HarbourCraneInput {
  enable?: boolean | undefined;
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

export const harbourBerthSchema: z.ZodType<HarbourBerth> = typed<HarbourBerth>(zod().strictObject({
  depth: zod().number().min(0.5).max(30),
  kind: zod().literal(['quay', 'sailor\'s', 2, null]),
  parent: zod().lazy(() => harbourBerthSchema).nullable(),
}), {
  'harbour.nix': { depth: 3 },
});

export const harbourBerthInputSchema: z.ZodType<HarbourBerthInput> = typed<HarbourBerthInput>(zod().strictObject({
  depth: zod().number().min(0.5).max(30),
  kind: zod().literal(['quay', 'sailor\'s', 2, null]).optional(),
  parent: zod().lazy(() => harbourBerthInputSchema).nullable().optional(),
}));

export const harbourCraneSchema: z.ZodType<HarbourCrane> = typed<HarbourCrane>(zod().strictObject({
  enable: zod().boolean(),
}));

export const harbourCraneInputSchema: z.ZodType<HarbourCraneInput> = typed<HarbourCraneInput>(zod().strictObject({
  enable: zod().boolean().optional(),
}));

export const harbourSchema: z.ZodType<Harbour> = typed<Harbour>(zod().strictObject({
  berths: zod().record(zod().string(), harbourBerthSchema),
  crane: harbourCraneSchema,
  name: zod().string(),
  state: zod().string(),
}));

export const harbourInputSchema: z.ZodType<HarbourInput> = typed<HarbourInput>(zod().strictObject({
  berths: zod().record(zod().string(), harbourBerthInputSchema).optional(),
  crane: harbourCraneInputSchema.optional(),
  name: zod().union([zod().string(), zod().int()]),
}));
