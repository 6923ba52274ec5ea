import { errorAt, type Diagnostic } from '../../core/diagnostic.ts';
import { isJsonObject } from '../../core/json.ts';
import { describeObject, type KubernetesObject } from '../../core/object.ts';
import type { ImportedObject } from './read.ts';

/** Objects that two files import, or that a module defines and imports: one finding each, naming both. */
export function doublesOf(
  own: readonly KubernetesObject[],
  imported: readonly ImportedObject[],
  module: string,
): Diagnostic[] {
  const places = new Map(own.map((object) => [identityOf(object), `the module ${module}`]));
  const findings: Diagnostic[] = [];
  for (const { object, file } of imported) {
    const identity = identityOf(object);
    const other = places.get(identity);
    if (other === undefined) places.set(identity, `the file ${file}`);
    else findings.push(double(object, [other, file], module));
  }
  return findings;
}

function double(
  object: KubernetesObject,
  [other, file]: readonly [string, string],
  module: string,
): Diagnostic {
  return errorAt(
    'imports/defined-twice',
    `${describeObject(object)} comes from ${other} and from the file ${file}, which ${module} imports`,
    {
      file: module,
      object: describeObject(object),
      help: `take it out of ${file}, or define it in one place only`,
    },
  );
}

function identityOf({ apiVersion, kind, metadata }: KubernetesObject): string {
  const { namespace, name } = isJsonObject(metadata ?? null) ? (metadata as JsonNames) : {};
  return JSON.stringify([apiVersion, kind, namespace ?? null, name ?? null]);
}

interface JsonNames {
  readonly namespace?: unknown;
  readonly name?: unknown;
}
