import type { Diagnostic } from '../core/diagnostic.ts';
import type { Result } from '../core/result.ts';
import type { Crossed } from './values.ts';

/** Some of the values, counted in the order of their names. */
export interface ValueRange {
  readonly from: number;
  readonly count: number;
  /** Names in the range that are left out: they are known to fail. */
  readonly without: readonly string[];
}

/**
 * Evaluates one range of `defaults` or `examples`. What it says when Nix fails are its diagnostics, with the name of
 * the value that failed as `pointer` where Nix told it.
 */
export type EvaluateRange = (
  range: ValueRange,
) => Promise<Result<Readonly<Record<string, Crossed>>>>;

/**
 * All values of `names` (the attribute names of `defaults` or `examples`, in Nix's order). One value
 * that Nix cannot evaluate fails the evaluation of all: it is `unavailable` then, with Nix's words, and
 * the others are evaluated again. k of n failing cost k + 1 evaluations. Where Nix does not tell which
 * value failed, halves are tried, down to the values themselves: about k·log₂ n.
 */
export async function collectValues(
  names: readonly string[],
  evaluate: EvaluateRange,
): Promise<Record<string, Crossed>> {
  const all = { from: 0, count: names.length, without: [] };
  return Object.fromEntries(await collectRange(all, names, evaluate));
}

async function collectRange(
  range: ValueRange,
  names: readonly string[],
  evaluate: EvaluateRange,
): Promise<[string, Crossed][]> {
  const { from, count, without } = range;
  if (count === 0) return [];
  const result = await evaluate(range);
  if (result.ok) return Object.entries(result.value);
  const [finding] = result.diagnostics;
  const failed = count === 1 ? names[from] : finding?.pointer;
  if (failed !== undefined && !without.includes(failed) && names.includes(failed)) {
    const others: ValueRange =
      count === 1 ? { from, count: 0, without } : { from, count, without: [...without, failed] };
    return [[failed, unavailable(finding)], ...(await collectRange(others, names, evaluate))];
  }
  if (count === 1) return [];
  const half = Math.floor(count / 2);
  return [
    ...(await collectRange({ from, count: half, without }, names, evaluate)),
    ...(await collectRange({ from: from + half, count: count - half, without }, names, evaluate)),
  ];
}

function unavailable(finding: Diagnostic | undefined): Crossed {
  const [message = 'it cannot be evaluated'] = finding?.message.split('\n') ?? [];
  return { unavailable: message };
}

/** The function, for `nix eval --apply`, that takes a range out of `defaults` or `examples`. */
export function rangeFunction({ from, count, without }: ValueRange): string {
  const left = `builtins.fromJSON ${nixText(JSON.stringify(without))}`;
  return [
    `values: let names = builtins.attrNames values; without = ${left}; in`,
    'builtins.listToAttrs (map (name:',
    '{ inherit name; value = builtins.addErrorContext "while evaluating the value ‘${name}’ of an option tree" values.${name}; })',
    '(builtins.filter (name: !(builtins.elem name without))',
    `(builtins.genList (index: builtins.elemAt names (index + ${String(from)})) ${String(count)})))`,
  ].join(' ');
}

function nixText(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('${', '\\${')}"`;
}
