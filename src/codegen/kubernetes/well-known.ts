/**
 * Types whose published schema says less than servers do: a quantity is published as text, and what may be anything as an
 * object without fields.
 */
const WELL_KNOWN: readonly (readonly [suffix: string, type: string])[] = [
  ['apimachinery.pkg.api.resource.Quantity', 'quantity'],
  ['apimachinery.pkg.util.intstr.IntOrString', 'int-or-string'],
  ['apimachinery.pkg.runtime.RawExtension', 'any'],
  ['apimachinery.pkg.apis.meta.v1.FieldsV1', 'any'],
  ['apimachinery.pkg.apis.meta.v1.Patch', 'any'],
  ['apimachinery.pkg.apis.meta.v1.Time', 'date-time'],
  ['apimachinery.pkg.apis.meta.v1.MicroTime', 'date-time'],
  ...[
    'JSON',
    'JSONSchemaPropsOrArray',
    'JSONSchemaPropsOrBool',
    'JSONSchemaPropsOrStringArray',
  ].flatMap((name) =>
    ['v1', 'v1beta1'].map(
      (version) =>
        [`apiextensions-apiserver.pkg.apis.apiextensions.${version}.${name}`, 'any'] as const,
    ),
  ),
];

/** The type of a definition that every Kubernetes has; undefined for all others. */
export function wellKnown(definition: string): string | undefined {
  return WELL_KNOWN.find(([suffix]) => definition.endsWith(suffix))?.[1];
}
