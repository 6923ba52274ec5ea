// generated/keyed-lists/<version>.json: how the fields of built-in kinds merge.
//   kinds     "<group>/<version>/<Kind>" → definition
//   fields    definition → field → [definition]                 a struct, or a plain list of structs
//                                | [definition, key, ...others] a list merged by `key`; an item without it is
//                                                               told apart by its values of `others`
//   required  definition → field → what stands for it when nobody defines it: {} [] or null (nothing)
//   shallow   definition → fields whose values are opaque: definitions replace each other member by member
// generated/struct-fields/<version>.json: definition → all its fields; those that nobody defines read as null.
// The choice of keys is kubenix's, not the schema's: a merge key counts only when it is the whole list-map
// key; otherwise items that have a name are merged by name.
import { emitTables, shortName, sorted } from './generated-tables.mjs';

emitTables('keyed-lists', (definitions, attrNames) => {
  const { table } = walk(definitions, attrNames);
  return Object.fromEntries(Object.entries(table).map(([part, rows]) => [part, sorted(rows)]));
});

emitTables('struct-fields', (definitions, attrNames) => {
  const { visited } = walk(definitions, attrNames);
  const fields = (name) => Object.keys(definitions[name].properties ?? {}).sort();
  return sorted(Object.fromEntries(visited.map((name) => [shortName(name), fields(name)])));
});

function walk(definitions, attrNames) {
  const kinds = kindDefinitions(
    definitions,
    new Set(Object.values(attrNames).map(({ kind }) => kind)),
  );
  const table = { kinds: {}, fields: {}, required: {}, shallow: {} };
  const visited = [...new Set(Object.values(kinds))];
  for (const name of visited) visit(name, definitions, table, visited);
  for (const [gvk, name] of Object.entries(kinds)) table.kinds[gvk] = shortName(name);
  return { table, visited };
}

function kindDefinitions(definitions, wanted) {
  const kinds = {};
  for (const [name, definition] of Object.entries(definitions)) {
    for (const { group, version, kind } of definition['x-kubernetes-group-version-kind'] ?? []) {
      if (wanted.has(kind)) kinds[`${group === '' ? 'core' : group}/${version}/${kind}`] = name;
    }
  }
  return kinds;
}

function visit(name, definitions, table, queue) {
  const { properties = {}, required = [] } = definitions[name];
  const rows = { fields: {}, required: {}, shallow: [] };
  for (const [field, property] of Object.entries(properties)) {
    const target = structOf(property, name, definitions);
    if (target !== undefined) {
      rows.fields[field] = [shortName(target), ...keys(property, definitions[target])];
      if (!queue.includes(target)) queue.push(target);
    } else if (isOpaque(property, definitions)) {
      rows.shallow.push(field);
    }
    if (required.includes(field)) rows.required[field] = emptyValue(property, rows.fields[field]);
  }
  const isEmpty = (value) => Object.keys(value).length === 0;
  for (const part of ['fields', 'required', 'shallow']) {
    if (isEmpty(rows[part])) continue;
    table[part][shortName(name)] = part === 'shallow' ? rows[part].sort() : sorted(rows[part]);
  }
}

/** The struct that a field holds or lists. kubenix leaves a struct's reference to itself untyped. */
function structOf(property, owner, definitions) {
  const reference = (property.$ref ?? property.items?.$ref)?.replace('#/definitions/', '');
  const isStruct = reference !== undefined && definitions[reference].properties !== undefined;
  return isStruct && reference !== owner ? reference : undefined;
}

function keys(property, item) {
  if (property.type !== 'array') return [];
  const mergeKey = property['x-kubernetes-patch-merge-key'];
  const mapKeys = property['x-kubernetes-list-map-keys'];
  if (mergeKey !== undefined && (mapKeys === undefined || mapKeys.join() === mergeKey))
    return [mergeKey];
  return item.properties.name === undefined ? [] : ['name', ...(mapKeys ?? [])];
}

function isOpaque(property, definitions) {
  const values = property.additionalProperties?.$ref?.replace('#/definitions/', '');
  if (values !== undefined) return definitions[values].properties !== undefined;
  return property.type === 'object' && property.additionalProperties === undefined;
}

function emptyValue(property, field) {
  if (property.type === 'array') return field !== undefined && field.length > 1 ? null : [];
  if (property.type === 'object') return {};
  return field === undefined ? null : {};
}
