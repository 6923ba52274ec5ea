import { isJsonObject, type Json, type JsonObject } from '../../core/json.ts';

/** One served version of a custom resource. */
export interface CustomKind {
  readonly apiVersion: string;
  readonly kind: string;
  /** null: not known. */
  readonly namespaced: boolean | null;
  /** Its `openAPIV3Schema`; undefined when the definition has none. */
  readonly schema: JsonObject | undefined;
  readonly deprecated: boolean;
  readonly deprecationWarning: string | undefined;
}

/** The kinds that CustomResourceDefinitions define; all other objects define none. */
export function customKinds(objects: readonly Json[]): CustomKind[] {
  return objects.flatMap((object) => (isJsonObject(object) ? kindsOf(object) : []));
}

function kindsOf(object: JsonObject): CustomKind[] {
  const isDefinition =
    object['kind'] === 'CustomResourceDefinition' &&
    object['apiVersion'] === 'apiextensions.k8s.io/v1';
  const spec = object['spec'];
  if (!isDefinition || !isJsonObject(spec)) return [];
  const { group, names, versions, scope } = spec;
  const kind = isJsonObject(names) ? names['kind'] : undefined;
  if (typeof group !== 'string' || typeof kind !== 'string' || !Array.isArray(versions)) return [];
  return versions.filter(isJsonObject).flatMap((version) => {
    const { name, schema } = version;
    if (typeof name !== 'string' || version['served'] === false) return [];
    const warning = version['deprecationWarning'];
    const root = isJsonObject(schema) ? schema['openAPIV3Schema'] : undefined;
    return [
      {
        apiVersion: `${group}/${name}`,
        kind,
        namespaced: scope !== 'Cluster',
        schema: isJsonObject(root) && spec['preserveUnknownFields'] !== true ? root : undefined,
        deprecated: version['deprecated'] === true,
        deprecationWarning: typeof warning === 'string' ? warning : undefined,
      },
    ];
  });
}
