import { resolve } from 'node:path';
import { InvalidArgumentError } from 'commander';
import { didYouMean } from '../core/near-miss.ts';
import { NO_GRANTS, type Grants } from '../nix/grants.ts';

/** The forms of `--allow`, as the help shows them. */
export const GRANT_FORMS = 'read=PATH, fetch=URL, build or local-inputs';

const KINDS = ['read=', 'fetch=', 'build', 'local-inputs'];

/** Adds what one `--allow` grants to what earlier ones did. */
export function parseGrant(text: string, earlier: Grants = NO_GRANTS): Grants {
  const [kind = '', ...rest] = text.split('=');
  const value = rest.join('=');
  if (kind === 'build' && value === '') return { ...earlier, build: true };
  if (kind === 'local-inputs' && value === '') return { ...earlier, localInputs: true };
  if (kind === 'read' && value !== '')
    return { ...earlier, read: [...earlier.read, resolve(value)] };
  if (kind === 'fetch' && value !== '')
    return { ...earlier, fetch: [...earlier.fetch, value.replace(/\/*$/, '/')] };
  const near = didYouMean(text, KINDS);
  throw new InvalidArgumentError(`It takes ${GRANT_FORMS}.${near === undefined ? '' : ` ${near}`}`);
}
