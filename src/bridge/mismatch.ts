import type { z } from 'zod';
import type { Path } from '../core/pointer.ts';
import { toDotted, toPointer } from '../core/pointer.ts';

/** One place where a value does not fit its schema. */
export interface Mismatch {
  /** RFC 6901 pointer into the value. */
  readonly path: string;
  /** The same as keys and indexes. */
  readonly keys: Path;
  /** `modules["a.nix"].encrypt must be a boolean, got the string "yes"`. */
  readonly sentence: string;
}

type Issue = z.core.$ZodIssue;

/** Every place where `value` does not fit, in the order of the schema. */
export function describeMismatches(error: z.ZodError, value: unknown): Mismatch[] {
  return error.issues.flatMap((issue) => described(issue, [], value));
}

function described(issue: Issue, base: Path, value: unknown): Mismatch[] {
  const path = [...base, ...issue.path.map(plainKey)];
  if (issue.code === 'invalid_union') {
    const branch = closestBranch(issue.errors);
    if (branch !== undefined) return branch.flatMap((inner) => described(inner, path, value));
  }
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => unexpectedKey([...path, key]));
  }
  return [mismatch(path, `${wanted(issue)}, got ${got(at(value, path))}`)];
}

/**
 * The member of a union that the value was meant for: one whose kind of value it is, with the fewest
 * deviations. Undefined when it is of no member's kind, where only the whole union says what was expected.
 */
function closestBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const meant = branches.filter((issues) => !issues.some(isAboutTheWhole));
  const fewest = Math.min(...meant.map((issues) => issues.length));
  return meant.find((issues) => issues.length === fewest);
}

/** An unknown key is reported for the object that holds it, and lies inside. */
function isAboutTheWhole(issue: Issue): boolean {
  if (issue.path.length > 0 || issue.code === 'unrecognized_keys') return false;
  return issue.code !== 'invalid_union' || closestBranch(issue.errors) === undefined;
}

function unexpectedKey(path: Path): Mismatch {
  return mismatch(path, 'must not be there: no option of that name is declared');
}

function mismatch(path: Path, text: string): Mismatch {
  const place = path.length === 0 ? 'the value' : toDotted(path);
  return { path: toPointer(path), keys: path, sentence: `${place} ${text}` };
}

function wanted(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${article(EXPECTED[issue.expected] ?? issue.expected)}`;
    case 'invalid_value':
      return `must be ${oneOf(issue.values)}`;
    case 'invalid_union':
      return 'options' in issue
        ? `must be ${oneOf(issue.options)}`
        : `must be ${expectedOfUnion(issue.errors)}`;
    case 'too_small':
      return `must be at least ${String(issue.minimum)}`;
    case 'too_big':
      return `must be at most ${String(issue.maximum)}`;
    case 'invalid_format':
      return `must match ${issue.pattern ?? issue.format}`;
    case 'custom':
    case 'invalid_element':
    case 'invalid_key':
    case 'not_multiple_of':
    case 'unrecognized_keys':
      return `must fit (${issue.message})`;
  }
}

/** What zod calls the types of JSON and Nix. */
const EXPECTED: Readonly<Record<string, string>> = {
  array: 'list',
  int: 'integer',
  nonoptional: 'value',
  object: 'attribute set',
  record: 'attribute set',
};

function expectedOfUnion(branches: readonly (readonly Issue[])[]): string {
  const texts = branches.flat().map((issue) => wanted(issue).replace(/^must be /, ''));
  return [...new Set(texts)].join(' or ');
}

function oneOf(values: readonly unknown[]): string {
  return values.map((value) => JSON.stringify(value)).join(' or ');
}

function article(noun: string): string {
  return `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;
}

/** Scalars in full while they are short: an envelope and options hold no secret values. */
function got(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an attribute set';
  const text = JSON.stringify(value);
  if (typeof value === 'string') return text.length > 60 ? 'a long string' : `the string ${text}`;
  return `the ${typeof value} ${text}`;
}

function at(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null && Object.hasOwn(inner, key)
        ? (inner as Record<string | number, unknown>)[key]
        : undefined,
    value,
  );
}

function plainKey(key: PropertyKey): string | number {
  return typeof key === 'symbol' ? String(key) : key;
}
