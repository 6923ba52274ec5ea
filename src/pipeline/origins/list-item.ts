/** A piece of Nix: a comment, a string, an opening or closing bracket, the end of a binding, or a word. */
const TOKEN =
  /#.*|\/\*[^]*?\*\/|''(?:''['$\\]|[^'$]|\$|'(?!'))*''|"(?:\\[^]|[^"\\])*"|[([{]|[)\]}]|;|[^\s()[\]{};"']+/g;

/**
 * Where an item stands in the text of a list, for Nix keeps no positions of items. `from` is where the attribute of
 * the list begins. Only a literal that occurs once in it is found.
 */
export function itemOffset(
  text: string,
  from: number,
  value: string | number | boolean,
): number | undefined {
  const wanted = typeof value === 'string' ? JSON.stringify(value) : String(value);
  const found: number[] = [];
  let depth = 0;
  for (const { 0: token, index } of text.slice(from).matchAll(TOKEN)) {
    if (/^[([{]$/.test(token)) depth++;
    else if (/^[)\]}]$/.test(token)) depth--;
    if (depth < 0 || (depth === 0 && token === ';')) break;
    if (token === wanted) found.push(from + index);
  }
  return found.length === 1 ? found[0] : undefined;
}
