// Made by `make it` from Nix option declarations; edit those, not this file.
// IR: gantry-ir/1 sha256:2180bcb6eae2ddb98863d39ff43fa037df69dfa821416fb3ce9de3d8d289fe3e

import { z } from 'zod';

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

/** Gives a schema the type that is declared for it. */
function typed<T>(schema: z.ZodType): z.ZodType<T> {
  return schema as z.ZodType<T>;
}

export const harbourCraneSchema: z.ZodType<HarbourCrane> = typed(z.strictObject<z.ZodRawShape>({
  enable: z.boolean(),
}));

export const harbourCraneInputSchema: z.ZodType<HarbourCraneInput> = typed(z.strictObject<z.ZodRawShape>({
  enable: z.boolean().optional(),
}));

export const harbourBerthSchema: z.ZodType<HarbourBerth> = typed(z.strictObject<z.ZodRawShape>({
  depth: z.number().min(0.5).max(30),
  kind: z.literal(['quay', 'sailor\'s', 2, null]),
  parent: z.lazy(() => harbourBerthSchema).nullable(),
}));

export const harbourBerthInputSchema: z.ZodType<HarbourBerthInput> = typed(z.strictObject<z.ZodRawShape>({
  depth: z.number().min(0.5).max(30),
  kind: z.literal(['quay', 'sailor\'s', 2, null]).optional(),
  parent: z.lazy(() => harbourBerthInputSchema).nullable().optional(),
}));

export const harbourSchema: z.ZodType<Harbour> = typed(z.strictObject<z.ZodRawShape>({
  berths: z.record(z.string(), harbourBerthSchema),
  crane: harbourCraneSchema,
  name: z.string(),
  state: z.string(),
}));

export const harbourInputSchema: z.ZodType<HarbourInput> = typed(z.strictObject<z.ZodRawShape>({
  berths: z.record(z.string(), harbourBerthInputSchema).optional(),
  crane: harbourCraneInputSchema.optional(),
  name: z.union([z.string(), z.int()]),
}));
