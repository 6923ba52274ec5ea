import { canonicalJson, isJsonObject, type Json } from '../../core/json.ts';
import { visit } from './check.ts';
import { refused, type Walk } from './finding.ts';
import type { Limits, Range, SchemaNode } from './node.ts';
import { describeValue } from './words.ts';

/** Checks a value of the right type against what the schema of a custom resource says about it. */
export function checkLimits(walk: Walk, limits: Limits, value: Json): void {
  const got = () => describeValue(value, walk.hide);
  const refuse = (must: string) => {
    refused(walk, 'schema/value', must);
  };
  if (
    limits.enum !== undefined &&
    !(value === '' && limits.isEmptyNone) &&
    !limits.enum.some((item) => same(item, value))
  )
    refuse(
      `must be one of ${limits.enum.map((item) => JSON.stringify(item)).join(', ')}, got ${got()}`,
    );
  if (typeof value === 'string') {
    if (limits.pattern !== undefined && !limits.pattern.test(value))
      refuse(`must match ${limits.pattern.source}, got ${got()}`);
    checkCount(limits.length, countCharacters(value), (bound) => {
      refuse(bound === 'at least 1' ? 'must not be empty' : `must have ${bound} characters`);
    });
  } else if (typeof value === 'number') checkNumber(limits, value, refuse);
  else if (Array.isArray(value)) checkList(limits, value, refuse);
  else if (isJsonObject(value)) {
    checkCount(limits.properties, Object.keys(value).length, (bound) => {
      refuse(`must have ${bound} fields`);
    });
  }
  checkCombinations(walk, limits, value);
}

/** Code points, as servers count them. */
function countCharacters(text: string): number {
  let count = 0;
  for (const character of text) count += character === '' ? 0 : 1;
  return count;
}

function checkNumber(limits: Limits, value: number, refuse: (must: string) => void): void {
  const { least, most, leastExcluded, mostExcluded } = limits.value ?? {};
  if (least !== undefined && (leastExcluded ? value <= least : value < least))
    refuse(`must be ${leastExcluded ? 'more than' : 'at least'} ${least}`);
  if (most !== undefined && (mostExcluded ? value >= most : value > most))
    refuse(`must be ${mostExcluded ? 'less than' : 'at most'} ${most}`);
  const { multipleOf } = limits;
  if (multipleOf !== undefined && !Number.isInteger(value / multipleOf))
    refuse(`must be a multiple of ${multipleOf}`);
}

function checkList(limits: Limits, value: readonly Json[], refuse: (must: string) => void): void {
  checkCount(limits.items, value.length, (bound) => {
    refuse(`must have ${bound} items`);
  });
  if (limits.uniqueItems !== true) return;
  if (new Set(value.map(canonicalJson)).size < value.length) refuse('must not list an item twice');
}

function checkCount(
  range: Range | undefined,
  count: number,
  refuse: (bound: string) => void,
): void {
  if (range?.least !== undefined && count < range.least) refuse(`at least ${range.least}`);
  if (range?.most !== undefined && count > range.most) refuse(`at most ${range.most}`);
}

function checkCombinations(walk: Walk, limits: Limits, value: Json): void {
  for (const schema of limits.allOf ?? []) visit(walk, schema, value);
  const { anyOf, oneOf, not } = limits;
  if (anyOf !== undefined && !anyOf.some((schema) => accepts(walk, schema, value)))
    refused(walk, 'schema/value', `fits none of its allowed forms${formsOf(anyOf)}`);
  if (oneOf !== undefined) {
    const fitting = oneOf.filter((schema) => accepts(walk, schema, value)).length;
    const problem = fitting === 0 ? 'fits none of' : `fits ${fitting} of`;
    if (fitting !== 1)
      refused(
        walk,
        'schema/value',
        `${problem} its forms, and exactly one is wanted${formsOf(oneOf)}`,
      );
  }
  if (not !== undefined && accepts(walk, not, value))
    refused(walk, 'schema/value', `has a form that is not allowed${formsOf([not])}`);
}

function accepts(walk: Walk, schema: SchemaNode, value: Json): boolean {
  const trial: Walk = { ...walk, path: [...walk.path], findings: [] };
  visit(trial, schema, value);
  return trial.findings.length === 0;
}

/** Alternatives mostly differ by the fields that they require. */
function formsOf(schemas: readonly SchemaNode[]): string {
  const fields = schemas.map(({ required }) => (required ?? []).join(' and '));
  return fields.some((text) => text === '') ? '' : ` (with ${fields.join(', with ')})`;
}

function same(a: Json, b: Json): boolean {
  return canonicalJson(a) === canonicalJson(b);
}
