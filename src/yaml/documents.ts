import { errorAt, type Diagnostic } from '../core/diagnostic.ts';
import { failure, success, type Result } from '../core/result.ts';
import { LineCounter, parseAllDocuments, type Document } from 'yaml';
import { ComposeError, composeDocument, NodeBudget } from './compose.ts';
import type { Span, YamlNode } from './node.ts';

/** Larger texts are refused (UTF-16 units). */
const LONGEST = 64 * 1024 * 1024;

export interface YamlDocument {
  readonly root: YamlNode;
  /** From behind the separator line before the document to the separator behind it, or the text's end. */
  readonly span: Span;
}

/**
 * Reads a YAML text, plain scalars as go-yaml reads them. Aliases are expanded within bounds; depth,
 * size and duplicate keys are checked; every syntax error is reported with its line. Codes `yaml/…`.
 */
export function readDocuments(text: string, file: string): Result<YamlDocument[]> {
  if (text.length > LONGEST) {
    return failure(errorAt('yaml/too-large', `${file} is longer than 64 MiB`, { file }));
  }
  const lines = new LineCounter();
  try {
    return composeAll(text, file, lines);
  } catch (error) {
    if (error instanceof ComposeError) {
      return failure(
        problem({ code: error.code, message: error.message, file }, lines.linePos(error.offset)),
      );
    }
    // The parser below recurses once per level: this is what very deep nesting looks like from here.
    if (!(error instanceof RangeError)) throw error;
    return failure(errorAt('yaml/too-deep', 'nested too deeply to be read', { file }));
  }
}

function composeAll(text: string, file: string, lines: LineCounter): Result<YamlDocument[]> {
  const parsed = parseAllDocuments(text, {
    schema: 'failsafe',
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
    lineCounter: lines,
  });
  const documents = Array.isArray(parsed) ? (parsed as Document[]) : [];
  const problems = documents.flatMap((document) =>
    document.errors.map((error) =>
      problem({ code: 'yaml/syntax', message: error.message, file }, lines.linePos(error.pos[0])),
    ),
  );
  if (problems.length > 0) return failure(...problems);
  const budget = new NodeBudget();
  return success(
    documents.map((document) => ({
      root: composeDocument(document, text, budget),
      span: documentSpan(document, text),
    })),
  );
}

/** The parser's range starts at the `---` of a document; the separator line is not part of the body. */
function documentSpan(document: Document, text: string): Span {
  const [start, , end] = document.range ?? [0, 0, text.length];
  const marker = /^---(?=[ \t\r\n]|$)[ \t]*(?:\r?\n)?/.exec(text.slice(start, start + 4096));
  return { start: start + (marker?.[0].length ?? 0), end };
}

function problem(
  { code, message, file }: { code: string; message: string; file: string },
  { line, col }: { line: number; col: number },
): Diagnostic {
  return errorAt(code, message, { file, origin: { file, line, column: col } });
}
