import { failure, success, type Result } from '../core/result.ts';
import { Composer, Lexer, Parser, type CST, type Document } from 'yaml';
import { ComposeError, composeDocument, NodeBudget } from './compose.ts';
import { jsonStream } from './json-stream.ts';
import { firstProblems, type Problem } from './first-problems.ts';
import type { Span, YamlDocument } from './node.ts';

/** Open collections of the parser at once, a little more than the depth the composer allows. */
const MOST_OPEN = 1000;

/** Reads any YAML text with the library, which knows the whole language and words its errors. Codes `yaml/…`. */
export function readWithLibrary(text: string, file: string): Result<YamlDocument[]> {
  const read = new Reader(text);
  const spans = jsonStream(text) ?? [{ start: 0, end: text.length }];
  const documents = spans.flatMap((span) => read.documents(span));
  const [first, ...more] = firstProblems(text, file, read.problems);
  return first === undefined ? success(documents) : failure(first, ...more);
}

class Reader {
  readonly problems: Problem[] = [];
  readonly #text: string;
  readonly #budget = new NodeBudget();

  constructor(text: string) {
    // For YAML, a carriage return alone ends a line, too.
    this.#text = text.replaceAll(/\r(?!\n)/g, '\n');
  }

  documents(span: Span): YamlDocument[] {
    const composer = new Composer({
      schema: 'failsafe',
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: 'silent',
    });
    const found = this.#attempt(span.start, () => [
      ...composer.compose(syntaxOf(this.#text, span)),
    ]);
    for (const { errors } of found ?? [])
      for (const { message, pos } of errors)
        this.problems.push({ code: 'yaml/syntax', message, offset: pos[0] });
    if (this.problems.length > 0) return [];
    return (found ?? []).flatMap((document) => this.#compose(document));
  }

  #compose(document: Document): YamlDocument[] {
    const span = documentSpan(document, this.#text);
    const root = this.#attempt(span.start, () =>
      composeDocument(document, this.#text, this.#budget),
    );
    return root === undefined ? [] : [{ root, span }];
  }

  #attempt<T>(start: number, read: () => T): T | undefined {
    try {
      return read();
    } catch (error) {
      this.problems.push(problemOf(error, start));
      return undefined;
    }
  }
}

function problemOf(error: unknown, start: number): Problem {
  if (error instanceof ComposeError) return error;
  // The parser recurses once per level: this is what very deep nesting looks like from here.
  if (!(error instanceof RangeError)) throw error;
  return { code: 'yaml/too-deep', message: 'nested too deeply to be read', offset: start };
}

/** The parser's tokens, as far as nesting stays within bounds: what is too deep ends here, early and cheap. */
function* syntaxOf(text: string, span: Span): Generator<CST.Token> {
  const parser = new Parser();
  const marks = innerMarks(text, span);
  let passed = 0;
  parser.offset = span.start;
  for (const lexeme of lexemesOf(without(marks, text, span))) {
    yield* parser.next(lexeme);
    while (parser.offset === marks[passed]) {
      parser.offset += 1;
      passed += 1;
    }
    if (parser.stack.length > MOST_OPEN)
      throw new ComposeError('yaml/too-deep', 'nested too deeply to be read', parser.offset);
  }
  yield* parser.end();
}

/** What stands before a document: its separator, blank lines and comments. */
const PRELUDE =
  /(?:^---[ \t]*(?:#[^\n]*)?\r?\n|(?<![^]))\ufeff?(?:[ \t]*(?:#[^\n]*)?\r?\n)*(?:\ufeff(?=["'\w]))?/gm;

/**
 * A byte order mark may begin every document (YAML 1.2, 5.2), which is what files put together have. The library knows
 * the first of a text. Behind blank lines and comments, go-yaml takes one in front of a key alone.
 */
function innerMarks(text: string, { start, end }: Span): number[] {
  if (!text.includes('\ufeff', 1)) return [];
  const marks = [...text.matchAll(PRELUDE)].flatMap(({ 0: prelude, index }) =>
    [...prelude.matchAll(/^\ufeff/gm)].map((mark) => index + mark.index),
  );
  return marks.filter((mark) => mark > start && mark < end);
}

/** The span without some of its characters. */
function without(marks: readonly number[], text: string, { start, end }: Span): string {
  const starts = [start, ...marks.map((mark) => mark + 1)];
  return starts.map((from, index) => text.slice(from, marks[index] ?? end)).join('');
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
