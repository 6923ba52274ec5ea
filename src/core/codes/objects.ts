import { codes, error, info, off, warning } from './entry.ts';

/** What is checked of each object: its schema, its names, its practice. */
export const OBJECT_CODES = codes(
  { exit: 'findings', settings: true, optOut: true },
  {
    'image/digest': off('An image without digest.'),
    'image/latest': off('An image without version.'),
    'metadata/annotation': error('Annotations that Kubernetes refuses.'),
    'metadata/data-key': error('A key in data that Kubernetes refuses.'),
    'metadata/duplicate': error('One object twice.', undefined, { about: 'one object twice' }),
    'metadata/label': error('A label that Kubernetes refuses.'),
    'metadata/name': error('A name that Kubernetes refuses.'),
    'metadata/namespace': warning('A namespace that is not there.'),
    'metadata/size': error('Too much data.'),
    'probe/missing': off('A container without readiness probe.'),
    'resources/requests': off('A container without requests.'),
    'rule/no-reason': warning('An opt-out without a reason.', undefined, { optOut: false }),
    'schema/cel': info('Rules that only the API server checks.', undefined, {
      optOut: false,
      quiet: true,
    }),
    'schema/conflict': error('Fields that are right each by itself and not together.'),
    'schema/deprecated-api': warning('An API version that will go.'),
    'schema/duplicate-item': error('Two items of a list with one key.'),
    'schema/format': error('A text that does not read as what it should be.'),
    'schema/none': info('Objects without a schema.', undefined, { optOut: false }),
    'schema/removed-api': error('An API version that is gone.'),
    'schema/required': error('A required field is missing.'),
    'schema/server-default': warning('A field that servers fill in.'),
    'schema/type': error('A value of the wrong type.'),
    'schema/unknown-field': error('A field that the schema does not know.'),
    'schema/unknown-kind': error('A kind that Kubernetes does not have.'),
    'schema/version': warning(
      'A version of Kubernetes without schemas of its own.',
      'Objects are checked by the schemas of the nearest newer version that there is. What that version has and yours lacks is not told. Name the version of your cluster in `kubernetesVersion`.',
      { optOut: false },
    ),
    'schema/value': error('A value that is not allowed.'),
    'security/cluster-admin': off('Every right there is.'),
    'security/host-path': off('A folder of the node.'),
    'security/privileged': off('A privileged container.'),
    'schema/object': error(
      'A document that is no Kubernetes object.',
      'Every document of a manifest has apiVersion, kind and metadata.name. A module gets this error for what it defines, `gantry validate` for what it reads. Text of another kind belongs outside of the tree, or behind a name that `gantry validate` is not given.',
      { settings: false, optOut: false },
    ),
    'schema/left-out': info(
      'Files that hold other things than whole objects.',
      '`gantry validate` found files in its folders that are kustomize patches, chart templates or the files of other programs, and did not check them. A file that is named on the command line is always checked.',
      { optOut: false },
    ),
    'rule/unknown': warning(
      'An opt-out that names no rule.',
      'The annotation `gantry.dev/ignore` names a code that no finding can have, or one that no opt-out takes away, so it has no effect. `gantry explain` lists all codes.',
      { optOut: false },
    ),
  },
);
