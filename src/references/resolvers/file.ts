import { Buffer } from 'node:buffer';
import { errorAt } from '../../core/diagnostic.ts';
import { didYouMean } from '../../core/near-miss.ts';
import { describeReference, type Reference } from '../../core/reference.ts';
import { failure, success, type Result } from '../../core/result.ts';
import { Secret } from '../../core/secret.ts';
import { isTreeObject, lookUpTree, type Tree } from '../../core/tree.ts';
import type { Sources } from '../sources.ts';

/** `ref+file://PATH`: the text of a file, as base64 with `?encode=base64`; with `#KEY` a value of its YAML or JSON. */
export async function resolveFile(reference: Reference, sources: Sources): Promise<Result<Tree>> {
  const text = await sources.readText(reference.path);
  if (!text.ok) return text;
  if (reference.key.length === 0) return encoded(reference, text.value);
  const parsed = sources.parse(text.value, reference.path);
  if (!parsed.ok) return parsed;
  const value = lookUpTree(parsed.value, reference.key);
  if (value !== undefined) return success(value);
  const keys = isTreeObject(parsed.value) ? Object.keys(parsed.value) : [];
  // All keys are not told: in a file that is none of YAML, such as one line of text with a colon, they are the secret.
  const near = didYouMean(reference.key.join('/'), keys);
  return failure(
    errorAt('secrets/missing-key', `${describeReference(reference)}: no such key`, {
      help:
        near ?? `${reference.path} has ${keys.length} keys at its top, and this is none of them`,
    }),
  );
}

function encoded(reference: Reference, text: string): Result<Tree> {
  const encoding = reference.query['encode'];
  if (encoding === undefined) return success(new Secret(text));
  if (encoding === 'base64') return success(new Secret(Buffer.from(text).toString('base64')));
  return failure(
    errorAt(
      'reference/malformed',
      `${describeReference(reference)}: unknown encoding "${encoding}"`,
      {
        help: 'the only encoding is `?encode=base64`',
      },
    ),
  );
}
