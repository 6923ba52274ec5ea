import type { Diagnostic } from '../core/diagnostic.ts';
import type { Json } from '../core/json.ts';
import { failure, success, type Result } from '../core/result.ts';
import { behindJson } from './behind-json.ts';
import { differencesIn, type Difference } from './differences.ts';
import { readEachDocument } from './documents.ts';
import { firstProblems } from './first-problems.ts';
import { readJsonText } from './json-text.ts';
import { directives, refusalsIn } from './refused.ts';
import { spellingsIn, type Spellings } from './spellings.ts';
import { nodeToJson } from './to-json.ts';

/** A text that kubectl and kustomize will read, too. */
export interface ForeignText {
  /** Its documents, empty ones left out, as kustomize reads them. */
  readonly values: readonly Json[];
  /** What both programs stop at, or do not see, code `yaml/syntax`: the first of each document. */
  readonly refusals: readonly Diagnostic[];
  /** What they read differently, by the index of the document. */
  readonly differences: readonly (Difference & { readonly index: number })[];
  /** How numbers and booleans are written, by the index of the document; JSON has one way alone. */
  readonly spellings: readonly Spellings[];
}

/**
 * Reads a text of Kubernetes objects, and says where kubectl and kustomize refuse what other readers take, and where
 * they differ. Fails as `readDocuments` does.
 */
export function readForeign(text: string, file: string): Result<ForeignText> {
  const json = readJsonText(text);
  if (json !== undefined) return success({ ...json, refusals: [], spellings: [] });
  const read = readEachDocument(text, file, ({ root }) => ({
    value: nodeToJson(root),
    differences: differencesIn(root, text),
    spellings: spellingsIn(root),
  }));
  if (!read.ok) return failure(...inOurWords(read.diagnostics, text, file));
  const documents = read.value.filter(({ value }) => value !== null);
  const behind = behindJson(text);
  return success({
    values: documents.map(({ value }) => value),
    spellings: documents.map(({ spellings }) => spellings),
    refusals: firstProblems(text, file, [...refusalsIn(text), ...behind.refusals]),
    differences: [
      ...behind.differences,
      ...documents.flatMap(({ differences }, index) =>
        differences.map((difference) => ({ ...difference, index })),
      ),
    ],
  });
}

/** A directive behind a separator is no YAML for the library either, which has fewer words for it. */
function inOurWords(found: readonly Diagnostic[], text: string, file: string): Diagnostic[] {
  const ours = firstProblems(text, file, directives(text));
  const place = ({ origin }: Diagnostic) => `${origin?.line ?? ''}:${origin?.column ?? ''}`;
  return found.map((each) => ours.find((our) => place(our) === place(each)) ?? each);
}
