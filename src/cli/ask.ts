import { createInterface, type Interface } from 'node:readline/promises';

/** Asks a person on a terminal. */
export class Asker {
  readonly #terminal: Interface;
  readonly #closed: Promise<undefined>;

  constructor(output: NodeJS.WritableStream) {
    this.#terminal = createInterface({ input: process.stdin, output });
    this.#closed = new Promise((resolve) => {
      for (const event of ['close', 'error']) {
        this.#terminal.once(event, () => {
          resolve(undefined);
        });
      }
    });
  }

  /** The answer; undefined when the terminal went away or was closed with Ctrl-D. */
  async ask(question: string): Promise<string | undefined> {
    const answered = this.#terminal.question(question).catch(() => undefined);
    return (await Promise.race([answered, this.#closed]))?.trim();
  }

  close(): void {
    this.#terminal.close();
  }
}
