import { run } from '../process/run.ts';

/** What a command that gives a private key printed, or why it did not. */
export type CommandKey = { readonly text: Buffer } | { readonly problem: string };

/**
 * Runs a command of SOPS_AGE_KEY_CMD or SOPS_AGE_SSH_PRIVATE_KEY_CMD: split into words as a shell would, without one. It
 * gets the whole environment, being the user's own way to the key, and the recipient that is tried.
 */
export async function askKeyCommand(command: string, recipient: string): Promise<CommandKey> {
  const [program, ...args] = splitWords(command);
  if (program === undefined) return { problem: 'is empty' };
  const inherited = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  const env = { ...Object.fromEntries(inherited), SOPS_AGE_RECIPIENT: recipient };
  const finished = await run({ program, args, env, maxBytes: 2 ** 20 });
  if (finished.missing) return { problem: `names the program ${program}, which is not on PATH` };
  if (finished.exitCode === 0) return { text: Buffer.from(finished.stdout) };
  return { problem: `fails (exit code ${finished.exitCode ?? 'none'})` };
}

/** Quotes and backslashes keep blanks together. */
export function splitWords(command: string): string[] {
  const words = command.matchAll(/(?:[^\s'"\\]|\\[^]|'[^']*'|"(?:[^"\\]|\\[^])*")+/g);
  return [...words].map(([word]) =>
    word.replaceAll(/\\([^])|'([^']*)'|"((?:[^"\\]|\\[^])*)"/g, (...parts: string[]) => {
      const [, escaped, single, double] = parts;
      return escaped ?? single ?? (double ?? '').replaceAll(/\\(["\\$`])/g, '$1');
    }),
  );
}
