import { errorAt, type Diagnostic } from '../core/diagnostic.ts';
import { unlockIdentityFile, unwrapAny, type Opener } from './age.ts';
import { collectIdentities, type IdentitySources } from './identity-sources.ts';
import { readIdentityText, type IdentityText } from './identity-text.ts';
import { askKeyCommand } from './key-command.ts';
import type { WrappedKey } from './metadata.ts';
import { makeOpener } from './opener.ts';
import { publicHalves } from './public-halves.ts';
import { NOBODY, type Person } from './person.ts';

/** The private keys of this run. They can be counted and used, not read. */
export interface Identities {
  /** Those at hand, and one for each command or passphrase that gives some when they are needed. */
  readonly count: number;
  /** Sources that could not be used: worth telling only when decryption fails. */
  readonly problems: readonly Diagnostic[];
  /** Places looked at, for messages. */
  readonly searched: readonly string[];
  /** The public halves of those that were tried, each with its source: `age1… (from SOPS_AGE_KEY)`. */
  tried(): Promise<readonly string[]>;
  /** The same without their sources. */
  owned(): Promise<ReadonlySet<string>>;
}

/**
 * Collects age identities and SSH keys where sops looks for them and in the given files, all pooled. Never fails: a
 * source that cannot be used is a problem of the result. Plugins start, commands run and passphrases are asked for when
 * a file is opened by nothing cheaper, and once.
 */
export async function loadIdentities(sources: IdentitySources): Promise<Identities> {
  const found = await collectIdentities(sources);
  const identities = new Ladder(found.searched, sources.person ?? NOBODY);
  for (const problem of found.problems) identities.report(problem);
  identities.addTexts(found.texts);
  for (const { place, command } of found.commands) identities.addCommand(place, command);
  return identities;
}

/** What is wrapped in any of these entries of age recipients, opened with whichever identity fits. */
export function unwrapWith(
  identities: Identities,
  keys: readonly WrappedKey[],
): Promise<Buffer | undefined> {
  if (!(identities instanceof Ladder)) throw new Error('identities not from loadIdentities');
  return identities.unwrap(keys);
}

/** A way to open a key. */
type Rung = (keys: readonly WrappedKey[]) => Promise<Buffer | undefined>;

/** Ways to open a key, the cheapest first: what is at hand, what commands give, what a passphrase protects. */
class Ladder implements Identities {
  readonly problems: Diagnostic[] = [];
  readonly searched: readonly string[];
  count = 0;
  readonly #person: Person;
  readonly #commands: Rung[] = [];
  readonly #locked: Rung[] = [];
  readonly #tried: { readonly place: string; readonly text: IdentityText }[] = [];
  #known: Rung = () => Promise.resolve(undefined);

  constructor(searched: readonly string[], person: Person) {
    this.searched = searched;
    this.#person = person;
  }

  async unwrap(keys: readonly WrappedKey[]): Promise<Buffer | undefined> {
    for (const rung of [this.#known, ...this.#commands, ...this.#locked]) {
      const opened = await rung(keys);
      if (opened !== undefined) return opened;
    }
    return undefined;
  }

  report(message: string): void {
    if (this.problems.some((known) => known.message === message)) return;
    this.problems.push(errorAt('secrets/identity-source', message));
  }

  async owned(): Promise<ReadonlySet<string>> {
    const names = await Promise.all(this.#tried.map(({ text }) => publicHalves(text)));
    return new Set(names.flat());
  }

  async tried(): Promise<readonly string[]> {
    const named = this.#tried.map(async ({ place, text }) =>
      (await publicHalves(text)).map((recipient) => `${recipient} (from ${place})`),
    );
    return [...new Set((await Promise.all(named)).flat())];
  }

  addTexts(texts: readonly { readonly place: string; readonly bytes: Buffer }[]): void {
    const read = texts.map(({ place, bytes }) => ({ place, text: this.#read(place, bytes) }));
    const { opener, count } = this.#opener(read.map(({ text }) => text));
    this.count = count;
    this.#known = (keys) => unwrapAny(keys, opener);
    for (const { place, text } of read) {
      if (text.locked !== undefined) this.#addLocked(place, text.locked);
    }
  }

  /** sops runs a command for each recipient of a file. Here it is run for as few as possible. */
  addCommand(place: string, command: string): void {
    const openers = new Map<string, Promise<Opener | undefined>>();
    const ask = async (recipient: string): Promise<Opener | undefined> => {
      const answer = await askKeyCommand(command, recipient);
      if ('text' in answer) return this.#opener([this.#read(place, answer.text)]).opener;
      this.report(`${place} ${answer.problem}`);
      return undefined;
    };
    this.count++;
    this.#commands.push(async (keys) => {
      const recipients = new Set([...openers.keys(), ...keys.map(({ recipient }) => recipient)]);
      for (const recipient of recipients) {
        const asked = openers.get(recipient) ?? ask(recipient);
        openers.set(recipient, asked);
        const opener = await asked;
        const opened = opener && (await unwrapAny(keys, opener));
        if (opened !== undefined) return opened;
      }
      return undefined;
    });
  }

  #addLocked(place: string, locked: Buffer): void {
    const unlock = async (): Promise<Opener | undefined> => {
      const passphrase = await this.#person.ask(`passphrase of ${place}`);
      const bytes = passphrase && (await unlockIdentityFile(locked, passphrase));
      if (bytes) return this.#opener([this.#read(place, bytes)]).opener;
      this.report(
        passphrase === undefined
          ? `${place} is protected by a passphrase, and there is no terminal to ask for it`
          : `${place} does not open with this passphrase`,
      );
      return undefined;
    };
    let unlocked: Promise<Opener | undefined> | undefined;
    this.count++;
    this.#locked.push(async (keys) => {
      const opener = await (unlocked ??= unlock());
      return opener && unwrapAny(keys, opener);
    });
  }

  #read(place: string, bytes: Buffer): IdentityText {
    const text = readIdentityText(bytes);
    for (const problem of text.problems) this.report(`${place} ${problem}`);
    this.#tried.push({ place, text });
    return text;
  }

  #opener(texts: readonly IdentityText[]): { opener: Opener; count: number } {
    return makeOpener(texts, this.#person, (problem) => {
      this.report(problem);
    });
  }
}
