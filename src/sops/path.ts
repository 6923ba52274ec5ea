/**
 * The additional data a value is sealed with: the mapping keys above it, joined and ended by `:`.
 * List indexes add nothing and nothing is escaped; that is the format, not a choice.
 */
export function additionalData(path: readonly string[]): string {
  return `${path.join(':')}:`;
}
