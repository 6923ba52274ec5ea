import { hash } from 'node:crypto';

/** A SHA-256 digest as it stands in the lock file: `sha256:` and 64 lower-case hex digits. */
export type Digest = `sha256:${string}`;

/** Digest of bytes or of the UTF-8 bytes of a text. Never call it with a value out of a secret store. */
export function sha256(data: string | Uint8Array): Digest {
  return `sha256:${hash('sha256', data)}`;
}
