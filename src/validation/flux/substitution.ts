/** A variable that a text refers to. */
export interface Use {
  readonly name: string;
  /** As it stands in the text, `${x:=y}`. */
  readonly text: string;
  /** The text says what to take when there is no such variable. */
  readonly hasDefault: boolean;
}

/** What Flux makes of a text. A text with a problem fails the whole Kustomization. */
export interface Substitutions {
  readonly uses: readonly Use[];
  /** The expression that Flux cannot read. */
  readonly problem?: string;
}

/**
 * Reads `${…}` as Flux does after a build: names of letters, digits and `_`, the operators of its envsubst, nested
 * expressions in their arguments; `$$` is a dollar.
 */
export function readSubstitutions(text: string): Substitutions {
  const reader = new Reader(text);
  const isRead = reader.readText();
  return isRead ? { uses: reader.uses } : { uses: reader.uses, problem: reader.problem() };
}

const NAME = /[\p{L}\p{Nd}_]+/uy;
const LONGEST_PROBLEM = 40;

/** Every method reads one part from where the reader stands, and is false where Flux would fail. */
class Reader {
  readonly uses: Use[] = [];
  readonly #text: string;
  #at = 0;
  #opened = 0;

  constructor(text: string) {
    this.#text = text;
  }

  readText(): boolean {
    while (this.#at < this.#text.length) {
      if (this.#take('$$')) continue;
      if (this.#next('${')) {
        if (!this.#expression()) return false;
      } else this.#at++;
    }
    return true;
  }

  problem(): string {
    const rest = this.#text.slice(this.#opened).split('\n', 1)[0] ?? '';
    const end = rest.indexOf('}');
    return rest.slice(0, Math.min(end < 0 ? rest.length : end + 1, LONGEST_PROBLEM));
  }

  #expression(): boolean {
    const start = this.#at;
    this.#opened = start;
    this.#at += 2;
    const isLength = this.#take('#');
    const name = this.#match(NAME);
    if (name === undefined) return false;
    const hasDefault = !isLength && /^(?::[-=?+]|=)/.test(this.#text.slice(this.#at, this.#at + 2));
    if (!(isLength ? this.#take('}') : this.#operation(hasDefault))) return false;
    this.uses.push({ name, text: this.#text.slice(start, this.#at), hasDefault });
    return true;
  }

  #operation(hasDefault: boolean): boolean {
    if (this.#take('}')) return true;
    if (hasDefault) return this.#default();
    if (this.#take(':')) return this.#offsets();
    if (this.#match(/,,?|\^\^?|,\^|\^,/y) !== undefined) return this.#take('}');
    if (this.#match(/##?|%%?/y) !== undefined) return this.#argument(/[^}]/) && this.#take('}');
    return this.#match(/\/[/#%]?/y) !== undefined && this.#replacement();
  }

  #default(): boolean {
    this.#match(/:[-=?+]|=/y);
    while (!this.#take('}')) if (!this.#argument(/[^}]/)) return false;
    return true;
  }

  #offsets(): boolean {
    if (!this.#argument(/[^:}]/)) return false;
    if (this.#take('}')) return true;
    return this.#match(/:+/y) !== undefined && this.#argument(/[^}]/) && this.#take('}');
  }

  #replacement(): boolean {
    if (!this.#argument(/[^/]/, true) || this.#match(/\/+/y) === undefined) return false;
    return this.#take('}') || (this.#argument(/[^}]/, true) && this.#take('}'));
  }

  /** A nested expression, or text up to one and as far as its characters fit. */
  #argument(fits: RegExp, isEscaped = false): boolean {
    if (this.#next('${')) return this.#expression();
    const start = this.#at;
    while (this.#at < this.#text.length && !this.#next('${')) {
      if (isEscaped && (this.#take('$$') || this.#take('\\/') || this.#take('\\\\'))) continue;
      if (!fits.test(this.#text.charAt(this.#at))) break;
      this.#at++;
    }
    return this.#at > start;
  }

  #next(text: string): boolean {
    return this.#text.startsWith(text, this.#at);
  }

  #take(text: string): boolean {
    const found = this.#next(text);
    if (found) this.#at += text.length;
    return found;
  }

  #match(sticky: RegExp): string | undefined {
    sticky.lastIndex = this.#at;
    const found = sticky.exec(this.#text)?.[0];
    if (found !== undefined) this.#at += found.length;
    return found;
  }
}
