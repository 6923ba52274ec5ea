import type * as syncFiles from 'node:fs';
import type * as files from 'node:fs/promises';

/** What happens at a call: the process dies there, or the call alone fails with an error of the system. */
export const WAYS = ['SIGKILL', 'ENOSPC', 'EACCES', 'EIO'] as const;

export interface Fault {
  /** Counted from 0 over all calls of a run. */
  readonly at: number;
  readonly how: (typeof WAYS)[number];
}

type Call = (...args: unknown[]) => Promise<unknown>;
type FileHandle = files.FileHandle;

/**
 * Stands between the program and the file system. A process that "dies" makes no effect any more: the call at which
 * it does, and all behind it, are refused with an error that no code expects. A write is cut in half.
 */
export class FileFaults {
  readonly calls: string[] = [];
  /** Everything that was given to be written, whatever became of it. */
  readonly written: string[] = [];
  #fault: Fault | undefined;
  #dead = false;
  #running = 0;

  start(fault: Fault | undefined): void {
    this.calls.length = 0;
    this.written.length = 0;
    this.#fault = fault;
    this.#dead = false;
  }

  /** Resolves when no call that was let through is under way, and whoever waited for one has heard of its end. */
  async settle(): Promise<void> {
    do await new Promise((resolve) => setImmediate(resolve));
    while (this.#running > 0);
  }

  wrap(original: typeof files): typeof files {
    const wrapped = Object.entries(original).map(([name, value]) => [
      name,
      typeof value === 'function' ? this.#wrapCall(name, value as Call) : (value as unknown),
    ]);
    const module = Object.fromEntries(wrapped) as typeof files;
    const open = this.#wrapCall('open', original.open as Call) as typeof files.open;
    module.open = async (...args) => this.#wrapHandle(await open(...args));
    const { writeFile } = original;
    module.writeFile = this.#wrapWrite('writeFile', 1, writeFile as Call) as typeof writeFile;
    return module;
  }

  /** The same for `node:fs`, with which the program reads and makes files. */
  wrapSync(original: typeof syncFiles): typeof syncFiles {
    const read = (...args: Parameters<typeof original.readFileSync>) => {
      this.#refuse('readFileSync', this.#isHit('readFileSync'));
      return original.readFileSync(...args);
    };
    const open = (...args: Parameters<typeof original.openSync>) => {
      this.#refuse('openSync', this.#isHit('openSync'));
      return original.openSync(...args);
    };
    return { ...original, readFileSync: read as typeof original.readFileSync, openSync: open };
  }

  #wrapCall(name: string, call: Call, cut?: Call): Call {
    return async (...args) => {
      const hit = this.#isHit(name);
      if (hit) await cut?.(...args);
      this.#refuse(name, hit);
      return this.#underWay(() => call(...args));
    };
  }

  #isHit(name: string): boolean {
    const index = this.calls.push(name) - 1;
    return !this.#dead && this.#fault?.at === index;
  }

  #refuse(name: string, hit: boolean): void {
    if (hit && this.#fault?.how === 'SIGKILL') this.#dead = true;
    if (this.#dead) throw new Died(name);
    if (hit && this.#fault !== undefined) throw failed(name, this.#fault.how);
  }

  async #underWay<T>(call: () => Promise<T>): Promise<T> {
    this.#running += 1;
    try {
      return await call();
    } finally {
      this.#running -= 1;
    }
  }

  /** A call whose argument number `position` is what it writes: all of it is remembered, half of it arrives. */
  #wrapWrite(name: string, position: number, write: Call): Call {
    const half: Call = (...args) => {
      const text = String(args[position]);
      return write(...args.with(position, text.slice(0, text.length / 2)));
    };
    const wrapped = this.#wrapCall(name, write, half);
    return (...args) => {
      if (!this.#dead) this.written.push(String(args[position]));
      return wrapped(...args);
    };
  }

  #wrapHandle(handle: FileHandle): FileHandle {
    const close = handle.close.bind(handle) as Call;
    const counted = this.#wrapCall('handle.close', close, close);
    return Object.assign(Object.create(handle) as FileHandle, {
      writeFile: this.#wrapWrite('handle.writeFile', 0, handle.writeFile.bind(handle) as Call),
      sync: this.#wrapCall('handle.sync', handle.sync.bind(handle) as Call),
      chmod: this.#wrapCall('handle.chmod', handle.chmod.bind(handle) as Call),
      // A descriptor of a dead process is closed by the system.
      close: async () => {
        if (this.#dead) await this.#underWay(close);
        return counted();
      },
    });
  }
}

/** Carries no code: whoever catches it by its code throws it on. */
export class Died extends Error {
  constructor(call: string) {
    super(`the process died at ${call}`);
  }
}

function failed(name: string, code: string): Error {
  return Object.assign(new Error(`${code}: injected at ${name}`), { code });
}
