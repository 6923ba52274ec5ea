import type { Code } from '../core/codes.ts';
import { errorAt, type Diagnostic } from '../core/diagnostic.ts';
import { failure, success, type Result } from '../core/result.ts';
import { Composer, Lexer, LineCounter, Parser, type CST, type Document } from 'yaml';
import { ComposeError, composeDocument, NodeBudget } from './compose.ts';
import type { Span, YamlDocument } from './node.ts';

/** Open collections of the parser at once, a little more than the depth the composer allows. */
const MOST_OPEN = 1000;

/** Reads any YAML text with the library, which knows the whole language and words its errors. Codes `yaml/…`. */
export function readWithLibrary(text: string, file: string): Result<YamlDocument[]> {
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
  const composer = new Composer({
    schema: 'failsafe',
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
    lineCounter: lines,
  });
  const documents: Document[] = [...composer.compose(syntaxOf(text, lines))];
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

/** The parser's tokens, as far as nesting stays within bounds: what is too deep ends here, early and cheap. */
function* syntaxOf(text: string, lines: LineCounter): Generator<CST.Token> {
  lines.addNewLine(0);
  const parser = new Parser(lines.addNewLine);
  let offset = 0;
  for (const lexeme of lexemesOf(text)) {
    yield* parser.next(lexeme);
    offset += lexeme.length;
    if (parser.stack.length > MOST_OPEN)
      throw new ComposeError('yaml/too-deep', 'nested too deeply to be read', offset);
  }
  yield* parser.end();
}

/** For libyaml and go-yaml, the colon of a key `*name:` does not belong to the name of the alias. */
function* lexemesOf(text: string): Generator<string> {
  for (const lexeme of new Lexer().lex(text)) {
    if (/^\*[\w-]+:$/.test(lexeme)) yield* [lexeme.slice(0, -1), ':'];
    else yield lexeme;
  }
}

/** The parser's range starts at the `---` of a document; the separator line is not part of the body. */
function documentSpan(document: Document, text: string): Span {
  const [start, , end] = document.range ?? [0, 0, text.length];
  const marker = /^---(?=[ \t\r\n]|$)[ \t]*(?:\r?\n)?/.exec(text.slice(start, start + 4096));
  return { start: start + (marker?.[0].length ?? 0), end };
}

function problem(
  { code, message, file }: { code: Code; message: string; file: string },
  { line, col }: { line: number; col: number },
): Diagnostic {
  return errorAt(code, message, { file, origin: { file, line, column: col } });
}
