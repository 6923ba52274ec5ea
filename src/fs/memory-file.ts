import { rmSync } from 'node:fs';
import { lstat, mkdtemp, readdir, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { errorAt } from '../core/diagnostic.ts';
import { failure, success, type Result } from '../core/result.ts';
import { Secret } from '../core/secret.ts';
import { createFile } from './create.ts';
import { keepOnExit, removeOnExit } from './on-exit.ts';
import { errorCode, readText } from './read.ts';

/** Plaintext that a person edits: the only plaintext this program ever puts into a file. */
export interface MemoryFile {
  readonly path: string;
  read(): Result<Secret>;
  /** Removes the file and all that an editor left beside it. */
  remove(): void;
}

export interface MemoryFileInput {
  readonly text: Secret;
  /** Base name, whose ending tells editors the language. */
  readonly name: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Whether a folder on a disk will do where there is no memory-backed one. */
  readonly allowDisk: boolean;
}

const PREFIX = 'gantry-edit-';

/**
 * Writes a text into a file that only its owner can read, in a folder that lives in memory ($XDG_RUNTIME_DIR, /dev/shm).
 * It is gone when the process ends, by whatever signal a process can see; what a killed one left is removed by the next.
 * Code `write/no-memory` when there is no such folder.
 */
export async function makeMemoryFile(input: MemoryFileInput): Promise<Result<MemoryFile>> {
  const base = await memoryFolder(input);
  if (base === undefined) {
    return failure(
      errorAt('write/no-memory', 'there is no folder in memory to edit in', {
        help: 'set values one by one with `gantry secrets set`, or allow a file on the disk with --allow-disk',
      }),
    );
  }
  await removeAbandoned(base);
  let remove = (): void => undefined;
  try {
    const folder = await mkdtemp(join(base, `${PREFIX}${process.pid}-`));
    removeOnExit(folder);
    remove = () => {
      rmSync(folder, { recursive: true, force: true });
      keepOnExit(folder);
    };
    const path = join(folder, input.name);
    await writePrivate(path, input.text);
    return success({ path, read: () => readBack(path), remove });
  } catch (error) {
    remove();
    return failure(errorAt('write/failed', `${base} cannot be written: ${errorCode(error)}`));
  }
}

/** File system types that keep everything in memory: tmpfs, ramfs. */
const IN_MEMORY = new Set([0x01021994, 0x858458f6]);

async function memoryFolder({
  environment,
  allowDisk,
}: MemoryFileInput): Promise<string | undefined> {
  const runtime = environment['XDG_RUNTIME_DIR'];
  const candidates = runtime !== undefined && isAbsolute(runtime) ? [runtime] : [];
  for (const folder of [...candidates, '/dev/shm']) {
    const stats = await statfs(folder).catch(() => undefined);
    if (stats !== undefined && IN_MEMORY.has(stats.type)) return folder;
  }
  return allowDisk ? tmpdir() : undefined;
}

async function removeAbandoned(base: string): Promise<void> {
  const names = await readdir(base).catch(() => []);
  for (const name of names.filter((entry) => entry.startsWith(PREFIX))) {
    const pid = Number(name.slice(PREFIX.length).split('-')[0]);
    if (pid > 0 && !isAlive(pid) && (await isOwn(join(base, name)))) {
      await rm(join(base, name), { recursive: true, force: true }).catch(() => undefined);
    }
  }
}

/** In a folder that all users share, only what this one left is removed. */
async function isOwn(path: string): Promise<boolean> {
  const stats = await lstat(path).catch(() => undefined);
  return stats?.isDirectory() === true && stats.uid === process.getuid?.();
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

const PRIVATE = 0o600;

async function writePrivate(path: string, text: Secret): Promise<void> {
  const handle = await createFile(path, PRIVATE);
  try {
    await handle.writeFile(String(Secret.reveal(text)));
  } finally {
    await handle.close();
  }
}

function readBack(path: string): Result<Secret> {
  const text = readText(path, 'the edited file');
  if (!text.ok) return text;
  if (text.value === undefined) return failure(errorAt('write/edit', 'the edited file is gone'));
  return success(new Secret(text.value));
}
