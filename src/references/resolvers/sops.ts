import { errorAt, type Diagnostic } from '../../core/diagnostic.ts';
import { didYouMean } from '../../core/near-miss.ts';
import { describeReference, type Reference } from '../../core/reference.ts';
import { failure, success, type Result } from '../../core/result.ts';
import type { Tree } from '../../core/tree.ts';
import type { Sources } from '../sources.ts';

/** `ref+sops://FILE#KEY`: a value of a SOPS store, its MAC verified; without a key the whole store as text. */
export async function resolveSops(reference: Reference, sources: Sources): Promise<Result<Tree>> {
  const options = Object.entries(reference.query).filter(
    (option) => !isUnderstood(reference, option),
  );
  if (options.length > 0)
    return failure(...options.map(([name]) => unknownOption(reference, name)));
  const store = await sources.openStore(reference.path);
  if (!store.ok) return store;
  if (reference.key.length === 0) return store.value.text();
  const value = store.value.lookUp(reference.key);
  return value === undefined ? missingKey(reference, store.value.keys()) : success(value);
}

/** `?format=` says what the name says already; YAML is read as JSON is. */
function isUnderstood({ path }: Reference, [name, value]: readonly [string, string]): boolean {
  const formats = path.endsWith('.env') ? ['dotenv'] : ['yaml', 'json'];
  return name === 'format' && formats.includes(value);
}

function unknownOption(reference: Reference, option: string): Diagnostic {
  return errorAt(
    'reference/malformed',
    `${describeReference(reference)}: a store takes no such option "${option}"`,
    {
      help: 'its format is told by its name, its keys are found where sops finds them',
    },
  );
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
