import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { randomBytes, randomUUID } from 'node:crypto';
import { errorAt } from '../core/diagnostic.ts';
import { failure, success, type Result } from '../core/result.ts';
import { Secret } from '../core/secret.ts';

/** A value nobody has seen. `recipient` is the public half where there is one. */
export interface GeneratedValue {
  readonly value: Secret;
  readonly recipient?: string;
}

const FORMS = 'hex:32, base64:32, password:24, uuid, age';
const SHORTEST = 8;
const LONGEST = 1024;

/**
 * Makes a random value: `hex:N` and `base64:N` of N bytes, `password:N` of N characters, `uuid` (version 4), `age` (an
 * X25519 identity). Code `use/generate` for anything else.
 */
export async function generateValue(form: string): Promise<Result<GeneratedValue>> {
  if (form === 'uuid') return success({ value: new Secret(randomUUID()) });
  if (form === 'age') {
    const identity = await generateX25519Identity();
    return success({
      value: new Secret(identity),
      recipient: await identityToRecipient(identity),
    });
  }
  const [, kind = '', digits = ''] = /^(hex|base64|password):(\d+)$/.exec(form) ?? [];
  const size = Number(digits);
  const value = kind === '' || size < SHORTEST || size > LONGEST ? undefined : text(kind, size);
  if (value !== undefined) return success({ value: new Secret(value) });
  return failure(
    errorAt('use/generate', `${JSON.stringify(form)} is no form of a generated value`, {
      help: `write one of ${FORMS}; sizes are ${SHORTEST} to ${LONGEST}`,
    }),
  );
}

/** 64 characters, so that six bits of a byte choose one without bias; none needs quotes in a shell or a URL. */
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

function text(kind: string, size: number): string {
  const bytes = randomBytes(size);
  if (kind === 'password') return [...bytes].map((byte) => ALPHABET[byte & 63]).join('');
  return bytes.toString(kind === 'hex' ? 'hex' : 'base64');
}
