import { errorAt } from '../../core/diagnostic.ts';
import { didYouMean } from '../../core/near-miss.ts';
import { describeReference, type Reference } from '../../core/reference.ts';
import { failure, success, type Result } from '../../core/result.ts';
import type { Tree } from '../../core/tree.ts';
import type { Sources } from '../sources.ts';

/** `ref+sops://FILE#KEY`: a value of a SOPS store, its MAC verified. */
export async function resolveSops(reference: Reference, sources: Sources): Promise<Result<Tree>> {
  if (reference.key.length === 0) {
    return failure(
      errorAt(
        'secrets/no-key-named',
        `${describeReference(reference)} names a whole store, not a value`,
        {
          help: 'write which value is meant: `ref+sops://FILE#KEY`',
        },
      ),
    );
  }
  const store = await sources.openStore(reference.path);
  if (!store.ok) return store;
  const value = store.value.lookUp(reference.key);
  return value === undefined ? missingKey(reference, store.value.keys()) : success(value);
}

/** The finding for a key that a store does not hold, with the nearest names. */
export function missingKey(
  reference: Reference,
  keys: readonly (readonly string[])[],
): Result<never> {
  const name = reference.key.join('/');
  const near = didYouMean(
    name,
    keys.map((key) => key.join('/')),
  );
  return failure(
    errorAt('secrets/missing-key', `${reference.path} holds no key "${name}"`, {
      help:
        near ?? `add it: gantry secrets set ${name} --store ${reference.path} --value-from stdin`,
    }),
  );
}
