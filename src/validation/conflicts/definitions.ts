import { isJsonObject, type JsonObject } from '../../core/json.ts';
import { items, record, text } from '../graph/fields.ts';
import { versions } from './admission.ts';
import { conflictIf, missing, says, type Conflict, type StructChecks } from './conflict.ts';
import { schemaConflicts } from './definition-schemas.ts';
import { holdsUnknown } from './opaque.ts';

/** What definitions of custom resources have to keep to. */
export const DEFINITION_CHECKS: StructChecks = {
  'apiextensions.CustomResourceDefinition': approval,
  'apiextensions.CustomResourceDefinitionSpec': (spec) => [
    ...storage(spec),
    ...conflictIf(
      spec['preserveUnknownFields'] === true,
      ['preserveUnknownFields'],
      'must not be true: write x-kubernetes-preserve-unknown-fields in the schema',
    ),
  ],
  'apiextensions.CustomResourceDefinitionNames': ({ kind, listKind }) =>
    conflictIf(
      typeof kind === 'string' && kind === listKind,
      ['listKind'],
      'must differ from kind',
    ),
  'apiextensions.CustomResourceDefinitionVersion': version,
  'apiextensions.CustomResourceConversion': conversion,
};

function storage(spec: JsonObject): Conflict[] {
  const list = items({ value: spec, path: [] }, 'versions');
  const stored = list.filter(({ value }) => value['storage'] === true);
  return conflictIf(
    list.length > 0 && stored.length !== 1,
    ['versions'],
    'must have one version with storage: true',
  );
}

function version(version: JsonObject): Conflict[] {
  const schema = record(version, 'schema')['openAPIV3Schema'];
  return [
    ...(isJsonObject(version['schema']) && !isJsonObject(schema)
      ? [missing(['schema', 'openAPIV3Schema'], 'every version needs it')]
      : []),
    ...conflictIf(
      version['deprecated'] !== true && (version['deprecationWarning'] ?? null) !== null,
      ['deprecationWarning'],
      'must not stand without deprecated: true',
    ),
    ...(isJsonObject(schema) && !holdsUnknown(schema)
      ? schemaConflicts(schema, ['schema', 'openAPIV3Schema'])
      : []),
    ...(isJsonObject(schema) && isJsonObject(record(version, 'subresources')['status'])
      ? withStatus(schema)
      : []),
    ...(holdsUnknown(schema) ? [] : selectable(version, schema)),
  ];
}

/** What the root of a schema may say beside a status of its own. */
const ROOT_FIELDS: ReadonlySet<string> = new Set([
  ...['description', 'type', 'format', 'title', 'maximum', 'exclusiveMaximum', 'minimum'],
  ...['exclusiveMinimum', 'maxLength', 'minLength', 'pattern', 'maxItems', 'minItems'],
  ...['uniqueItems', 'multipleOf', 'required', 'items', 'properties', 'externalDocs', 'example'],
  ...['x-kubernetes-preserve-unknown-fields', 'x-kubernetes-validations'],
]);

function withStatus(schema: JsonObject): Conflict[] {
  return Object.keys(schema)
    .filter((field) => !ROOT_FIELDS.has(field) && says(schema, field) && schema[field] !== false)
    .map((field) => ({
      path: ['schema', 'openAPIV3Schema', field],
      must: 'must not stand at the root beside subresources.status',
    }));
}

/** Fields that one may select by are scalars of the schema. */
function selectable(version: JsonObject, schema: unknown): Conflict[] {
  return items({ value: version, path: [] }, 'selectableFields').flatMap(({ value, path }) => {
    const place = text(value, 'jsonPath');
    if (place === undefined) return [];
    let found = schema;
    for (const name of place.slice(1).split('.'))
      found = isJsonObject(found) ? record(found, 'properties')[name] : undefined;
    const type = isJsonObject(found) ? found['type'] : undefined;
    const isScalar = type === 'string' || type === 'boolean' || type === 'integer';
    return conflictIf(
      !isScalar || place.startsWith('.metadata'),
      [...path, 'jsonPath'],
      'must be a field of the schema that is a string, a boolean or an integer',
    );
  });
}

function conversion(conversion: JsonObject): Conflict[] {
  const { strategy, webhook } = conversion;
  if (strategy === 'None')
    return conflictIf(isJsonObject(webhook), ['webhook'], 'must not stand beside strategy None');
  if (strategy !== 'Webhook') return [];
  if (!isJsonObject(webhook)) return [missing(['webhook'], 'strategy Webhook needs it')];
  return [
    ...(isJsonObject(webhook['clientConfig'])
      ? []
      : [missing(['webhook', 'clientConfig'], 'strategy Webhook needs it')]),
    ...versions(webhook, 'conversionReviewVersions').map((conflict) => ({
      ...conflict,
      path: ['webhook', ...conflict.path],
    })),
  ];
}

const APPROVAL = 'api-approved.kubernetes.io';

/** Groups of the Kubernetes community say who looked at them. */
function approval({ metadata, spec }: JsonObject): Conflict[] {
  const group = text(spec, 'group') ?? '';
  const isProtected = /(^|\.)(k8s|kubernetes)\.io$/.test(group);
  const given = text(metadata, 'annotations', APPROVAL);
  if (!isProtected || given?.startsWith('unapproved') === true) return [];
  const path = ['metadata', 'annotations', APPROVAL];
  if (given === undefined)
    return says(record(metadata, 'annotations'), APPROVAL)
      ? []
      : [missing(path, `groups of ${group.split('.').slice(-2).join('.')} need it`)];
  return conflictIf(
    !URL.canParse(given) || !/^[a-z]+:\/\/[^/]/i.test(given),
    path,
    'must be the URL of the approval, or unapproved and why',
  );
}
