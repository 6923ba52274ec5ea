import type { Diagnostic } from '../../core/diagnostic.ts';
import { parseEncrypted } from '../../sops/encrypted-file.ts';
import { recipientsOf } from '../../sops/metadata.ts';
import type { Decision } from '../decide.ts';
import type { Generated } from '../gmanifests.ts';
import type { RunOptions } from '../options.ts';
import { knownRecipients } from './known.ts';
import { NamedRecipients } from './named.ts';
import { newcomers, newRecipientFindings } from './new-recipients.ts';

/** The new recipients among those that a run is about to encrypt for. git is asked when a file gets others than it has. */
export async function newRecipientsOf(
  open: readonly Decision[],
  { root, settings }: Generated,
  { environment }: RunOptions,
): Promise<Diagnostic[]> {
  const changing = open.filter(getsMore);
  if (changing.length === 0) return [];
  const named = new NamedRecipients();
  named.addDecisions(changing);
  const names = named.all().map(({ recipient }) => recipient);
  const known = await knownRecipients({ root, settings, environment }, names);
  return newRecipientFindings(newcomers(named.all(), known), known, settings);
}

/** Whether the rule of a file names somebody for whom the file is not encrypted. */
function getsMore({ file, facts, present }: Decision): boolean {
  const wanted = facts.rule?.recipients ?? [];
  const parsed = present === undefined ? undefined : parseEncrypted(present, file.path);
  const before = parsed?.ok === true ? recipientsOf(parsed.value.metadata) : [];
  return wanted.some((recipient) => !before.includes(recipient));
}
