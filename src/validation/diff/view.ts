import { inspect } from 'node:util';
import type { KubernetesObject } from '../../core/object.ts';

/** A document as a reader without any key may see it: JSON in which some values are sealed. */
export type View = null | boolean | number | string | Sealed | View[] | ViewObject;
export interface ViewObject {
  [key: string]: View;
}

/** A Kubernetes object of which some values are sealed; apiVersion, kind and names never are. */
export type ObjectView = KubernetesObject & ViewObject;

/** What is known, without a key, of how two sealed values compare. */
export type Verdict = 'unchanged' | 'changed' | 'unknown';

const SEALED = '[sealed]';

/** A value that is encrypted or belongs to a Secret. It prints as `[sealed]`, whatever it is. */
export class Sealed {
  /** Equal for equal values, such as the ciphertext; undefined: only the verdict tells. */
  readonly #token: string | undefined;
  readonly #verdict: Verdict;

  /** @param verdict how it compares with what stood at its place before, when the tokens cannot tell */
  constructor(token: string | undefined, verdict: Verdict = 'unknown') {
    this.#token = token;
    this.#verdict = verdict;
  }

  /** How the value compares with the one before. */
  comparedWith(before: Sealed): Verdict {
    if (this.#token === undefined || before.#token === undefined) return this.#verdict;
    return this.#token === before.#token ? 'unchanged' : 'changed';
  }

  toJSON(): string {
    return SEALED;
  }

  [inspect.custom](): string {
    return SEALED;
  }
}

export function isViewObject(value: View | undefined): value is ViewObject {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Sealed)
  );
}
