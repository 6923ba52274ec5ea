/**
 * A comment in an empty mapping makes sops write `{`, the comment, and a brace at the start of a line, which YAML does
 * not allow. The braces are moved together, and everything else keeps its place.
 */
export function withStrictBraces(text: string): string {
  return text.replace(/(?<=: |- )\{\n((?: +#[^\n]*\n)+)\}(?=\n)/g, '{}$1 ');
}
