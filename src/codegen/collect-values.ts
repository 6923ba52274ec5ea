import type { Result } from '../core/result.ts';
import type { Crossed } from './values.ts';

/** A run of values, counted in the order of their names. */
export interface ValueRange {
  readonly from: number;
  readonly count: number;
}

/** Evaluates one range of `defaults` or `examples`; what it says when Nix fails are its diagnostics. */
export type EvaluateRange = (
  range: ValueRange,
) => Promise<Result<Readonly<Record<string, Crossed>>>>;

/**
 * All values of `names` (the attribute names of `defaults` or `examples`, in Nix's order). One value
 * that Nix cannot evaluate fails the evaluation of all: then halves are tried, down to the values
 * themselves, and what fails alone is `unavailable`, with Nix's words. k of n failing cost about
 * k·log₂ n evaluations.
 */
export async function collectValues(
  names: readonly string[],
  evaluate: EvaluateRange,
): Promise<Record<string, Crossed>> {
  return Object.fromEntries(await collectRange({ from: 0, count: names.length }, names, evaluate));
}

async function collectRange(
  { from, count }: ValueRange,
  names: readonly string[],
  evaluate: EvaluateRange,
): Promise<[string, Crossed][]> {
  if (count === 0) return [];
  const result = await evaluate({ from, count });
  if (result.ok) return Object.entries(result.value);
  if (count === 1) {
    const [message = 'it cannot be evaluated'] = result.diagnostics[0]?.message.split('\n') ?? [];
    return [[names[from] ?? '', { unavailable: message }]];
  }
  const half = Math.floor(count / 2);
  return [
    ...(await collectRange({ from, count: half }, names, evaluate)),
    ...(await collectRange({ from: from + half, count: count - half }, names, evaluate)),
  ];
}

/** The function, for `nix eval --apply`, that takes a range out of `defaults` or `examples`. */
export function rangeFunction({ from, count }: ValueRange): string {
  return [
    'values: let names = builtins.attrNames values; in builtins.listToAttrs (builtins.genList (index:',
    `let name = builtins.elemAt names (index + ${String(from)}); in { inherit name; value = values.\${name}; })`,
    `${String(count)})`,
  ].join(' ');
}
