import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { libraryFolder } from '../nix/library.ts';

/** The version in package.json. */
export async function packageVersion(): Promise<string> {
  const manifest = JSON.parse(await readFile(join(libraryFolder(), 'package.json'), 'utf8')) as {
    version: string;
  };
  return manifest.version;
}
