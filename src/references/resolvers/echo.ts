import { errorAt } from '../../core/diagnostic.ts';
import { describeReference, type Reference } from '../../core/reference.ts';
import { failure, success, type Result } from '../../core/result.ts';
import { Secret } from '../../core/secret.ts';
import type { Tree } from '../../core/tree.ts';

/** `ref+echo://TEXT` is TEXT; with `#a/b` the path `a/b/c` reads as the document `{ a: { b: c } }`. */
export function resolveEcho(reference: Reference): Promise<Result<Tree>> {
  const parts = reference.path.replace(/\/+$/, '').split('/');
  const { key } = reference;
  const matches = key.every((part, index) => parts[index] === part);
  if (!matches || key.length >= parts.length) {
    return Promise.resolve(
      failure(
        errorAt('secrets/missing-key', `${describeReference(reference)}: no such key in the text`),
      ),
    );
  }
  const rest = parts.slice(key.length);
  if (key.length === 0) return Promise.resolve(success(new Secret(rest.join('/'))));
  const last: Tree = new Secret(rest.at(-1) ?? '');
  return Promise.resolve(
    success(rest.slice(0, -1).reduceRight<Tree>((inner, part) => ({ [part]: inner }), last)),
  );
}
