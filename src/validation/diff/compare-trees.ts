import { describeObject } from '../../core/object.ts';
import { identityOf } from '../metadata/identities.ts';
import type { SchemaRegistry } from '../schema/registry.ts';
import { compareViews, type FieldChange } from './compare.ts';
import { isViewObject, type ObjectView, type View } from './view.ts';

/** An object and the manifest file that holds it. */
export interface PlacedObject {
  readonly file: string;
  readonly object: ObjectView;
}

/** What became of one object. Of a removed one, file and object are the former ones. */
export interface ObjectChange extends PlacedObject {
  readonly change: 'added' | 'changed' | 'removed';
  /** As it was; of a changed object. */
  readonly before?: ObjectView;
  /** The file that held it before, when that is another. */
  readonly movedFrom?: string;
  readonly fields: readonly FieldChange[];
}

/**
 * The differences of two trees, object by object, wherever the objects stand. The label `kubenix/hash` says nothing of
 * the object that carries it: two values of it are no difference.
 */
export function compareTrees(
  before: readonly PlacedObject[],
  after: readonly PlacedObject[],
  registry: SchemaRegistry,
): ObjectChange[] {
  const old = byIdentity(before, registry);
  const now = byIdentity(after, registry);
  const kept = [...now].flatMap(([identity, placed]): ObjectChange[] => {
    const former = old.get(identity);
    if (former === undefined) return [{ change: 'added', ...placed, fields: [] }];
    return changed(former, placed, registry);
  });
  const removed = [...old].flatMap(([identity, placed]): ObjectChange[] =>
    now.has(identity) ? [] : [{ change: 'removed', ...placed, fields: [] }],
  );
  return [...kept, ...removed];
}

function changed(
  { file: formerFile, object: before }: PlacedObject,
  { file, object }: PlacedObject,
  registry: SchemaRegistry,
): ObjectChange[] {
  const node = registry.find(object.apiVersion, object.kind)?.node;
  const fields = compareViews(before, object, node).filter((field) => !isHash(field));
  const moved = formerFile === file ? {} : { movedFrom: formerFile };
  if (fields.length === 0 && formerFile === file) return [];
  return [{ change: 'changed', file, object, before, ...moved, fields }];
}

function isHash({ op, named }: FieldChange): boolean {
  const [first, second, third] = named;
  return (
    op === 'replace' && first === 'metadata' && second === 'labels' && third === 'kubenix/hash'
  );
}

/** Objects by group, kind, namespace and name; Lists opened. Of several with one identity each has its turn. */
function byIdentity(
  placed: readonly PlacedObject[],
  registry: SchemaRegistry,
): Map<string, PlacedObject> {
  const found = new Map<string, PlacedObject>();
  for (const { file, object } of placed.flatMap(opened)) {
    const identity = identityOf(object, registry) ?? describeObject(object);
    let key = identity;
    for (let copy = 2; found.has(key); copy++) key = `${identity} ${copy}`;
    found.set(key, { file, object });
  }
  return found;
}

function opened({ file, object }: PlacedObject): PlacedObject[] {
  const { items } = object as Record<string, View>;
  if (object.kind !== 'List' || !Array.isArray(items)) return [{ file, object }];
  return items.filter(isViewObject).flatMap((item) => opened({ file, object: item as ObjectView }));
}
