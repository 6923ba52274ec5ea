import { inspect } from 'node:util';

/** A scalar as a secret store holds it. */
export type SecretScalar = string | number | bigint | boolean | null;

const SEALED = '[secret]';

/**
 * A value that came out of a secret store. Printing, serialising, inspecting or concatenating it
 * gives `[secret]`; only `reveal` reads it. Values leave this type when they are encrypted, and nowhere else.
 */
export class Secret {
  readonly #value: SecretScalar;

  constructor(value: SecretScalar) {
    this.#value = value;
  }

  /** The value itself. Call it where the value is encrypted, compared or checked; never for a message. */
  static reveal(secret: Secret): SecretScalar {
    return secret.#value;
  }

  toString(): string {
    return SEALED;
  }

  toJSON(): string {
    return SEALED;
  }

  [Symbol.toPrimitive](): string {
    return SEALED;
  }

  [inspect.custom](): string {
    return SEALED;
  }
}
