import { isJsonObject, type Json, type JsonObject } from './json.ts';
import { isTreeObject, type Tree, type TreeObject } from './tree.ts';

/** A workload whose pods are replaced when one of these Secrets, all in its own namespace, changes. */
export interface Roll {
  readonly kind: string;
  readonly namespace: string | null;
  readonly name: string;
  readonly secrets: readonly string[];
}

/** True when the roll means this object. */
export function isTarget(roll: Roll, object: TreeObject): boolean {
  return object['kind'] === roll.kind && identity(object) === identify(roll.namespace, roll.name);
}

export function isSecret(value: Json): value is JsonObject {
  return isJsonObject(value) && value['apiVersion'] === 'v1' && value['kind'] === 'Secret';
}

/** The name of a Secret among all: `namespace/name`, with nothing before the slash where there is no namespace. */
export function secretKey(secret: JsonObject): string {
  return identity(secret);
}

/** The Secrets that a roll names, by the same names. */
export function secretKeys({ namespace, secrets }: Roll): string[] {
  return secrets.map((name) => identify(namespace, name));
}

function identity({ metadata }: TreeObject): string {
  const { namespace, name } = metadata !== undefined && isTreeObject(metadata) ? metadata : {};
  return identify(text(namespace), text(name) ?? '');
}

function identify(namespace: string | null, name: string): string {
  return `${namespace ?? ''}/${name}`;
}

function text(value: Tree | undefined): string | null {
  return typeof value === 'string' ? value : null;
}
