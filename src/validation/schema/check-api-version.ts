import { nearMisses } from '../../core/near-miss.ts';
import type { KubernetesObject } from '../../core/object.ts';
import { isSince, retirement } from './api-versions.ts';
import type { Finding } from './finding.ts';
import type { KindSchema, SchemaRegistry } from './registry.ts';

/** Findings about the API version of an object: removed, deprecated, or of a built-in group that does not have it. */
export function checkApiVersion(
  { apiVersion, kind }: KubernetesObject,
  schema: KindSchema | undefined,
  registry: SchemaRegistry,
): Finding[] {
  const { version } = registry;
  const row = retirement(apiVersion, kind);
  const help = row?.instead === undefined ? undefined : `write ${row.instead}`;
  if (row?.removed !== undefined && isSince(version, row.removed)) {
    const message = `${apiVersion} ${kind} was removed in Kubernetes ${row.removed}`;
    return [{ code: 'schema/removed-api', path: ['apiVersion'], message, help }];
  }
  // A version that schemas of a newer one stand for has more than they know.
  const isStillThere = row?.removed !== undefined;
  if (schema === undefined && registry.isBuiltIn(apiVersion, kind) && !isStillThere)
    return [unknownKind(apiVersion, kind, registry)];
  const warned = schema?.deprecated ?? deprecation(row?.deprecated, version);
  if (warned === undefined) return [];
  const message =
    warned === '' ? `${apiVersion} ${kind} is deprecated` : `${apiVersion} ${kind}: ${warned}`;
  return [
    { code: 'schema/deprecated-api', severity: 'warning', path: ['apiVersion'], message, help },
  ];
}

function deprecation(since: string | undefined, version: string): string | undefined {
  return isSince(version, since) ? `deprecated since Kubernetes ${since ?? ''}` : undefined;
}

function unknownKind(apiVersion: string, kind: string, registry: SchemaRegistry): Finding {
  const kinds = registry.builtInKinds();
  const elsewhere = kinds.filter(([, known]) => known === kind).map(([known]) => known);
  const near = nearMisses(
    kind,
    kinds.filter(([known]) => known === apiVersion).map(([, known]) => known),
  );
  const code = 'schema/unknown-kind';
  const message = `Kubernetes ${registry.version} has no ${apiVersion} ${kind}`;
  if (elsewhere.length > 0)
    return { code, path: ['apiVersion'], message, help: `write ${elsewhere.join(' or ')}` };
  const help = near.length > 0 ? `did you mean ${near.join(' or ')}?` : undefined;
  return { code, path: ['kind'], message, help };
}
