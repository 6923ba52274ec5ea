import { warningAt, type Diagnostic } from '../../core/diagnostic.ts';
import { applySettings, type RuleSettings } from '../../validation/settings.ts';
import type { KnownRecipients } from './known.ts';
import type { NamedRecipient } from './named.ts';

/** Recipients that an earlier state of the project does not know. */
export function newcomers(
  named: readonly NamedRecipient[],
  known: KnownRecipients,
): NamedRecipient[] {
  if (known.recipients.size === 0) return [];
  return named.filter(({ recipient }) => !known.recipients.has(recipient));
}

/** Rule `recipient/new`: one finding for each of them, with the files that it can open or will. */
export function newRecipientFindings(
  added: readonly NamedRecipient[],
  { revision }: Pick<KnownRecipients, 'revision'>,
  settings: RuleSettings,
): Diagnostic[] {
  const before = revision === undefined ? 'no file' : `nothing in ${revision}`;
  const found = added.map(({ recipient, files, origin }) =>
    warningAt(
      'recipient/new',
      `${recipient} is a new recipient of ${describe(files)}: ${before} is encrypted for it`,
      {
        ...(origin === undefined ? {} : { file: origin.file, origin }),
        help: 'make sure that you know whose key it is, before this is merged and before `gantry manifests` and `gantry secrets updatekeys` encrypt for it',
      },
    ),
  );
  return applySettings(found, settings, []);
}

const MOST = 3;

function describe(files: ReadonlySet<string>): string {
  const paths = [...files].sort();
  const more = paths.length > MOST ? ` and ${paths.length - MOST} more` : '';
  return paths.slice(0, MOST).join(', ') + more;
}
