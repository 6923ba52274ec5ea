/**
 * What may be written into a project. There is no constructor for "some text": a file is public
 * (made from modules, no value of a secret store in it), encrypted (made by src/sops) or the lock file.
 * The writer in src/fs takes this type and no other.
 */
export type WrittenFile = PublicFile | EncryptedFile;

declare const publicMark: unique symbol;
declare const encryptedMark: unique symbol;

export interface PublicFile {
  readonly [publicMark]: true;
  readonly kind: 'public';
  /** Relative to the project root, with `/`. */
  readonly path: string;
  readonly text: string;
}

export interface EncryptedFile {
  readonly [encryptedMark]: true;
  readonly kind: 'encrypted';
  /** Relative to the project root, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** For text made of modules and public facts alone: clear manifests, the lock file, generated code. */
export function publicFile(path: string, text: string): PublicFile {
  return { kind: 'public', path, text } as PublicFile;
}

/** For src/sops alone (test/architecture.test.ts holds it to that): text whose selected leaves are ciphertext. */
export function encryptedFile(path: string, text: string): EncryptedFile {
  return { kind: 'encrypted', path, text } as EncryptedFile;
}
