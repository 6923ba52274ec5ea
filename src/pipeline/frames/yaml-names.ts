/**
 * For each line of a YAML text, the names that it is about: its own key, those it stands below by its indentation, and the
 * kind of its document. A reading of lines, no parser, so that broken text gives something too.
 */
export function yamlNames(text: string): readonly ReadonlySet<string>[] {
  const lines = text.split('\n');
  const kinds = kindsOf(lines);
  let open: { readonly indent: number; readonly name: string }[] = [];
  return lines.map((line, index) => {
    const indent = line.search(/\S/);
    if (line.startsWith('---')) open = [];
    if (indent >= 0) open = open.filter((around) => around.indent < indent);
    const own = keysIn(line);
    const names = new Set([...open.map(({ name }) => name), ...own, kinds[index] ?? '']);
    const [key] = own;
    if (indent >= 0 && key !== undefined) open.push({ indent: line.search(/[^\s-]/), name: key });
    return names;
  });
}

/** The kinds that a document names, for each of its lines. */
function kindsOf(lines: readonly string[]): string[] {
  let first = 0;
  const kinds: string[] = [];
  for (let index = 0; index <= lines.length; index++) {
    if (index < lines.length && !(lines[index] ?? '').startsWith('---')) continue;
    const document = lines.slice(first, index).join('\n');
    const named = [...document.matchAll(/\bkind["']?\s*:\s*["']?(\w+)/g)].map(([, kind]) => kind);
    for (let line = first; line < index; line++) kinds.push(named.join(' '));
    first = index;
  }
  return kinds;
}

/** The keys of a line: one, or several in flow style; texts that stand as values count too. */
function keysIn(line: string): string[] {
  return [...line.matchAll(/["']?([\w./-]+)["']?\s*(?::|=|$|[,}\]])/g)].map(([, key]) => key ?? '');
}
