/**
 * True for a text that CEL can be read from. Names and types are left to servers, which know what an expression may look
 * at.
 */
export function isCel(text: string): boolean {
  const tokens = tokensOf(text);
  if (tokens === undefined) return false;
  const reader = new Reader(tokens);
  return reader.expression(0) && reader.isAtEnd();
}

const TOKEN =
  /\s+|\/\/[^\n]*|(?<text>(?:[bB]?[rR]|[rR][bB])(?:"""[\s\S]*?"""|'''[\s\S]*?'''|"[^"\n\r]*"|'[^'\n\r]*')|[bB]?(?:"""(?:\\[\s\S]|(?!""")[^\\])*"""|'''(?:\\[\s\S]|(?!''')[^\\])*'''|"(?:\\.|[^"\\\n\r])*"|'(?:\\.|[^'\\\n\r])*'))|(?<number>0[xX][0-9a-fA-F]+[uU]?|(?:\d+\.\d+|\.\d+|\d+(?=[eE]))(?:[eE][+-]?\d+)?|\d+[uU]?)|(?<name>[A-Za-z_]\w*)|(?<quoted>`[\w.\-/ ]+`)|(?<sign>[<>=!]=|&&|\|\||[<>()[\]{}.,:?!+\-*/%])/y;

interface Token {
  readonly kind: 'text' | 'number' | 'name' | 'quoted' | 'sign';
  readonly text: string;
}

const RESERVED: ReadonlySet<string> = new Set([
  ...['in', 'as', 'break', 'const', 'continue', 'else', 'for', 'function', 'if', 'import', 'let'],
  ...['loop', 'package', 'namespace', 'return', 'var', 'void', 'while'],
]);

/** undefined: a sign that CEL does not have, or a text that does not end. */
function tokensOf(text: string): Token[] | undefined {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const groups = TOKEN.exec(text)?.groups;
    if (groups === undefined) return undefined;
    for (const kind of ['text', 'number', 'name', 'quoted', 'sign'] as const) {
      const found = groups[kind];
      if (found !== undefined) tokens.push({ kind, text: found });
    }
  }
  return tokens;
}

/** How strongly operators between two operands bind. */
const BINDING: ReadonlyMap<string, number> = new Map([
  ['||', 1],
  ['&&', 2],
  ...['<', '<=', '>', '>=', '==', '!=', 'in'].map((sign) => [sign, 3] as const),
  ...['+', '-'].map((sign) => [sign, 4] as const),
  ...['*', '/', '%'].map((sign) => [sign, 5] as const),
]);

/** More levels than servers allow, fewer than the stack has. */
const DEEPEST = 250;

/** Reads tokens by the grammar of CEL; every method is false where they do not go on as it wants. */
class Reader {
  readonly #tokens: readonly Token[];
  #next = 0;
  #depth = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  isAtEnd(): boolean {
    return this.#next === this.#tokens.length;
  }

  /** Operands and the operators between them that bind more than `bound`. */
  expression(bound: number): boolean {
    if (++this.#depth > DEEPEST) return false;
    if (!this.#unary()) return false;
    for (;;) {
      const binding = BINDING.get(this.#peek()?.text ?? '');
      if (binding === undefined || binding <= bound || this.#peek()?.kind === 'text') break;
      this.#next++;
      if (!this.expression(binding)) return false;
    }
    this.#depth--;
    if (bound > 0 || !this.#take('?')) return true;
    return this.expression(0) && this.#take(':') && this.expression(0);
  }

  #unary(): boolean {
    while (this.#take('!') || this.#take('-'));
    return this.#primary() && this.#members();
  }

  #primary(): boolean {
    const token = this.#tokens[this.#next++];
    if (token?.kind === 'text' || token?.kind === 'number') return true;
    if (token?.kind === 'name') return !RESERVED.has(token.text) && this.#call();
    if (token?.kind !== 'sign') return false;
    if (token.text === '(') return this.expression(0) && this.#take(')');
    if (token.text === '[') return this.#list(']', () => this.#optional());
    if (token.text === '{') return this.#list('}', () => this.#entry());
    return token.text === '.' && this.#primary();
  }

  #members(): boolean {
    for (;;) {
      if (this.#take('.')) {
        this.#take('?');
        const token = this.#tokens[this.#next++];
        if (token?.kind !== 'quoted' && token?.kind !== 'name') return false;
        if (token.kind === 'name' && !this.#call()) return false;
      } else if (this.#take('[')) {
        this.#take('?');
        if (!this.expression(0) || !this.#take(']')) return false;
      } else if (this.#take('{')) {
        if (!this.#list('}', () => this.#entry())) return false;
      } else {
        return true;
      }
    }
  }

  #call(): boolean {
    return !this.#take('(') || this.#list(')', () => this.expression(0));
  }

  #optional(): boolean {
    this.#take('?');
    return this.expression(0);
  }

  #entry(): boolean {
    if (this.#peek()?.kind !== 'quoted')
      return this.#optional() && this.#take(':') && this.expression(0);
    this.#next++;
    return this.#take(':') && this.expression(0);
  }

  #list(end: string, item: () => boolean): boolean {
    while (!this.#take(end)) {
      if (!item()) return false;
      if (!this.#take(',')) return this.#take(end);
    }
    return true;
  }

  #peek(): Token | undefined {
    return this.#tokens[this.#next];
  }

  #take(sign: string): boolean {
    const token = this.#peek();
    if (token?.kind !== 'sign' || token.text !== sign) return false;
    this.#next++;
    return true;
  }
}
