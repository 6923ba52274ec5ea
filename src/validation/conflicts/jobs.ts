import { isJsonObject, type JsonObject } from '../../core/json.ts';
import { field, items, record, text, type Item } from '../graph/fields.ts';
import { labelSelector } from '../graph/selector.ts';
import { dnsLabel } from '../metadata/syntax.ts';
import { conflictIf, missing, says, type Conflict, type StructChecks } from './conflict.ts';
import { isUnknown } from './opaque.ts';
import { containerNames, selecting } from './workloads.ts';

/** What Jobs have to keep to. */
export const JOB_CHECKS: StructChecks = {
  'batch.JobSpec': (spec, _, { minor }) => [
    ...ending(spec),
    ...indexed(spec),
    ...failurePolicy(spec),
    ...(minor >= SUCCESS_POLICY ? successPolicy(spec) : []),
  ],
  'batch.Job': ({ metadata, spec }) => [
    ...ownSelector(record(spec)),
    ...longName(text(metadata, 'name') ?? '', record(spec)),
  ],
  'batch.JobTemplateSpec': ({ spec }) => [
    ...conflictIf(
      isJsonObject(field(spec, 'selector')),
      ['spec', 'selector'],
      'must not be written: each Job gets its own',
    ),
    ...conflictIf(
      field(spec, 'manualSelector') === true,
      ['spec', 'manualSelector'],
      'must not be true: each Job gets its own selector',
    ),
  ],
};

/** The version that has rules for success. */
const SUCCESS_POLICY = 31;
const POLICY = ['template', 'spec', 'restartPolicy'];

function ending(spec: JsonObject): Conflict[] {
  if (!isJsonObject(field(spec, 'template', 'spec'))) return [];
  const policy = field(spec, ...POLICY);
  if (policy === undefined || policy === null || policy === '')
    return [missing(POLICY, 'pods of Jobs need OnFailure or Never')];
  return [
    ...conflictIf(policy === 'Always', POLICY, 'must be OnFailure or Never in pods of Jobs'),
    ...conflictIf(
      policy === 'OnFailure' && isJsonObject(spec['podFailurePolicy']),
      POLICY,
      'must be Never beside podFailurePolicy',
    ),
  ];
}

const MANY = 100_000;
const FEW = 10_000;

/** Jobs count their pods, or they do not; what counts on it needs it. */
function indexed(spec: JsonObject): Conflict[] {
  const { completions, parallelism, maxFailedIndexes, backoffLimitPerIndex } = spec;
  const failed = typeof maxFailedIndexes === 'number' ? maxFailedIndexes : undefined;
  if (isUnknown(spec['completionMode'])) return [];
  if (spec['completionMode'] !== 'Indexed') {
    return ['backoffLimitPerIndex', 'maxFailedIndexes', 'successPolicy'].flatMap((name) =>
      conflictIf(
        (spec[name] ?? null) !== null,
        [name],
        'must not stand without completionMode Indexed',
      ),
    );
  }
  const all = typeof completions === 'number' ? completions : 1;
  const atOnce = typeof parallelism === 'number' ? parallelism : 0;
  const isLarge = all > MANY && says(spec, 'backoffLimitPerIndex');
  // Servers fill in one completion where neither number is given.
  const isMissing = !says(spec, 'completions') && typeof parallelism === 'number';
  return [
    ...(isMissing ? [missing(['completions'], 'completionMode Indexed needs it')] : []),
    ...(failed !== undefined && (backoffLimitPerIndex ?? null) === null
      ? [missing(['backoffLimitPerIndex'], 'maxFailedIndexes needs it')]
      : []),
    ...conflictIf((failed ?? 0) > all, ['maxFailedIndexes'], `must be at most completions, ${all}`),
    ...conflictIf(
      atOnce > (isLarge ? FEW : MANY),
      ['parallelism'],
      `must be at most ${isLarge ? FEW : MANY}`,
    ),
    ...(isLarge && failed === undefined
      ? [missing(['maxFailedIndexes'], `more than ${MANY} completions need it`)]
      : []),
    ...conflictIf(isLarge && (failed ?? 0) > FEW, ['maxFailedIndexes'], `must be at most ${FEW}`),
  ];
}

