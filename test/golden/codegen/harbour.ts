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

export const harbourCraneSchema: z.ZodType<HarbourCrane> = typed<HarbourCrane>(schemas.strictObject({
  enable: schemas.boolean(),
}));

export const harbourCraneInputSchema: z.ZodType<HarbourCraneInput> = typed<HarbourCraneInput>(schemas.strictObject({
  enable: schemas.boolean().optional(),
}));

export const harbourBerthSchema: z.ZodType<HarbourBerth> = typed<HarbourBerth>(schemas.strictObject({
  depth: schemas.number().min(0.5).max(30),
  kind: schemas.literal(['quay', 'sailor\'s', 2, null]),
  parent: schemas.lazy(() => harbourBerthSchema).nullable(),
}), {
  'harbour.nix': { depth: 3 },
});

export const harbourBerthInputSchema: z.ZodType<HarbourBerthInput> = typed<HarbourBerthInput>(schemas.strictObject({
  depth: schemas.number().min(0.5).max(30),
  kind: schemas.literal(['quay', 'sailor\'s', 2, null]).optional(),
  parent: schemas.lazy(() => harbourBerthInputSchema).nullable().optional(),
}));

export const harbourSchema: z.ZodType<Harbour> = typed<Harbour>(schemas.strictObject({
  berths: schemas.record(schemas.string(), harbourBerthSchema),
  crane: harbourCraneSchema,
  name: schemas.string(),
  state: schemas.string(),
}));

export const harbourInputSchema: z.ZodType<HarbourInput> = typed<HarbourInput>(schemas.strictObject({
  berths: schemas.record(schemas.string(), harbourBerthInputSchema).optional(),
  crane: harbourCraneInputSchema.optional(),
  name: schemas.union([schemas.string(), schemas.int()]),
}));
