import type { Code } from '../../core/codes.ts';
import type { Severity } from '../../core/diagnostic.ts';
import type { Path } from '../../core/pointer.ts';
import { compareViews, type FieldChange } from '../diff/compare.ts';
import type { ObjectChange } from '../diff/compare-trees.ts';
import { isViewObject, type ObjectView, type View } from '../diff/view.ts';
import { groupOf } from '../graph/node.ts';

/** What a rule has to say of the change of one object. */
export interface UpgradeFinding {
  /** Where in the new object; in the old one when it is removed. */
  readonly path: Path;
  /** One sentence without the place. */
  readonly message: string;
  readonly help: string;
  readonly severity?: Severity;
}

/** A rule over a change that is to be applied to a cluster. Its page is docs/rules/<code>.md. */
export interface UpgradeRule {
  readonly code: Code;
  readonly severity: Severity;
  check(change: ObjectChange): readonly UpgradeFinding[];
}

/** An edit that the API server refuses. */
export interface Edit {
  readonly before: ObjectView;
  readonly after: ObjectView;
  readonly fields: readonly FieldChange[];
}

/** A rule of severity error over edits of some kinds, named `group/Kind`, or `Kind` in the core group. */
export function editRule(
  code: Code,
  kinds: readonly string[],
  check: (edit: Edit) => readonly UpgradeFinding[],
): UpgradeRule {
  const known = new Set(kinds);
  return {
    code,
    severity: 'error',
    check: ({ before, object: after, fields }) =>
      before !== undefined && known.has(kindOf(after)) ? check({ before, after, fields }) : [],
  };
}

/** `apps/Deployment`, `Pod`. */
export function kindOf({ apiVersion, kind }: ObjectView): string {
  const group = groupOf(apiVersion);
  return group === '' ? kind : `${group}/${kind}`;
}

/** A value that cannot be changed, where it was. */
export interface Fixed {
  readonly path: readonly string[];
  /** What the server takes when the field is not there, or empty. */
  readonly unset?: View;
}

/** A finding when a value differs, at the first place below it that does. */
export function fixed(
  edit: Edit,
  { path, unset = null }: Fixed,
  { message = 'it cannot be changed on an object that exists', help }: Words,
): UpgradeFinding[] {
  const valueIn = (object: ObjectView): View => {
    const value = at(object, path);
    return value === undefined || (value === '' && unset !== null) ? unset : value;
  };
  const [old, now] = [valueIn(edit.before), valueIn(edit.after)];
  const differs = compareViews(old, now).some(({ sealed }) => sealed !== 'unknown');
  return differs ? [{ path: placeBelow(edit, path), message, help }] : [];
}

export interface Words {
  readonly message?: string;
  readonly help: string;
}

/** The value at a path of mapping keys; undefined where there is none, or null. */
export function at(view: View, path: readonly string[]): View | undefined {
  let value: View | undefined = view;
  for (const key of path)
    value = isViewObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  return value ?? undefined;
}

/** True when an annotation or a label says so: Flux reads both. */
export function isMarked(object: ObjectView, mark: string, value: string): boolean {
  return ['annotations', 'labels'].some((marks) => {
    const found = at(object, ['metadata', marks, mark]);
    return typeof found === 'string' && found.toLowerCase() === value;
  });
}

/** The changes at or below a path of mapping keys. */
export function fieldsBelow(
  fields: readonly FieldChange[],
  path: readonly string[],
): FieldChange[] {
  return fields.filter(({ named }) => path.every((key, index) => named[index] === key));
}

function placeBelow({ fields }: Edit, path: readonly string[]): Path {
  const [first] = fieldsBelow(fields, path);
  return first?.path ?? path;
}
