/** A regular expression of `.sops.yaml`, or why it is not taken. */
export type RegexResult = { readonly regex: RegExp } | { readonly problem: string };

/** Go refuses larger counts. */
const MOST_REPETITIONS = 1000;

const CLASS_ESCAPES: Readonly<Record<string, string>> = {
  d: '0-9',
  w: '0-9A-Za-z_',
  s: '\\t\\n\\f\\r ',
};

/** Within brackets, as in `[[:alpha:]]`. */
const NAMED_CLASSES: Readonly<Record<string, string>> = {
  alnum: '0-9A-Za-z',
  alpha: 'A-Za-z',
  digit: '0-9',
  lower: 'a-z',
  space: '\\t\\n\\v\\f\\r ',
  upper: 'A-Z',
  word: '0-9A-Za-z_',
  xdigit: '0-9A-Fa-f',
};

/** In front of everything: upper and lower case are one. */
const FOLD = '(?i)';

/**
 * Compiles an expression written for Go's RE2 when JavaScript means the same by it: literals, `^ $ . |`,
 * groups, classes, quantifiers, `\d \w \s \b \A \z`, `(?i)` in front. Everything else is refused: sops takes an
 * expression it cannot compile for one that matches nothing, and then encrypts nothing without a word.
 */
export function compileRegex(pattern: string): RegexResult {
  const known = compiled.get(pattern);
  if (known !== undefined) return known;
  const result = compile(pattern);
  compiled.set(pattern, result);
  return result;
}

/** Every sealed file brings the expression of its rule along. */
const compiled = new Map<string, RegexResult>();

function compile(pattern: string): RegexResult {
  const fold = pattern.startsWith(FOLD);
  try {
    const translator = new Translator(fold ? pattern.slice(FOLD.length) : pattern);
    if (fold && /\\b/i.test(pattern)) throw new Refusal('\\b behind (?i) is not supported');
    return { regex: new RegExp(translator.translate(), fold ? 'iu' : 'u') };
  } catch (error) {
    if (error instanceof Refusal) return { problem: error.message };
    if (error instanceof SyntaxError) return { problem: 'it does not compile' };
    throw error;
  }
}

class Refusal extends Error {}

class Translator {
  readonly #pattern: string;
  #at = 0;
  #depth = 0;
  /** Whether a quantifier may follow. */
  #atom = false;

  constructor(pattern: string) {
    this.#pattern = pattern;
  }

  translate(): string {
    let output = '';
    while (this.#at < this.#pattern.length) output += this.#next();
    if (this.#depth > 0) throw new Refusal('a parenthesis is not closed');
    return output;
  }

  #next(): string {
    const character = this.#take();
    switch (character) {
      case '\\':
        return this.#escape();
      case '[':
        return this.#class();
      case '(':
        return this.#open();
      case ')':
        if (--this.#depth < 0) throw new Refusal('a parenthesis too many');
        this.#atom = true;
        return ')';
      case '*':
      case '+':
      case '?':
        return this.#quantifier(character);
      case '{':
        return this.#repetition();
      case '^':
      case '$':
      case '|':
        this.#atom = false;
        return character;
      case '.':
        this.#atom = true;
        return '[^\\n]';
      default:
        this.#atom = true;
        return literal(character);
    }
  }

  #open(): string {
    this.#depth += 1;
    this.#atom = false;
    if (this.#peek() !== '?') return '(';
    if (!this.#pattern.startsWith('?:', this.#at)) {
      throw new Refusal('of the (?…) forms only (?:…) means the same everywhere');
    }
    this.#at += 2;
    return '(?:';
  }

  #escape(): string {
    const character = this.#take();
    const boundary = { b: '\\b', B: '\\B', A: '^', z: '$' }[character];
    if (boundary !== undefined) {
      this.#atom = false;
      return boundary;
    }
    this.#atom = true;
    const lower = CLASS_ESCAPES[character.toLowerCase()];
    if (lower !== undefined)
      return character === character.toLowerCase() ? `[${lower}]` : `[^${lower}]`;
    return literal(this.#escapedLiteral(character));
  }

  #escapedLiteral(character: string): string {
    const controls: Readonly<Record<string, string>> = {
      t: '\t',
      n: '\n',
      r: '\r',
      f: '\f',
      v: '\v',
    };
    const control = controls[character];
    if (control !== undefined) return control;
    if (!/^[!-/:-@[-`{-~]$/.test(character)) throw new Refusal(`\\${character} is not supported`);
    return character;
  }

  #class(): string {
    let output = '[';
    if (this.#peek() === '^') output += this.#take();
    if (this.#peek() === ']') throw new Refusal('] as first character of a class must be escaped');
    while (this.#peek() !== ']') {
      const character = this.#take();
      if (character === '[') output += this.#namedClass();
      else if (character === '-') output += '-';
      else if (character !== '\\') output += literal(character);
      else output += this.#classEscape();
    }
    this.#at += 1;
    this.#atom = true;
    return `${output}]`;
  }

  #namedClass(): string {
    const match = /^:([a-z]+):\]/.exec(this.#pattern.slice(this.#at));
    const set = NAMED_CLASSES[match?.[1] ?? ''];
    if (match === null || set === undefined) throw new Refusal('[ within a class must be escaped');
    this.#at += match[0].length;
    return set;
  }

  #classEscape(): string {
    const character = this.#take();
    return CLASS_ESCAPES[character] ?? literal(this.#escapedLiteral(character));
  }

  #quantifier(text: string): string {
    if (!this.#atom) throw new Refusal(`nothing that ${text} could repeat`);
    this.#atom = false;
    if (this.#peek() !== '?') return text;
    this.#at += 1;
    return `${text}?`;
  }

  #repetition(): string {
    const match = /^(\d+)(?:,(\d*))?\}/.exec(this.#pattern.slice(this.#at));
    if (match === null) throw new Refusal('{ must be escaped');
    this.#at += match[0].length;
    if (Math.max(Number(match[1]), Number(match[2] ?? 0)) > MOST_REPETITIONS) {
      throw new Refusal(`more than ${MOST_REPETITIONS} repetitions`);
    }
    return this.#quantifier(`{${match[0]}`);
  }

  #peek(): string | undefined {
    return this.#pattern[this.#at];
  }

  /** The next code point. */
  #take(): string {
    const code = this.#pattern.codePointAt(this.#at);
    if (code === undefined) throw new Refusal('it ends too early');
    const character = String.fromCodePoint(code);
    this.#at += character.length;
    return character;
  }
}

function literal(character: string): string {
  return /^[\^$\\.*+?()[\]{}|/-]$/.test(character)
    ? `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`
    : character;
}
