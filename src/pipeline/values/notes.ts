import { warningAt, type Diagnostic } from '../../core/diagnostic.ts';
import { isJsonObject, type Json } from '../../core/json.ts';
import { toDotted, type Path } from '../../core/pointer.ts';
import type { RenamedKey } from './as-helm-reads.ts';

/** One warning for all keys that Helm knows by another name; none without such keys. */
export function renamedKeys(renamed: readonly RenamedKey[]): Diagnostic[] {
  const [first] = renamed;
  if (first === undefined) return [];
  const names = renamed.map(
    ({ written, path }) =>
      `${written} is ${JSON.stringify(path.at(-1))} (${toDotted([...path.slice(0, -1), written])})`,
  );
  const what = renamed.length === 1 ? 'a key' : `${renamed.length} keys`;
  return [
    warningAt(
      'values/key',
      `Helm reads ${what} as booleans or numbers: ${names.join(', ')}; the module has Helm’s names`,
      {
        origin: first.origin,
        help: `to have the name that is written, put the key in quotes: "${first.written}": …`,
      },
    ),
  ];
}

/** From here on Helm, to which every number is a float, writes whole ones with an exponent. */
const EXPONENT_FROM = 1e6;

/** One warning for all environment variables that Helm writes as `1e+06`; the module has all digits. */
export function largeNumbers(values: Json): Diagnostic[] {
  const found = numbersInEnv(values, []).map(toDotted);
  if (found.length === 0) return [];
  return [
    warningAt(
      'values/number',
      `Helm writes whole numbers from a million on with an exponent (1e+06), the module writes all digits: ${found.join(', ')}`,
      { help: 'put the number in quotes to have the same text in both' },
    ),
  ];
}

function numbersInEnv(value: Json, path: Path): Path[] {
  if (isLarge(value)) return isVariable(path) ? [path] : [];
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => numbersInEnv(item, [...path, index]));
  }
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([key, item]) => numbersInEnv(item, [...path, key]));
}

/** What is beyond 2^53 the module has as a float, as Helm. */
function isLarge(value: Json): boolean {
  return Number.isSafeInteger(value) && Math.abs(Number(value)) >= EXPONENT_FROM;
}

/** `env.NAME`, `env.NAME.value`, or `env[0].value`. */
function isVariable(path: Path): boolean {
  const above = path.at(-1) === 'value' ? path.at(-3) : path.at(-2);
  return above === 'env';
}

/** Whether a release needs its namespace: a template asks for it, or a subject is a service account of it. */
export function usesNamespace(values: Json, objects: readonly Json[]): boolean {
  return (
    JSON.stringify(values).includes('.Release.Namespace') ||
    objects.some(
      (object) =>
        isJsonObject(object) &&
        Array.isArray(object['subjects']) &&
        object['subjects'].some(isAccountWithoutNamespace),
    )
  );
}

function isAccountWithoutNamespace(subject: Json): boolean {
  return isJsonObject(subject) && subject['kind'] === 'ServiceAccount' && !subject['namespace'];
}

/** What a release without a namespace lacks; `isFlux`: it comes from a HelmRelease. */
export function missingNamespace(isFlux: boolean): Diagnostic {
  const why = isFlux
    ? 'the HelmRelease names no namespace; Flux takes that of its own Kustomization (spec.targetNamespace)'
    : 'the values use the namespace of their release, and nothing says which it is';
  return warningAt('values/namespace', `${why}; the module is made without one`, {
    help: 'add `--namespace NAME`, the namespace that the application runs in',
  });
}
