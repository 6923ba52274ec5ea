import type { Reference } from '../../core/reference.ts';
import type { Result } from '../../core/result.ts';
import type { Tree } from '../../core/tree.ts';
import type { Sources } from '../sources.ts';

/** Any scheme that the project's settings allow: the program `vals` resolves it. */
export function resolveVals(reference: Reference, sources: Sources): Promise<Result<Tree>> {
  return sources.askVals(placeholderText(reference));
}

/** The reference as a placeholder again. A `+` would end it and is written as an escape. */
function placeholderText({ scheme, path, query, key }: Reference): string {
  const parameters = new URLSearchParams(query).toString();
  const location = encodeURI(path).replaceAll('+', '%2B');
  const fragment = key.length === 0 ? '' : `#/${key.join('/')}`;
  return `ref+${scheme}://${location}${parameters === '' ? '' : `?${parameters}`}${fragment}`;
}
