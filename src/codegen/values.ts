import * as z from 'zod';
import type { Json } from '../core/json.ts';

/**
 * How a default or an example crosses: as JSON, as JSON text with numbers that JavaScript would change, as text that
 * stands for it, or not at all.
 */
export type Crossed =
  { json: Json } | { digits: string } | { text: string } | { unavailable: string };

/** Defaults and examples by the JSON pointer of their option (nix/bridge/documented-value.nix). */
export interface CrossedValues {
  readonly defaults: Readonly<Record<string, Crossed>>;
  readonly examples: Readonly<Record<string, Crossed>>;
}

export const NO_VALUES: CrossedValues = { defaults: {}, examples: {} };

export const crossedSchema: z.ZodType<Record<string, Crossed>> = z.record(
  z.string(),
  z.union([
    z.strictObject({ json: z.custom<Json>((value) => value !== undefined) }),
    z.strictObject({ digits: z.string() }),
    z.strictObject({ text: z.string() }),
    z.strictObject({ unavailable: z.string() }),
  ]),
);
