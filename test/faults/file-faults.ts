import type * as files from 'node:fs/promises';

/** What happens at one call: the process dies there, or the call alone fails. */
export interface Fault {
  /** Counted from 0 over all calls of a run. */
  readonly at: number;
  readonly how: 'die' | 'fail';
}

type Call = (...args: unknown[]) => Promise<unknown>;
type FileHandle = files.FileHandle;

/** How a call of each name fails, as a full, broken or foreign disk would have it. */
const FAILS_WITH: Readonly<Record<string, string>> = {
  open: 'EACCES',
  writeFile: 'ENOSPC',
  'handle.writeFile': 'ENOSPC',
  'handle.sync': 'EIO',
  rename: 'EACCES',
  mkdir: 'ENOSPC',
  link: 'EROFS',
  rm: 'EACCES',
};

/**
 * Stands between the program and `node:fs/promises`. A process that "dies" makes no effect any more: the call at which
 * it does, and all behind it, are refused with an error that no code expects. A write is cut in half.
 */
export class FileFaults {
  readonly calls: string[] = [];
  fault: Fault | undefined;
  #dead = false;
  #running = 0;

  start(fault: Fault | undefined): void {
    this.calls.length = 0;
    this.fault = fault;
    this.#dead = false;
  }

  /** Resolves when no call that was let through is under way. */
  async settle(): Promise<void> {
    while (this.#running > 0) await new Promise((resolve) => setImmediate(resolve));
  }

  wrap(original: typeof files): typeof files {
    const wrapped = Object.entries(original).map(([name, value]) => [
      name,
      typeof value === 'function' ? this.#wrapCall(name, value as Call) : (value as unknown),
    ]);
    const module = Object.fromEntries(wrapped) as typeof files;
    const open = this.#wrapCall('open', original.open as Call) as typeof files.open;
    module.open = async (...args) => this.#wrapHandle(await open(...args));
    return module;
  }

  #wrapCall(name: string, call: Call, cut?: Call): Call {
    return async (...args) => {
      const index = this.calls.length;
      this.calls.push(name);
      const { fault } = this;
      const hit = !this.#dead && fault?.at === index;
      if (hit) await cut?.(...args);
      if (hit && fault.how === 'die') this.#dead = true;
      if (this.#dead) throw new Died(name);
      if (hit) throw failed(name);
      this.#running += 1;
      try {
        return await call(...args);
      } finally {
        this.#running -= 1;
      }
    };
  }

  #wrapHandle(handle: FileHandle): FileHandle {
    const write = handle.writeFile.bind(handle) as Call;
    const half: Call = (text) => write(String(text).slice(0, String(text).length / 2));
    // A descriptor of a dead process is closed by the system.
    const close = handle.close.bind(handle);
    return Object.assign(Object.create(handle) as FileHandle, {
      writeFile: this.#wrapCall('handle.writeFile', write, half),
      sync: this.#wrapCall('handle.sync', handle.sync.bind(handle) as Call),
      chmod: this.#wrapCall('handle.chmod', handle.chmod.bind(handle) as Call),
      close: async () => {
        await close();
        if (this.#dead) throw new Died('close');
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

function failed(name: string): Error {
  const code = FAILS_WITH[name] ?? 'EIO';
  return Object.assign(new Error(`${code}: injected at ${name}`), { code });
}
