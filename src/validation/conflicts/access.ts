import type { Json, JsonObject } from '../../core/json.ts';
import { items, member, text, type Item } from '../graph/fields.ts';
import { dnsSubdomain } from '../metadata/syntax.ts';
import { conflictIf, missing, says, type Conflict, type StructChecks } from './conflict.ts';
import { isUnknown } from './opaque.ts';

const GROUP = 'rbac.authorization.k8s.io';

/** What roles and their bindings have to keep to. */
export const ACCESS_CHECKS: StructChecks = {
  'rbac.Role': (role) =>
    rulesOf(role).flatMap((rule) => (isOfPaths(rule) ? ofPathsInNamespace(rule) : ofRule(rule))),
  'rbac.ClusterRole': (role) => rulesOf(role).flatMap(ofRule),
  'rbac.RoleBinding': ofGroups,
  'rbac.ClusterRoleBinding': (binding) => [
    ...ofGroups(binding),
    ...conflictIf(
      text(binding, 'roleRef', 'kind') === 'Role',
      ['roleRef', 'kind'],
      'must be ClusterRole in a ClusterRoleBinding',
    ),
    ...items({ value: binding, path: [] }, 'subjects').flatMap(({ value, path }) =>
      value['kind'] === 'ServiceAccount' && !says(value, 'namespace')
        ? [missing([...path, 'namespace'], 'a ServiceAccount needs it here')]
        : [],
    ),
  ],
};

function rulesOf(role: JsonObject): Item[] {
  return items({ value: role, path: [] }, 'rules');
}

function isOfPaths({ value }: Item): boolean {
  return isFilled(value['nonResourceURLs']);
}

function isFilled(value: Json | undefined): boolean {
  return Array.isArray(value) && value.length > 0;
}

const LISTS = ['apiGroups', 'resources'];

function ofRule(rule: Item): Conflict[] {
  const { value, path } = rule;
  const has = (field: string) => isFilled(value[field]);
  // The schema tells of verbs that are not there at all.
  const verbs = value['verbs'] === undefined ? [] : ['verbs'];
  const needed = [...verbs, ...(isOfPaths(rule) ? [] : LISTS)];
  return [
    ...needed
      .filter((field) => !has(field))
      .map((field) => missing([...path, field], 'a rule needs at least one')),
    ...conflictIf(
      isOfPaths(rule) && [...LISTS, 'resourceNames'].some(has),
      [...path, 'nonResourceURLs'],
      'must not stand beside resources',
    ),
  ];
}

function ofPathsInNamespace({ path }: Item): Conflict[] {
  const must = 'must stand in a ClusterRole, not in a Role';
  return [{ path: [...path, 'nonResourceURLs'], must }];
}

/** Whoever is granted something, and what, is of a group that is known beforehand. */
function ofGroups(binding: JsonObject): Conflict[] {
  const at = { value: binding, path: [] };
  const role = member(at, 'roleRef');
  const bound = items(at, 'subjects').filter(({ value }) => value['kind'] === 'ServiceAccount');
  const others = items(at, 'subjects').filter(({ value }) => value['kind'] !== 'ServiceAccount');
  return [
    ...[...(role === undefined ? [] : [role]), ...others]
      .filter(
        ({ value }) =>
          says(value, 'apiGroup') && value['apiGroup'] !== GROUP && !isUnknown(value['apiGroup']),
      )
      .map(({ path }) => ({ path: [...path, 'apiGroup'], must: `must be ${GROUP}` })),
    ...bound.flatMap(({ value, path }): Conflict[] => {
      const wanted = dnsSubdomain(text(value, 'name') ?? 'a');
      return wanted === undefined
        ? []
        : [{ path: [...path, 'name'], code: 'schema/format', must: `must be ${wanted}` }];
    }),
    ...bound
      .filter(({ value }) => says(value, 'apiGroup'))
      .map(({ path }) => ({
        path: [...path, 'apiGroup'],
        must: 'must be empty for a ServiceAccount',
      })),
  ];
}
