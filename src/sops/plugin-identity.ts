import type { Identity, Stanza } from 'age-encryption';
import { unwrapWithPlugin } from './age-plugin.ts';
import type { Person } from './person.ts';

/** The identities of one plugin. */
export interface PluginIdentities {
  readonly name: string;
  readonly identities: readonly string[];
}

/**
 * Identities that a plugin holds. Files that are opened at the same time share a session, and what a person once told the
 * plugin is told again in the next: a run asks once. `report` hears why a session failed.
 */
export function pluginIdentity(
  plugin: PluginIdentities,
  person: Person,
  report: (problem: string) => void,
): Identity {
  const remembering = remember(person);
  let waiting: Request[] = [];
  let turn: Promise<void> = Promise.resolve();

  async function openWaiting(): Promise<void> {
    const requests = waiting;
    waiting = [];
    const files = requests.map(({ stanzas }) => stanzas);
    const session = await unwrapWithPlugin(plugin, files, remembering());
    if (session.problem !== undefined) report(session.problem);
    const keys = session.problem === undefined ? session.done : [];
    requests.forEach(({ resolve }, index) => {
      resolve(keys[index] ?? null);
    });
  }

  return {
    unwrapFileKey: (stanzas) =>
      new Promise((resolve) => {
        waiting.push({ stanzas, resolve });
        if (waiting.length > 1) return;
        turn = turn.then(() => new Promise(setImmediate)).then(openWaiting);
      }),
  };
}

interface Request {
  readonly stanzas: readonly Stanza[];
  readonly resolve: (fileKey: Uint8Array | null) => void;
}

/** A person for each session, who gives known answers by heart; asked the same twice in one, the first was wrong. */
function remember(person: Person): () => Person {
  const answers = new Map<string, string>();
  return () => {
    const asked = new Set<string>();
    return {
      say: person.say,
      ask: async (question) => {
        const known = asked.has(question) ? undefined : answers.get(question);
        asked.add(question);
        const given = known ?? (await person.ask(question));
        if (given !== undefined) answers.set(question, given);
        return given;
      },
    };
  };
}
