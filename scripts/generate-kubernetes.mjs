// generated/kubernetes/<version>.json: schema tables of built-in kinds, in the format of src/core/schema-table.ts.
// Scopes are not in the schema facts; they come with the attribute names. The document's own version is a patch
// release, the table's is the one people configure.
import { emitTables } from './generated-tables.mjs';
import { makeTable } from '../src/codegen/kubernetes/make-table.ts';

emitTables('kubernetes', (definitions, attrNames, version) => {
  const made = makeTable({ info: { version }, definitions });
  if (!made.ok) throw new Error(made.diagnostics[0].message);
  const kinds = Object.entries(made.value.kinds).map(([gvk, [definition]]) => [
    gvk,
    [definition, scopeOf(gvk, Object.values(attrNames))],
  ]);
  return { ...made.value, kinds: Object.fromEntries(kinds) };
});

/** Only the preferred version of a kind has a name, and all versions of a kind share their scope. */
function scopeOf(gvk, attrNames) {
  const [kind, , group = ''] = gvk.split('/').reverse();
  const sameKind = attrNames.filter((attr) => attr.kind === kind && attr.subresource === undefined);
  const match = sameKind.find((attr) => attr.group === group) ?? sameKind[0];
  return match?.namespaced ?? null;
}