function failurePolicy(spec: JsonObject): Conflict[] {
  if (!isJsonObject(spec['podFailurePolicy'])) return [];
  const names = containerNames(spec);
  return [
    ...conflictIf(
      spec['podReplacementPolicy'] === 'TerminatingOrFailed',
      ['podReplacementPolicy'],
      'must be Failed beside podFailurePolicy',
    ),
    ...items({ value: spec, path: [] }, 'podFailurePolicy', 'rules').flatMap(({ value, path }) => [
      ...conflictIf(
        value['action'] === 'FailIndex' && (spec['backoffLimitPerIndex'] ?? null) === null,
        [...path, 'action'],
        'must not be FailIndex without backoffLimitPerIndex',
      ),
      ...exitCodes({ value: record(value, 'onExitCodes'), path: [...path, 'onExitCodes'] }, names),
    ]),
  ];
}

function exitCodes({ value, path }: Item, names: readonly unknown[]): Conflict[] {
  const { containerName, values, operator } = value;
  const codes = Array.isArray(values) ? values.filter((code) => typeof code === 'number') : [];
  return [
    ...conflictIf(
      typeof containerName === 'string' && !names.some(isUnknown) && !names.includes(containerName),
      [...path, 'containerName'],
      'must be a container of the template',
    ),
    ...conflictIf(
      operator === 'In' && codes.includes(0),
      [...path, 'values'],
      'must not contain 0 for In',
    ),
    ...conflictIf(
      codes.some((code, index) => index > 0 && code < (codes[index - 1] ?? code)),
      [...path, 'values'],
      'must be sorted',
    ),
  ];
}

function successPolicy(spec: JsonObject): Conflict[] {
  const { completions } = spec;
  const all = typeof completions === 'number' ? completions : 1;
  return items({ value: spec, path: [] }, 'successPolicy', 'rules').flatMap(({ value, path }) => {
    const { succeededCount, succeededIndexes } = value;
    const count = typeof succeededIndexes === 'string' ? countOf(succeededIndexes, all) : all;
    return [
      ...((succeededCount ?? null) === null && (succeededIndexes ?? null) === null
        ? [missing(path, 'it needs one of succeededCount, succeededIndexes')]
        : []),
      ...conflictIf(
        count === undefined,
        [...path, 'succeededIndexes'],
        `must be indexes below ${all} in their order, such as 0-2,4`,
      ),
      ...conflictIf(
        typeof succeededCount === 'number' && succeededCount > (count ?? Infinity),
        [...path, 'succeededCount'],
        `must be at most ${count ?? all}, which is all there are`,
      ),
    ];
  });
}

/** How many indexes a text such as `0-2,4` names; undefined when it names none in order below `all`. */
function countOf(indexes: string, all: number): number | undefined {
  if (indexes === '') return 0;
  let [last, count] = [-1, 0];
  for (const part of indexes.split(',')) {
    const [, from = '', to = from] = /^(\d+)(?:-(\d+))?$/.exec(part) ?? [];
    if (from === '' || Number(from) <= last || Number(to) >= all) return undefined;
    if (part.includes('-') && Number(to) <= Number(from)) return undefined;
    last = Number(to);
    count += last - Number(from) + 1;
  }
  return count;
}

/** A Job gets a selector of its own unless it says that it has one. */
function ownSelector(spec: JsonObject): Conflict[] {
  const { selector } = spec;
  if (spec['manualSelector'] === true)
    return isJsonObject(selector)
      ? selecting(spec, labelSelector({ value: selector, path: ['selector'] })).map(inSpec)
      : [missing(['spec', 'selector'], 'manualSelector needs it')];
  const isWritten =
    isJsonObject(selector) &&
    ['matchLabels', 'matchExpressions'].some(
      (name) => Object.keys(selector[name] ?? {}).length > 0,
    );
  return conflictIf(
    isWritten,
    ['spec', 'selector'],
    'must not be written: a Job gets its own, unless manualSelector is true',
  );
}

function inSpec({ path, must, code }: Conflict): Conflict {
  return { path: ['spec', ...path], must, ...(code === undefined ? {} : { code }) };
}

/** Pods of indexed Jobs have the name and a number as their host name. */
function longName(name: string, { completionMode, completions }: JsonObject): Conflict[] {
  if (completionMode !== 'Indexed' || typeof completions !== 'number' || completions < 1) return [];
  const host = `${name}-${completions - 1}`;
  return conflictIf(
    name !== '' && dnsLabel(host) !== undefined,
    ['metadata', 'name'],
    `must be a host name with a number behind it, as ${host}`,
  );
}
