import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { errorAt } from '../core/diagnostic.ts';
import { sha256 } from '../core/digest.ts';
import { failure, success, type Result } from '../core/result.ts';
import { keepOnExit, removeOnExit } from './on-exit.ts';
import { errorCode } from './read.ts';
import { stateFolder } from './user-folders.ts';

/** The right to write a project; one process holds it at a time. */
export interface RunLock {
  release(): Promise<void>;
}

const PATIENCE_MS = 10_000;
const PAUSE_MS = 50;
let attempts = 0;

/**
 * Takes the run lock of a project, a file outside of it (`<state folder>/<digest of root>/lock`). Waits up to ten
 * seconds for another run; a lock of a process that is gone is taken over. Code `write/locked` names the holder.
 */
export async function takeRunLock(
  root: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Result<RunLock>> {
  const folder = join(stateFolder(environment), sha256(root).slice('sha256:'.length, 23));
  const path = join(folder, 'lock');
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    for (let waited = 0; ; waited += PAUSE_MS) {
      if (await create(path)) {
        removeOnExit(path);
        return success({ release: () => release(path) });
      }
      const holder = await readHolder(path);
      if (holder !== undefined && !(await isAlive(holder))) await removeStale(path, holder);
      else if (waited >= PATIENCE_MS) return failure(locked(path, holder));
      else await delay(PAUSE_MS);
    }
  } catch (error) {
    return failure(
      errorAt('write/failed', `the run lock ${path} cannot be written: ${errorCode(error)}`),
    );
  }
}

/** A lock that cannot be removed is that of a dead process as soon as this one ends. */
async function release(path: string): Promise<void> {
  await rm(path, { force: true }).catch(() => undefined);
  keepOnExit(path);
}

interface Holder {
  readonly pid: number;
  /** Start time of the process in clock ticks since boot, where /proc tells it: process numbers are used again. */
  readonly started: string;
}

/** By link, so that the lock never exists without the name of its holder. False when somebody holds it. */
async function create(path: string): Promise<boolean> {
  attempts += 1;
  const own = `${path}.${process.pid}.${attempts}`;
  const holder: Holder = { pid: process.pid, started: await startTime(process.pid) };
  // A killed process of the same number may have left its name linked to the lock: writing there would forge the lock.
  await rm(own, { force: true });
  await writeFile(own, JSON.stringify(holder), { mode: 0o600, flag: 'wx' });
  try {
    await link(own, path);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(own, { force: true });
  }
}

/** A lock without the name of a process: a lock comes whole, so no living one made it. */
const NOBODY: Holder = { pid: 0, started: '' };

/** Undefined when the holder has just released the lock. */
async function readHolder(path: string): Promise<Holder | undefined> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  return text === undefined ? undefined : parseHolder(text);
}

function parseHolder(text: string): Holder {
  try {
    const { pid, started } = JSON.parse(text) as Partial<Holder>;
    return Number.isSafeInteger(pid) && typeof started === 'string'
      ? { pid: pid ?? 0, started }
      : NOBODY;
  } catch {
    return NOBODY;
  }
}

async function isAlive({ pid, started }: Holder): Promise<boolean> {
  if (pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
  return started === '' || (await startTime(pid)) === started;
}

async function startTime(pid: number): Promise<string> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
}

/**
 * Moves the lock of a dead process aside. Another run may have done so already and hold the lock by now: what was moved
 * is then its lock, and is put back.
 */
async function removeStale(path: string, stale: Holder): Promise<void> {
  const aside = `${path}.${process.pid}.stale`;
  try {
    await rename(path, aside);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return;
    throw error;
  }
  const moved = await readHolder(aside);
  if (moved?.pid !== stale.pid || moved.started !== stale.started) {
    await link(aside, path).catch(() => undefined);
  }
  await rm(aside, { force: true });
}

function locked(path: string, holder: Holder | undefined) {
  const who = holder === undefined ? 'another process' : `process ${holder.pid}`;
  return errorAt('write/locked', `${who} is writing this project, by its run lock ${path}`, {
    help: 'wait until it has ended, then run it again',
  });
}
