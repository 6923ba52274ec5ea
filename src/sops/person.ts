/** Somebody at a terminal, for what only a person knows: a passphrase, a PIN, whether a key is to be touched. */
export interface Person {
  /** Shows a line. */
  readonly say: (text: string) => void;
  /** The answer, not shown while it is typed; undefined when there is nobody or the question is refused. */
  readonly ask: (question: string) => Promise<string | undefined>;
}

/** Where there is no terminal: nothing is shown, nothing answered. */
export const NOBODY: Person = { say: () => undefined, ask: () => Promise.resolve(undefined) };
