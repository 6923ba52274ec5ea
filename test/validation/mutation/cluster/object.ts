import type { JsonObject } from '../../../../src/core/json.ts';
import type { KubernetesObject } from '../../../../src/core/object.ts';

/** An object of a namespace; `metadata` adds to its name and namespace. */
export function namespaced(
  type: string,
  { name, namespace, ...metadata }: JsonObject & { readonly name: string },
  rest: JsonObject = {},
): KubernetesObject {
  const { apiVersion, kind } = split(type);
  return {
    apiVersion,
    kind,
    metadata: { name, ...(namespace && { namespace }), ...metadata },
    ...rest,
  };
}

/** An object of the whole cluster. */
export function clusterScoped(type: string, name: string, rest: JsonObject = {}): KubernetesObject {
  return namespaced(type, { name }, rest);
}

/** `apps/v1/Deployment` → its parts. */
function split(type: string) {
  const slash = type.lastIndexOf('/');
  return { apiVersion: type.slice(0, slash), kind: type.slice(slash + 1) };
}
