import { errorAt, warningAt, type Diagnostic } from '../core/diagnostic.ts';
import { didYouMean } from '../core/near-miss.ts';
import { describeReference, type Reference } from '../core/reference.ts';
import { failure, type Result } from '../core/result.ts';
import type { Tree } from '../core/tree.ts';
import { resolveEcho } from './resolvers/echo.ts';
import { resolveEnvsubst } from './resolvers/envsubst.ts';
import { resolveFile } from './resolvers/file.ts';
import { resolveSops } from './resolvers/sops.ts';
import { resolveVals } from './resolvers/vals.ts';
import type { Sources } from './sources.ts';

type Resolver = (reference: Reference, sources: Sources) => Promise<Result<Tree>>;

const RESOLVERS: Readonly<Record<string, Resolver>> = {
  sops: resolveSops,
  file: resolveFile,
  envsubst: resolveEnvsubst,
  env: resolveEnvsubst,
  echo: resolveEcho,
};

/** Values of references by `describeReference`, and what went wrong with the others. */
export interface Resolved {
  readonly values: ReadonlyMap<string, Tree>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Resolves each different reference once, all at the same time, and reports every failure. */
export async function resolveReferences(
  references: readonly Reference[],
  sources: Sources,
): Promise<Resolved> {
  const unique = new Map(references.map((reference) => [describeReference(reference), reference]));
  const results = await Promise.all(
    [...unique].map(async ([name, reference]) => ({
      name,
      result: await resolve(reference, sources),
    })),
  );
  const values = results.flatMap(({ name, result }) =>
    result.ok ? [[name, result.value] as const] : [],
  );
  const failures = results.flatMap(({ result }) => (result.ok ? [] : result.diagnostics));
  return {
    values: new Map(values),
    diagnostics: [...withoutDuplicates(failures), ...hints([...unique.values()])],
  };
}

function resolve(reference: Reference, sources: Sources): Promise<Result<Tree>> {
  const { scheme } = reference;
  const own = Object.hasOwn(RESOLVERS, scheme) ? RESOLVERS[scheme] : undefined;
  const isAllowed = scheme !== 'exec' && sources.valsSchemes.includes(scheme);
  const resolver = own ?? (isAllowed ? resolveVals : undefined);
  return resolver?.(reference, sources) ?? Promise.resolve(unknownScheme(scheme));
}

function unknownScheme(scheme: string): Result<never> {
  const near = didYouMean(scheme, Object.keys(RESOLVERS));
  const others = `schemes that \`vals\` may resolve are listed in settings.references.schemes`;
  return failure(
    errorAt(
      'reference/scheme',
      `the scheme "${scheme}" of a placeholder is not resolved in this project`,
      { help: scheme === 'exec' ? 'commands are never run from manifests' : (near ?? others) },
    ),
  );
}

function hints(references: readonly Reference[]): Diagnostic[] {
  if (!references.some((reference) => reference.scheme === 'env')) return [];
  return [
    warningAt('reference/env', '`ref+env://` is read as `ref+envsubst://`', {
      help: 'write `ref+envsubst://$NAME`, which vals understands too',
    }),
  ];
}

/** Many references fail for one reason, such as a store without a matching identity: it is told once. */
function withoutDuplicates(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [
    ...new Map(diagnostics.map((diagnostic) => [JSON.stringify(diagnostic), diagnostic])).values(),
  ];
}
