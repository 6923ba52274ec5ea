import { isJsonObject, type Json } from '../../../src/core/json.ts';
import type { KubernetesObject } from '../../../src/core/object.ts';
import type { Path } from '../../../src/core/pointer.ts';

/** A single fault that can be made in many objects, and what has to be said about it. */
export interface Fault {
  readonly name: string;
  readonly code: string;
  /**
   * Kinds, then the place as a JSON pointer without its first `/`; `*` is every item. `pod` stands for every kind that
   * has one, and the place is in its spec. The last field need not be there.
   */
  readonly at: string;
  /** What to write there; undefined: nothing. A function gets what was there, and gives it back where it cannot be made. */
  readonly put: Json | undefined | ((old: Json | undefined) => Json | undefined);
  /** Where it is found, from the place that was changed: `../name`; `-` is the item behind the last. */
  readonly found?: string;
  /** Codes of what else is found because of it. */
  readonly echoes?: readonly string[];
}

/** A fault at one place of an object. */
export interface Mutation {
  readonly object: KubernetesObject;
  /** Where it is to be found. */
  readonly found: Path;
}

/** Kind → where the spec of its pods stands. */
const PODS: Readonly<Record<string, string>> = {
  Deployment: 'spec/template/spec',
  StatefulSet: 'spec/template/spec',
  DaemonSet: 'spec/template/spec',
  CronJob: 'spec/jobTemplate/spec/template/spec',
};

/** Every place of the object at which the fault can be made. */
export function mutationsOf(fault: Fault, object: KubernetesObject): Mutation[] {
  const [, kinds = '', pattern = ''] = /^(\S+) (.*)$/.exec(fault.at) ?? [];
  const pod = kinds === 'pod' ? PODS[object.kind] : undefined;
  if (pod === undefined && !kinds.split('|').includes(object.kind)) return [];
  const parts = (pod === undefined ? pattern : `${pod}/${pattern}`)
    .split('/')
    .map((part) => part.replaceAll('~1', '/'));
  return placesOf(object, parts).flatMap((path) => {
    const old = valueAt(object, path);
    const next = typeof fault.put === 'function' ? fault.put(old) : fault.put;
    if (JSON.stringify(next) === JSON.stringify(old)) return [];
    const mutated = replaced(object, path, next) as KubernetesObject;
    return [{ object: mutated, found: follow(path, fault.found ?? '', old) }];
  });
}

function placesOf(value: Json, [part, ...rest]: readonly string[]): Path[] {
  if (part === undefined) return [[]];
  const children: [string | number, Json | undefined][] = Array.isArray(value)
    ? [...value.entries()].filter(([index]) => part === '*' || part === String(index))
    : isJsonObject(value)
      ? part === '*'
        ? Object.entries(value)
        : [[part, value[part]]]
      : [];
  return children.flatMap(([key, child]) => {
    if (rest.length === 0) return [[key]];
    return child === undefined ? [] : placesOf(child, rest).map((path) => [key, ...path]);
  });
}

function valueAt(value: Json, path: Path): Json | undefined {
  let found: Json | undefined = value;
  for (const part of path) found = (found as Record<string | number, Json> | undefined)?.[part];
  return found;
}

function replaced(value: Json | undefined, path: Path, next: Json | undefined): Json | undefined {
  const [part, ...rest] = path;
  if (part === undefined) return next;
  if (Array.isArray(value)) {
    const item = (each: Json) => replaced(each, rest, next);
    return value.flatMap((each, at) => (at === part ? (item(each) ?? []) : [each]));
  }
  const { [part]: old, ...others } = value as Record<string, Json>;
  const item = replaced(old, rest, next);
  return item === undefined ? others : { ...others, [part]: item };
}

function follow(path: Path, way: string, old: Json | undefined): Path {
  const found: (string | number)[] = [...path];
  for (const step of way.split('/').filter((each) => each !== '')) {
    if (step === '..') found.pop();
    else if (step === '-') found.push(Array.isArray(old) ? old.length : 0);
    else found.push(/^\d+$/.test(step) ? Number(step) : step);
  }
  return found;
}
