import { count } from '../core/words.ts';
import { openerFor, type Opener } from './age.ts';
import type { IdentityText } from './identity-text.ts';
import type { Person } from './person.ts';
import { pluginIdentity } from './plugin-identity.ts';

/** One opener for all private keys of some texts, and how many they are. `report` hears of those that cannot be used. */
export function makeOpener(
  texts: readonly IdentityText[],
  person: Person,
  report: (problem: string) => void,
): { opener: Opener; count: number } {
  const age = [...new Set(texts.flatMap((text) => text.age))];
  const ssh = texts.flatMap((text) => text.ssh);
  const plugins = pluginsOf(texts).map(([name, identities]) =>
    pluginIdentity({ name, identities }, person, (problem) => {
      report(`age-plugin-${name}: ${problem}`);
    }),
  );
  const { opener, rejected } = openerFor(age, ssh, plugins);
  if (rejected.length > 0)
    report(`${count(rejected.length, 'age identity is', 'age identities are')} malformed`);
  return { opener, count: age.length - rejected.length + ssh.length + plugins.length };
}

/** The different identities of each plugin. */
function pluginsOf(texts: readonly IdentityText[]): [name: string, identities: string[]][] {
  const byName = new Map<string, string[]>();
  for (const { name, identity } of texts.flatMap((text) => text.plugins)) {
    const known = byName.get(name) ?? [];
    if (!known.includes(identity)) byName.set(name, [...known, identity]);
  }
  return [...byName];
}
