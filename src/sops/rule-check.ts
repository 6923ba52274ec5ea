import { errorAt, type Diagnostic } from '../core/diagnostic.ts';
import type { Json } from '../core/json.ts';
import { isJsonObject } from '../core/json.ts';
import type { KubernetesObject } from '../core/object.ts';
import { toDotted, type Path } from '../core/pointer.ts';
import type { CreationRule } from './creation-rule.ts';
import { selectsPath, type Selection } from './selection.ts';

/** What must stay readable for Flux and kustomize to know an object. */
const IDENTITY: readonly Path[] = [
  ['apiVersion'],
  ['kind'],
  ['metadata', 'name'],
  ['metadata', 'namespace'],
];

/**
 * Whether a rule suits a manifest file: errors `config/rule-hides-identity` where it would encrypt what
 * names an object, `config/rule-selects-nothing` when it would leave the whole file clear.
 */
export function checkManifestRule(
  rule: CreationRule,
  objects: readonly KubernetesObject[],
  file: string,
): Diagnostic[] {
  const hidden = hiddenIdentity(rule, objects, file);
  const nothing =
    objects.length > 0 && !objects.some((object) => selectsAny(rule.selection, object, []));
  if (!nothing) return hidden;
  const { kind, pattern } = rule.selection;
  return [
    ...hidden,
    errorAt(
      'config/rule-selects-nothing',
      `${file} is to be encrypted, but ${kind} ${JSON.stringify(pattern)} selects no value in it`,
      {
        file,
        origin: rule.origin,
        help: 'for Kubernetes write `encrypted_regex: ^(data|stringData)$`',
      },
    ),
  ];
}

/** One finding per file: what the rule hides is the same for most objects. */
function hiddenIdentity(
  rule: CreationRule,
  objects: readonly KubernetesObject[],
  file: string,
): Diagnostic[] {
  const hidden = IDENTITY.filter(
    (path) =>
      selectsPath(rule.selection, path) && objects.some((object) => isText(valueAt(object, path))),
  );
  if (hidden.length === 0) return [];
  return [
    errorAt(
      'config/rule-hides-identity',
      `the creation rule for ${file} would encrypt ${hidden.map(toDotted).join(', ')}`,
      {
        file,
        origin: rule.origin,
        help: 'for Kubernetes write `encrypted_regex: ^(data|stringData)$`',
      },
    ),
  ];
}

function selectsAny(selection: Selection, value: Json, path: Path): boolean {
  if (Array.isArray(value))
    return value.some((item, index) => selectsAny(selection, item, [...path, index]));
  if (isJsonObject(value)) {
    return Object.entries(value).some(([key, item]) => selectsAny(selection, item, [...path, key]));
  }
  return value !== null && value !== '' && selectsPath(selection, path);
}

function valueAt(object: KubernetesObject, path: Path): Json | undefined {
  let value: Json | undefined = object;
  for (const key of path)
    value = value !== undefined && isJsonObject(value) ? value[key] : undefined;
  return value;
}

function isText(value: Json | undefined): boolean {
  return typeof value === 'string' && value !== '';
}
