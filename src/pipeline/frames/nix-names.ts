type Mode = 'code' | '"' | "''";

/** What a token may be, by what it stands in. */
const TOKENS: Readonly<Record<Mode, RegExp>> = {
  code: /#[^\n]*|\/\*[^]*?\*\/|''|"|[{}()[\]]|[A-Za-z_][\w'-]*|==|[^]/y,
  '"': /\\[^]|\$\$|\$\{|"|[^"\\$]+|[^]/y,
  "''": /''(?:['$]|\\[^])|''|\$\$|\$\{|(?:[^'$]|'(?!'))+|[^]/y,
};

/** An open bracket: what it stands in, and the names that lead into it. */
interface Level {
  readonly outer: Mode;
  /** Names of the attribute whose value is being read. */
  current: string[];
  /** Names and texts since the last `;` or `=`. */
  pending: string[];
}

/**
 * For each line of a Nix text, the names that it is about: of attributes around it and in it, and the texts between quotes.
 * A scan of tokens, no parser: what is no Nix gives something too, rather more names than fewer.
 */
export function nixNames(text: string): readonly ReadonlySet<string>[] {
  const scan = new Scan();
  for (let offset = 0; offset < text.length;) {
    const pattern = TOKENS[scan.mode];
    pattern.lastIndex = offset;
    const token = pattern.exec(text)?.[0] ?? '';
    offset += Math.max(1, token.length);
    scan.take(token);
  }
  return scan.lines;
}

class Scan {
  readonly lines: Set<string>[] = [new Set()];
  mode: Mode = 'code';
  readonly #levels: Level[] = [];
  #level: Level = { outer: 'code', current: [], pending: [] };
  #literal = '';

  take(token: string): void {
    for (const part of token.split('\n').keys()) {
      if (part > 0) this.lines.push(new Set());
      this.#note();
    }
    if (this.mode === 'code') this.#code(token);
    else this.#text(token);
    this.#note();
  }

  #code(token: string): void {
    if (token === '"' || token === "''") {
      this.mode = token;
      this.#literal = '';
    } else if (/^[{([]$/.test(token)) this.#open('code');
    else if (/^[})\]]$/.test(token)) this.#close();
    else if (token === '=') {
      this.#level.current = this.#level.pending;
      this.#level.pending = [];
    } else if (token === ';') {
      this.#level.current = [];
      this.#level.pending = [];
    } else if (/^[A-Za-z_]/.test(token)) this.#level.pending.push(token);
  }

  #text(token: string): void {
    if (token === '${') this.#open(this.mode);
    else if (token !== this.mode) this.#literal += token;
    else {
      this.#level.pending.push(this.#literal);
      this.mode = 'code';
    }
  }

  #open(outer: Mode): void {
    this.#levels.push(this.#level);
    this.#level = { outer, current: [], pending: [] };
    this.mode = 'code';
  }

  #close(): void {
    this.mode = this.#level.outer;
    this.#level = this.#levels.pop() ?? { outer: 'code', current: [], pending: [] };
  }

  #note(): void {
    const line = this.lines.at(-1);
    for (const { current, pending } of [...this.#levels, this.#level])
      for (const name of [...current, ...pending]) line?.add(name);
  }
}
