import { createHash, type Hash } from 'node:crypto';
import { lstat, readdir, readFile, readlink } from 'node:fs/promises';
import { join } from 'node:path';

/** Owner's permission to execute: the only permission that an archive holds. */
const EXECUTABLE = 0o100;

/**
 * The hash of a file or folder as Nix writes it (`sha256-…`, SRI): SHA-256 over its Nix archive, the format of figure 5.2
 * in Dolstra's thesis "The Purely Functional Software Deployment Model". Rejects where something cannot be read.
 */
export async function narHash(path: string): Promise<string> {
  const hash = createHash('sha256');
  text(hash, 'nix-archive-1');
  await node(hash, path);
  return `sha256-${hash.digest('base64')}`;
}

async function node(hash: Hash, path: string): Promise<void> {
  const stats = await lstat(path);
  text(hash, '(', 'type');
  if (stats.isSymbolicLink()) text(hash, 'symlink', 'target', await readlink(path));
  else if (stats.isDirectory()) await folder(hash, path);
  else if (stats.isFile()) {
    text(hash, 'regular');
    if ((stats.mode & EXECUTABLE) !== 0) text(hash, 'executable', '');
    text(hash, 'contents');
    bytes(hash, await readFile(path));
  } else throw new Error(`${path} is neither file, folder nor link`);
  text(hash, ')');
}

async function folder(hash: Hash, path: string): Promise<void> {
  text(hash, 'directory');
  const names = await readdir(path, { encoding: 'buffer' });
  for (const name of names.sort(Buffer.compare)) {
    text(hash, 'entry', '(', 'name');
    bytes(hash, name);
    text(hash, 'node');
    await node(hash, join(path, name.toString()));
    text(hash, ')');
  }
}

function text(hash: Hash, ...texts: readonly string[]): void {
  for (const each of texts) bytes(hash, Buffer.from(each));
}

/** Length in 64 bits, little endian, the bytes, and zeros up to a multiple of eight. */
function bytes(hash: Hash, content: Buffer): void {
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(content.length));
  hash.update(length);
  hash.update(content);
  hash.update(Buffer.alloc((8 - (content.length % 8)) % 8));
}
