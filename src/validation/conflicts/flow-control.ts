import { isJsonObject, type JsonObject } from '../../core/json.ts';
import { record, text } from '../graph/fields.ts';
import { conflictIf, missing, says, type Conflict, type StructChecks } from './conflict.ts';

/** What the rules of API priority and fairness have to keep to. */
export const FLOW_CHECKS: StructChecks = {
  'flowcontrol.Subject': subject,
  'flowcontrol.ResourcePolicyRule': (rule) => [
    ...alone(rule, ['verbs', 'apiGroups', 'resources', 'namespaces']),
    ...(says(rule, 'namespaces') || rule['clusterScope'] === true
      ? []
      : [missing(['namespaces'], 'a rule without clusterScope needs at least one')]),
  ],
  'flowcontrol.NonResourcePolicyRule': (rule) => alone(rule, ['verbs', 'nonResourceURLs']),
  'flowcontrol.FlowSchema': ({ metadata, spec }) =>
    conflictIf(
      record(spec)['matchingPrecedence'] === 1 && text(metadata, 'name') !== 'exempt',
      ['spec', 'matchingPrecedence'],
      'must not be 1 but in the schema exempt',
    ),
  'flowcontrol.PriorityLevelConfiguration': ({ metadata, spec }) => {
    const { type } = record(spec);
    const isExempt = text(metadata, 'name') === 'exempt';
    return conflictIf(
      typeof type === 'string' && isExempt !== (type === 'Exempt'),
      ['spec', 'type'],
      'must be Exempt in exempt, and nowhere else',
    );
  },
  'flowcontrol.PriorityLevelConfigurationSpec': (spec) => ofType(spec, LEVELS),
  'flowcontrol.LimitResponse': (response) => ofType(response, RESPONSES),
  'flowcontrol.QueuingConfiguration': queues,
};

const SUBJECTS: Readonly<Record<string, string>> = {
  ServiceAccount: 'serviceAccount',
  User: 'user',
  Group: 'group',
};

function subject(subject: JsonObject): Conflict[] {
  const kind = text(subject, 'kind') ?? '';
  const wanted = Object.hasOwn(SUBJECTS, kind) ? SUBJECTS[kind] : undefined;
  if (wanted === undefined) return [];
  return [
    ...(isJsonObject(subject[wanted]) ? [] : [missing([wanted], `kind ${kind} needs it`)]),
    ...Object.values(SUBJECTS)
      .filter((field) => field !== wanted && isJsonObject(subject[field]))
      .map((field) => ({ path: [field], must: `must not stand beside kind ${kind}` })),
  ];
}

function alone(rule: JsonObject, fields: readonly string[]): Conflict[] {
  return fields.flatMap((field) => {
    const list = rule[field];
    const isBoth = Array.isArray(list) && list.length > 1 && list.includes('*');
    return conflictIf(isBoth, [field], 'must not have others beside *');
  });
}

/** Type → the field that it needs, and the one that it excludes. */
type Kinds = Readonly<Record<string, { readonly needs?: string; readonly excludes?: string }>>;

const LEVELS: Kinds = {
  Exempt: { excludes: 'limited' },
  Limited: { needs: 'limited', excludes: 'exempt' },
};
const RESPONSES: Kinds = { Reject: { excludes: 'queuing' }, Queue: { needs: 'queuing' } };

function ofType(struct: JsonObject, kinds: Kinds): Conflict[] {
  const type = text(struct, 'type') ?? '';
  const { needs, excludes } = (Object.hasOwn(kinds, type) ? kinds[type] : undefined) ?? {};
  return [
    ...(needs !== undefined && !isJsonObject(struct[needs])
      ? [missing([needs], `type ${type} needs it`)]
      : []),
    ...(excludes !== undefined && isJsonObject(struct[excludes])
      ? [{ path: [excludes], must: `must not stand beside type ${type}` }]
      : []),
  ];
}

const MOST_BITS = 60;

/** Zero stands for what servers fill in. */
function queues({ queues, handSize }: JsonObject): Conflict[] {
  const deck = typeof queues === 'number' && queues > 0 ? queues : 64;
  const hand = typeof handSize === 'number' && handSize > 0 ? handSize : 8;
  if (hand > deck) return [{ path: ['handSize'], must: `must be at most queues, ${deck}` }];
  let bits = 0;
  for (let left = deck; left > deck - hand && bits <= MOST_BITS; left--) bits += Math.log2(left);
  return conflictIf(
    Math.ceil(bits) > MOST_BITS,
    ['handSize'],
    `must be smaller: so many of ${deck} queues need more than ${MOST_BITS} bits`,
  );
}
