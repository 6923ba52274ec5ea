/** Indexes of two equal items. */
export type Pair = readonly [before: number, after: number];

/** Beyond so many comparisons the middle of two sequences is taken for different. */
const MOST_CELLS = 4_000_000;

/** The longest common subsequence of two sequences of texts, as pairs of indexes. */
export function commonSubsequence(before: readonly string[], after: readonly string[]): Pair[] {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  const middle = longest(
    before.slice(head, before.length - tail),
    after.slice(head, after.length - tail),
  );
  return [
    ...Array.from({ length: head }, (_, index): Pair => [index, index]),
    ...middle.map(([a, b]): Pair => [a + head, b + head]),
    ...Array.from({ length: tail }, (_, index): Pair => [
      before.length - tail + index,
      after.length - tail + index,
    ]),
  ];
}

function longest(before: readonly string[], after: readonly string[]): Pair[] {
  const width = after.length + 1;
  if (before.length * after.length > MOST_CELLS) return [];
  const lengths = new Uint32Array((before.length + 1) * width);
  const at = (a: number, b: number): number => lengths[a * width + b] ?? 0;
  for (let a = before.length - 1; a >= 0; a--) {
    for (let b = after.length - 1; b >= 0; b--) {
      lengths[a * width + b] =
        before[a] === after[b] ? at(a + 1, b + 1) + 1 : Math.max(at(a + 1, b), at(a, b + 1));
    }
  }
  const pairs: Pair[] = [];
  for (let a = 0, b = 0; a < before.length && b < after.length;) {
    if (before[a] === after[b]) pairs.push([a++, b++]);
    else if (at(a + 1, b) >= at(a, b + 1)) a++;
    else b++;
  }
  return pairs;
}
