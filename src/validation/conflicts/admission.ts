import { isJsonObject, type Json, type JsonObject } from '../../core/json.ts';
import { items, record, text } from '../graph/fields.ts';
import { qualifiedName } from '../metadata/syntax.ts';
import { conflictIf, missing, says, type Conflict, type StructChecks } from './conflict.ts';

/** What webhooks and policies of admission have to keep to. */
export const ADMISSION_CHECKS: StructChecks = {
  'admissionregistration.ValidatingWebhook': (webhook) =>
    versions(webhook, 'admissionReviewVersions'),
  'admissionregistration.MutatingWebhook': (webhook) =>
    versions(webhook, 'admissionReviewVersions'),
  'admissionregistration.RuleWithOperations': rule,
  'admissionregistration.NamedRuleWithOperations': rule,
  'admissionregistration.ValidatingAdmissionPolicySpec': rulesNeeded,
  'admissionregistration.ValidatingAdmissionPolicy': (policy) => {
    const name = text(policy, 'metadata', 'name');
    return items({ value: record(policy, 'spec'), path: ['spec'] }, 'auditAnnotations').flatMap(
      ({ value, path }): Conflict[] => {
        const key = text(value, 'key');
        if (name === undefined || key === undefined) return [];
        const wanted = qualifiedName(`${name}/${key}`);
        return wanted === undefined
          ? []
          : [{ path: [...path, 'key'], code: 'schema/format', must: `must be ${wanted}` }];
      },
    );
  },
  'admissionregistration.MutatingAdmissionPolicySpec': (spec) => [
    ...rulesNeeded(spec),
    ...notDelete(spec, 'matchConstraints'),
    ...(says(spec, 'mutations') ? [] : [missing(['mutations'], 'a policy needs at least one')]),
  ],
  'admissionregistration.MutatingAdmissionPolicyBindingSpec': (spec) =>
    notDelete(spec, 'matchResources'),
  'admissionregistration.Mutation': ({ patchType, applyConfiguration, jsonPatch }) => {
    const isPatch = patchType === 'JSONPatch';
    if (!isPatch && patchType !== 'ApplyConfiguration') return [];
    const [wanted, other] = isPatch
      ? (['jsonPatch', 'applyConfiguration'] as const)
      : (['applyConfiguration', 'jsonPatch'] as const);
    const given = { jsonPatch, applyConfiguration };
    return [
      ...(isJsonObject(given[wanted])
        ? []
        : [missing([wanted], `patchType ${patchType} needs it`)]),
      ...conflictIf(
        isJsonObject(given[other]),
        [other],
        `must not stand beside patchType ${patchType}`,
      ),
    ];
  },
  'admissionregistration.ValidatingAdmissionPolicyBindingSpec': ({ validationActions }) =>
    conflictIf(
      Array.isArray(validationActions) &&
        validationActions.includes('Deny') &&
        validationActions.includes('Warn'),
      ['validationActions'],
      'must not have both Deny and Warn',
    ),
};

const KNOWN: readonly Json[] = ['v1', 'v1beta1'];

/** Servers speak some versions alone. */
export function versions(struct: JsonObject, field: string): Conflict[] {
  const list = struct[field];
  if (!Array.isArray(list) || list.length === 0) return [];
  const isOpen = list.some((version) => typeof version !== 'string' || KNOWN.includes(version));
  return conflictIf(!isOpen, [field], 'must contain v1 or v1beta1');
}

const ALONE = ['operations', 'apiGroups', 'apiVersions'];

/** `*` stands for all, so nothing stands beside it. */
function rule(struct: JsonObject): Conflict[] {
  return [
    ...ALONE.flatMap((field) => {
      const list = struct[field];
      const isBoth = Array.isArray(list) && list.length > 1 && list.includes('*');
      return conflictIf(isBoth, [field], 'must not have others beside *');
    }),
    ...resources(struct['resources']),
  ];
}

function resources(list: Json | undefined): Conflict[] {
  if (!Array.isArray(list)) return [];
  const names = list.filter((name) => typeof name === 'string');
  const [all, any] = [new Set<string>(), new Set<string>()];
  const covered = names.flatMap((name, index) => {
    const slash = name.indexOf('/');
    if (slash < 0) return [];
    const [resource, part] = [name.slice(0, slash), name.slice(slash + 1)];
    const isCovered = all.has(resource) || any.has(part);
    if (part === '*') all.add(resource);
    if (resource === '*') any.add(part);
    return conflictIf(isCovered, ['resources', index], 'must not stand beside what covers it');
  });
  const last = names.filter((name) => !name.includes('/')).at(-1);
  return [
    ...covered,
    ...conflictIf(
      names.length > 1 && names.includes('*/*'),
      ['resources'],
      'must not have others beside */*',
    ),
    ...conflictIf(
      names.includes('*') && last !== undefined && last !== '*',
      ['resources'],
      'must not have other resources beside *',
    ),
  ];
}

function rulesNeeded(spec: JsonObject): Conflict[] {
  const constraints = spec['matchConstraints'];
  return isJsonObject(constraints) && !says(constraints, 'resourceRules')
    ? [missing(['matchConstraints', 'resourceRules'], 'a policy needs at least one')]
    : [];
}

/** What is deleted cannot be mutated. */
function notDelete(spec: JsonObject, field: string): Conflict[] {
  return items({ value: spec, path: [] }, field, 'resourceRules').flatMap(({ value, path }) => {
    const { operations } = value;
    const isDeleting = Array.isArray(operations) && operations.includes('DELETE');
    return conflictIf(isDeleting, [...path, 'operations'], 'must not contain DELETE');
  });
}
