/** Words that are booleans in YAML 1.1, which kubectl and Helm read, and text for go-yaml v3, kustomize and Flux. */
const OLD_BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ...['y', 'Y', 'yes', 'Yes', 'YES', 'on', 'On', 'ON'].map((word) => [word, true] as const),
  ...['n', 'N', 'no', 'No', 'NO', 'off', 'Off', 'OFF'].map((word) => [word, false] as const),
]);

/** Of the words, so that longer texts need no look-up. */
const LONGEST = 3;

/** What a plain scalar is for a reader of YAML 1.1 alone; undefined for what all readers agree on. */
export function oldBoolean(source: string): boolean | undefined {
  return source.length > LONGEST ? undefined : OLD_BOOLEANS.get(source);
}
