import { errorAt, type Diagnostic } from '../../core/diagnostic.ts';
import type { Reference } from '../../core/reference.ts';
import { failure, success, type Result } from '../../core/result.ts';
import { Secret } from '../../core/secret.ts';
import type { Tree } from '../../core/tree.ts';
import type { Sources } from '../sources.ts';

const VARIABLE = /\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)\})/g;

/** Variables that hold keys, or say where they are. */
const WITHHELD = /^(?:SOPS|AGE)_/i;

/** `ref+envsubst://$NAME` or `${NAME}`: text with variables of the environment. A missing one is an error. */
export function resolveEnvsubst(reference: Reference, sources: Sources): Promise<Result<Tree>> {
  const missing: string[] = [];
  const names = [...reference.path.matchAll(VARIABLE)].map(
    ([, bare, braced]) => bare ?? braced ?? '',
  );
  const withheld = names.filter((name) => WITHHELD.test(name));
  if (withheld.length > 0) return Promise.resolve(failure(...withheld.map(ofKeys)));
  const text = reference.path.replaceAll(VARIABLE, (_whole, bare?: string, braced?: string) => {
    const name = bare ?? braced ?? '';
    const value = sources.environment[name];
    if (value === undefined) missing.push(name);
    return value ?? '';
  });
  return Promise.resolve(missing.length === 0 ? success(new Secret(text)) : unset(missing));
}

function ofKeys(name: string): Diagnostic {
  return errorAt(
    'reference/key',
    `$${name} belongs to SOPS or age, and is no value for a manifest`,
    {
      help: 'keep what the manifest needs in a secret store',
    },
  );
}

function unset(names: readonly string[]): Result<never> {
  const list = names.map((name) => `$${name}`).join(', ');
  return failure(
    errorAt('secrets/unset-variable', `${list} is not set in the environment`, {
      help: 'set it where gantry runs',
    }),
  );
}
