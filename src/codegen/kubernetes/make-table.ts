import { errorAt } from '../../core/diagnostic.ts';
import { isJsonObject, type Json, type JsonObject } from '../../core/json.ts';
import { failure, success, type Result } from '../../core/result.ts';
import { TABLE_FORMAT, type SchemaRow, type SchemaTable } from '../../core/schema-table.ts';
import { rowOf } from './row.ts';
import { namespacedKinds } from './scopes.ts';
import { shortNames } from './short-names.ts';
import { trim } from './trim.ts';
import { wellKnown } from './well-known.ts';

/**
 * The schema table of an OpenAPI v2 document (`kubectl get --raw /openapi/v2`): what its definitions accept, in the
 * order of their names, so that equal documents give equal bytes. Code `use/openapi` for anything else.
 */
export function makeTable(document: unknown): Result<SchemaTable> {
  const definitions = isJsonObject(document) ? document['definitions'] : undefined;
  if (!isJsonObject(document) || !isJsonObject(definitions)) return failure(notOpenApi());
  const names = shortNames(Object.keys(definitions));
  const table = {
    table: TABLE_FORMAT,
    kubernetes: versionOf(document),
    kinds: kindsOf(document, definitions, names),
    definitions: {} as Record<string, SchemaRow>,
    schemas: {} as Record<string, JsonObject>,
  } as const;
  for (const name of Object.keys(definitions).sort()) {
    const definition = definitions[name];
    if (!isJsonObject(definition) || wellKnown(name) !== undefined) continue;
    const row = rowOf(definition, definitions, names);
    if (row.kind === 'row') table.definitions[names(name)] = row.row;
    if (row.kind === 'more') table.schemas[names(name)] = trim(definition, names) as JsonObject;
  }
  return success(table);
}

/** `{ info: { version: "v1.32.1" } }` → `1.32`. */
function versionOf(document: JsonObject): string | null {
  const info = document['info'];
  const version = isJsonObject(info) ? info['version'] : undefined;
  return /^v?(\d+\.\d+)/.exec(typeof version === 'string' ? version : '')?.[1] ?? null;
}

function kindsOf(
  document: JsonObject,
  definitions: JsonObject,
  names: (name: string) => string,
): Record<string, readonly [string, boolean | null]> {
  const namespaced = namespacedKinds(document['paths']);
  const kinds = Object.entries(definitions).flatMap(([name, definition]) => {
    const gvk = kindOf(definition);
    if (gvk === undefined) return [];
    return [[gvk, [names(name), namespaced.get(gvk) ?? null]] as const];
  });
  return Object.fromEntries(kinds.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Definitions of several kinds (DeleteOptions, WatchEvent) are parts of requests, not objects. */
function kindOf(definition: Json | undefined): string | undefined {
  const gvks = isJsonObject(definition) ? definition['x-kubernetes-group-version-kind'] : undefined;
  const gvk = Array.isArray(gvks) && gvks.length === 1 ? gvks[0] : undefined;
  if (!isJsonObject(gvk)) return undefined;
  const parts = [gvk['group'], gvk['version'], gvk['kind']];
  if (!parts.every((part) => typeof part === 'string')) return undefined;
  return parts.filter((part) => part !== '').join('/');
}

function notOpenApi() {
  return errorAt('use/openapi', 'this is no OpenAPI v2 document: it has no `definitions`', {
    help: 'take what `kubectl get --raw /openapi/v2` prints',
  });
}
