/** Facts read out of a module that kubenix generated for a Kubernetes version. */

/** Lists that it merges by key: definition, field, and "item definition, key, other keys". */
export function keyedFields(text: string): [string, string, string][] {
  const found: [string, string, string][] = [];
  let definition = '';
  let field = '';
  for (const line of text.split('\n')) {
    definition = /^ {4}"([^"]+)" = \{$/.exec(line)?.[1] ?? definition;
    field = /^ {8}"([^"]+)" = mkOption \{$/.exec(line)?.[1] ?? field;
    const keyed =
      /type = .*\(coerceAttrsOfSubmodulesToListByKey "([^"]+)" "([^"]+)" \[([^\]]*)\]/.exec(line);
    if (keyed === null) continue;
    const [, item = '', key = '', others = ''] = keyed;
    const keys = [key, ...others.split(/[\s"]+/).filter((part) => part !== '')];
    found.push([short(definition), field, [short(item), ...keys].join(' ')]);
  }
  return found.sort();
}

/** "group/version/Kind resource attribute" of every kind it knows. */
export function resourceTypes(text: string): string[] {
  const list = text.slice(text.indexOf('# register resource types'));
  const rows = list.matchAll(
    /name = "([^"]*)";\s*group = "([^"]*)";\s*version = "([^"]*)";\s*kind = "([^"]*)";\s*attrName = "([^"]*)"/g,
  );
  return [...rows]
    .map(([, name, group, version, kind, attr]) =>
      [[group, version, kind].join('/'), name, attr].join(' '),
    )
    .sort();
}

function short(definition: string): string {
  return definition.split('.').slice(-3).join('.');
}
