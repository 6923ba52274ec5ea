import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { findPrivateKeys, mayHoldPrivateKey } from '../core/private-key.ts';

/** Bytes that are read at a time, and how much of them is looked at again: longer than a key's first lines. */
const CHUNK = 2 ** 20;
const OVERLAP = 4096;

/** Whether a private key stands in a file, whatever its size. What is no regular file, or cannot be read, holds none. */
export function fileHoldsPrivateKey(path: string): boolean {
  let file: number;
  try {
    // A pipe would hold this process until somebody writes to it.
    file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch {
    // An unreadable file is no concern of whoever asks: it cannot be read by Nix either.
    return false;
  }
  try {
    return fstatSync(file).isFile() && someChunk(file, holdsKey);
  } finally {
    closeSync(file);
  }
}

function holdsKey(text: string): boolean {
  return mayHoldPrivateKey(text) && findPrivateKeys(text).length > 0;
}

function someChunk(file: number, test: (text: string) => boolean): boolean {
  const { size } = fstatSync(file);
  const buffer = Buffer.allocUnsafe(Math.min(CHUNK, Math.max(size, OVERLAP)));
  for (let position = 0; ; position += buffer.length - OVERLAP) {
    const read = readSync(file, buffer, 0, buffer.length, position);
    if (test(buffer.toString('latin1', 0, read))) return true;
    if (read < buffer.length || read <= OVERLAP) return false;
  }
}
