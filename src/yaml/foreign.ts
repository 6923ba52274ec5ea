import type { Diagnostic } from '../core/diagnostic.ts';
import type { Json } from '../core/json.ts';
import { success, type Result } from '../core/result.ts';
import { behindJson } from './behind-json.ts';
import { differencesIn, type Difference } from './differences.ts';
import { readEachDocument } from './documents.ts';
import { firstProblems } from './first-problems.ts';
import { readJsonText } from './json-text.ts';
import { refusalsIn } from './refused.ts';
import { nodeToJson } from './to-json.ts';

/** A text that kubectl and kustomize will read, too. */
export interface ForeignText {
  /** Its documents, empty ones left out, as kustomize reads them. */
  readonly values: readonly Json[];
  /** What both programs stop at, or do not see, code `yaml/syntax`: the first of each document. */
  readonly refusals: readonly Diagnostic[];
  /** What they read differently, by the index of the document. */
  readonly differences: readonly (Difference & { readonly index: number })[];
}

/**
 * Reads a text of Kubernetes objects, and says where kubectl and kustomize refuse what other readers take, and where
 * they differ. Fails as `readDocuments` does.
 */
export function readForeign(text: string, file: string): Result<ForeignText> {
  const json = readJsonText(text);
  if (json !== undefined) return success({ ...json, refusals: [] });
  const read = readEachDocument(text, file, ({ root }) => ({
    value: nodeToJson(root),
    differences: differencesIn(root, text),
  }));
  if (!read.ok) return read;
  const documents = read.value.filter(({ value }) => value !== null);
  const behind = behindJson(text);
  return success({
    values: documents.map(({ value }) => value),
    refusals: firstProblems(text, file, [...refusalsIn(text), ...behind.refusals]),
    differences: [
      ...behind.differences,
      ...documents.flatMap(({ differences }, index) =>
        differences.map((difference) => ({ ...difference, index })),
      ),
    ],
  });
}
