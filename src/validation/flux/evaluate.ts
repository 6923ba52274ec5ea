/** A variable whose value the tree shows. */
export interface KnownValue {
  readonly text: string;
  /** It comes from a Secret, and messages do not show it. */
  readonly isSecret: boolean;
}

/** What a text becomes. */
export interface Evaluated extends KnownValue {
  /** It holds a variable, or a default in its place. */
  readonly hasVariable: boolean;
}

/**
 * What Flux makes of a text by its envsubst: `${X}` and defaults, where `find` knows the values, and `$$`. Undefined
 * where a variable is not known, or an operator is used that changes its text.
 *
 * @param find the value of a variable; '' for one whose default is taken, undefined for one that is not known
 */
export function evaluate(text: string, find: Find): Evaluated | undefined {
  const evaluator = new Evaluator(text, find);
  const result = evaluator.until(undefined);
  return result === undefined ? undefined : { text: result, ...evaluator.seen };
}

type Find = (name: string, hasDefault: boolean) => KnownValue | '' | undefined;

const NAME = /[\p{L}\p{Nd}_]+/uy;

class Evaluator {
  readonly seen = { isSecret: false, hasVariable: false };
  readonly #text: string;
  readonly #find: Find;
  #at = 0;

  constructor(text: string, find: Find) {
    this.#text = text;
    this.#find = find;
  }

  /** The text up to a closing brace, which is passed, or to the end. */
  until(end: '}' | undefined): string | undefined {
    let result = '';
    while (this.#at < this.#text.length) {
      if (end !== undefined && this.#take(end)) return result;
      if (end === undefined && this.#take('$$')) result += '$';
      else if (this.#take('${')) {
        const value = this.#expression();
        if (value === undefined) return undefined;
        result += value;
      } else {
        result += this.#text.charAt(this.#at);
        this.#at += 1;
      }
    }
    return end === undefined ? result : undefined;
  }

  #expression(): string | undefined {
    const isLength = this.#take('#');
    NAME.lastIndex = this.#at;
    const name = NAME.exec(this.#text)?.[0];
    if (name === undefined) return undefined;
    this.#at += name.length;
    this.seen.hasVariable = true;
    const hasDefault = !isLength && /^(?::[-=]|=)/.test(this.#text.slice(this.#at, this.#at + 2));
    const value = this.#valueOf(name, hasDefault);
    if (isLength) return this.#take('}') && value !== undefined ? String(value.length) : undefined;
    if (this.#take('}')) return value;
    if (!hasDefault) return undefined;
    this.#at += this.#text.charAt(this.#at) === ':' ? 2 : 1;
    const byDefault = this.until('}');
    return value === '' ? byDefault : value;
  }

  #valueOf(name: string, hasDefault: boolean): string | undefined {
    const value = this.#find(name, hasDefault);
    if (value === undefined || value === '') return value;
    if (value.isSecret) this.seen.isSecret = true;
    return value.text;
  }

  #take(text: string): boolean {
    const isNext = this.#text.startsWith(text, this.#at);
    if (isNext) this.#at += text.length;
    return isNext;
  }
}
