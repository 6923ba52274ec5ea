// generated/kubernetes-attrs/<version>.json: every kind of a Kubernetes version that modules can define.
//   { "<attribute name>": ["<group>", "<resource>", "<Kind>", ["<newest version>", "<older version>", …]] }
// Groups are written as kubenix does, `core` for the empty one.
import { emitTables, sorted } from './generated-tables.mjs';

emitTables('kubernetes-attrs', (definitions, attrNames) => {
  const versions = versionsByKind(definitions);
  const rows = Object.entries(attrNames).map(([attr, { group, version, kind, resource }]) => [
    attr,
    [
      groupName(group),
      resource,
      kind,
      [`${groupName(group)}/${version}`, ...others(versions[kind], group, version)],
    ],
  ]);
  return sorted(Object.fromEntries(rows));
});

function versionsByKind(definitions) {
  const found = {};
  for (const definition of Object.values(definitions)) {
    for (const { group, version, kind } of definition['x-kubernetes-group-version-kind'] ?? []) {
      (found[kind] ??= new Set()).add(`${groupName(group)}/${version}`);
    }
  }
  return found;
}

function others(groupVersions, group, version) {
  return [...groupVersions].filter((other) => other !== `${groupName(group)}/${version}`).sort();
}

function groupName(group) {
  return group === '' ? 'core' : group;
}
