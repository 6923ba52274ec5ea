import { codes, error, warning } from './entry.ts';

const ALIGN =
  '`gantry secrets updatekeys` brings stores in line with their rules, `gantry manifests` the manifest files.';
const REPLACE =
  'Restore the file from its history, set the values with `gantry secrets set`, and replace what was committed in the clear: the history keeps it.';

/** What `gantry secrets audit` and `gantry check` say of an encrypted file, without a key. */
const KINDS = {
  comment: warning(
    'Comments of a store in clear text.',
    'sops encrypts comments of what it encrypts. The next edit does, or `gantry secrets rotate FILE`.',
  ),
  groups: error('A file whose key groups differ from those of its creation rule.', ALIGN),
  mac: error('A file whose MAC covers other values than its creation rule says.', ALIGN),
  plaintext: error('Values in clear text where their selection encrypts.', REPLACE),
  recipients: error('A file whose recipients differ from its creation rule.', ALIGN),
  selection: error(
    'A file that was encrypted by another selection than its creation rule says.',
    ALIGN,
  ),
  threshold: error('A file that takes another number of keys than its creation rule says.', ALIGN),
  unencrypted: error('A file that should be encrypted and is not.', REPLACE),
} as const;

/** The same codes for both commands. */
export const AUDIT_CODES = codes(
  { exit: 'findings', settings: false, optOut: false },
  {
    'audit/comment': KINDS.comment,
    'audit/groups': KINDS.groups,
    'audit/mac': KINDS.mac,
    'audit/plaintext': KINDS.plaintext,
    'audit/recipients': KINDS.recipients,
    'audit/selection': KINDS.selection,
    'audit/threshold': KINDS.threshold,
    'audit/unencrypted': KINDS.unencrypted,
    'check/comment': KINDS.comment,
    'check/groups': KINDS.groups,
    'check/mac': KINDS.mac,
    'check/plaintext': KINDS.plaintext,
    'check/recipients': KINDS.recipients,
    'check/selection': KINDS.selection,
    'check/threshold': KINDS.threshold,
    'check/unencrypted': KINDS.unencrypted,
  },
);
