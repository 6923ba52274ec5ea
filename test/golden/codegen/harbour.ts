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

export const harbourCraneSchema: z.ZodType<HarbourCrane> = z.strictObject({
  enable: z.boolean(),
});

export const harbourCraneInputSchema: z.ZodType<HarbourCraneInput> = z.strictObject({
  enable: z.boolean().optional(),
});

export const harbourBerthSchema: z.ZodType<HarbourBerth> = z.strictObject({
  depth: z.number().min(0.5).max(30),
  kind: z.literal(['quay', 'sailor\'s', 2, null]),
  parent: z.lazy(() => harbourBerthSchema).nullable(),
});

export const harbourBerthInputSchema: z.ZodType<HarbourBerthInput> = z.strictObject({
  depth: z.number().min(0.5).max(30),
  kind: z.literal(['quay', 'sailor\'s', 2, null]).optional(),
  parent: z.lazy(() => harbourBerthInputSchema).nullable().optional(),
});

export const harbourSchema: z.ZodType<Harbour> = z.strictObject({
  berths: z.record(z.string(), harbourBerthSchema),
  crane: harbourCraneSchema,
  name: z.string(),
  state: z.string(),
});

export const harbourInputSchema: z.ZodType<HarbourInput> = z.strictObject({
  berths: z.record(z.string(), harbourBerthInputSchema).optional(),
  crane: harbourCraneInputSchema.optional(),
  name: z.union([z.string(), z.int()]),
});
