import { codes, error, info, warning } from './entry.ts';

/** Opening, changing and sealing of stores and encrypted files. */
export const SECRETS_CODES = codes(
  { exit: 'secrets', settings: false, optOut: false },
  {
    'secrets/bad-mac': error(
      'A store that something else than SOPS changed.',
      'Its MAC does not match its content, so nobody can tell which value was changed. Restore it with git. After a look at every value, `sops edit --ignore-mac FILE` accepts what is there.',
    ),
    'secrets/breaks-text': error(
      'A value that breaks the text around its placeholder.',
      'With the value injected, a text that was YAML or JSON is none, or another. Quote the placeholder in the text, or store a value without quotes, line feeds and `: `.',
    ),
    'secrets/clear-path': error(
      'A key that would stand in a store in the clear.',
      'The selection of the store (`encrypted_regex` and the like) leaves this key alone. Choose a key that it encrypts, or change the creation rule first and run `gantry secrets updatekeys`.',
    ),
    'secrets/dotenv': error(
      'A line of a dotenv store without `=`.',
      'Every line is `KEY=value`, empty, or a comment.',
    ),
    'secrets/edit': error(
      'An edited store that cannot be taken.',
      'What the editor left is not YAML of one document, or changes what cannot be edited in place. The store is as it was.',
    ),
    'secrets/format': error(
      'A file whose text as a whole is not known.',
      'A placeholder without key takes the whole file as text, which the name of the file must tell the format of. Name one value: `ref+sops://FILE#KEY`.',
    ),
    'secrets/identity-source': error(
      'A place with identities that cannot be used.',
      'A key file is broken or cannot be read, a key command failed, or a passphrase is wrong. It matters only when nothing else opens the file.',
    ),
    'secrets/key': error('A key of a store that is no text.', 'Write such a key in quotes.'),
    'secrets/key-service': error(
      'A recipient that needs the program sops, which does not help.',
      'PGP, KMS and Vault keys are used through the installed program sops. Install it, give it what it needs, or add an age recipient to the creation rule.',
    ),
    'secrets/mac': error(
      'A file whose MAC does not hold.',
      'It was changed without its key. A store is not edited before it is restored from git; an output is written anew, with a warning.',
    ),
    'secrets/metadata': error(
      'A sops block that is damaged.',
      'Restore the file with git. A block that was merged by hand is seldom whole.',
    ),
    'secrets/missing-key': error(
      'A store without the key that a placeholder names.',
      '`gantry secrets ls` lists the keys, `gantry secrets set KEY` adds one.',
    ),
    'secrets/needed-for': error(
      'Files for which a key is needed.',
      'Everything that needs no key was done. These files changed, and their values must be opened for it.',
    ),
    'secrets/no-identity': error(
      'No identity was found to open a file with.',
      'Private keys are looked for where sops looks: SOPS_AGE_KEY, SOPS_AGE_KEY_FILE, SOPS_AGE_KEY_CMD, ~/.config/sops/age/keys.txt, SSH keys, and `settings.ageKeyFile`. The message names the recipients of the file: one of their identities is needed.',
      { about: 'no key' },
    ),
    'secrets/wrong-identity': error(
      'Identities were found, and none of them opens a file.',
      'The message names the recipients of the file, and the public halves and places of the identities that were tried. Use another identity, or let somebody who can open the file run `gantry secrets updatekeys` after your recipient was added to .sops.yaml.',
      { about: 'no key' },
    ),
    'secrets/no-scalar': error(
      'A key that holds more than one value.',
      'Name one of the keys below it, as `gantry secrets get db/password`.',
    ),
    'secrets/no-store': error(
      'A store that does not exist.',
      'Paths are relative to the project root. `gantry secrets new FILE` makes a store, `--store` and `settings.stores` name others.',
    ),
    'secrets/not-a-scalar': error(
      'A placeholder for a mapping or list where text is wanted.',
      'Name one value of it: `ref+sops://FILE#KEY/SUBKEY`.',
    ),
    'secrets/not-base64': error(
      'A value below `data` of a Secret that is not base64.',
      'Write the placeholder below `stringData`, or keep the value as base64 in the store.',
    ),
    'secrets/clear-comment': error(
      'A comment with a value that is encrypted elsewhere.',
      'A value was commented out, and the selection of the store leaves comments there in the clear. Remove the comment; the Git history keeps the old value, encrypted.',
    ),
    'secrets/project-key': error(
      'A private key of the project as the value of a placeholder.',
      'The value is an identity of this run, or its public half is a recipient of a rule or store: whoever opens the file would open all others. Other private keys may be sealed. The Secret that Flux decrypts with is meant to hold one: `gantry.dev/ignore: "secrets/project-key: REASON"`.',
      { optOut: true },
    ),
    'secrets/not-encrypted': error(
      'A file without sops block where an encrypted one is wanted.',
      'It is plain text. Encrypt it with `sops encrypt --in-place FILE`, and count what it held as known to whoever could read it.',
      { about: 'not encrypted' },
    ),
    'secrets/path': error(
      'A place of a store that cannot be edited.',
      'The path leads through a value that is no mapping, through an alias, or into the sops block; or a new store would not be YAML by its name.',
    ),
    'secrets/plugin': error(
      'An age plugin that is missing or refuses.',
      'Recipients such as `age1yubikey1…` need the program `age-plugin-…` on PATH.',
    ),
    'secrets/recipient': error(
      'A text that is no recipient.',
      'It stands in a creation rule or a sops block. `gantry secrets updatekeys` gives a store the recipients of its rule.',
    ),
    'secrets/recipient-added': info(
      'A file that is encrypted for further recipients.',
      'Its data key was wrapped for them too; no value was encrypted anew.',
    ),
    'secrets/recipient-removed': warning(
      'A file that is no longer encrypted for somebody.',
      'It has a new data key and new ciphertexts. What they opened before they still know: change the values themselves.',
    ),
    'secrets/rekey': error(
      'A store that cannot be given other keys.',
      'Its form (dotenv, flow style) or a broken MAC is in the way; the message says which.',
    ),
    'secrets/selection': error(
      'A store that cannot be encrypted by another selection.',
      'Comments that select, or stand sealed in lists, are in the way. Remove them with `sops edit`. As an info it tells that a store was encrypted anew by another selection.',
    ),
    'secrets/shape': error(
      'A store of a form that is not read.',
      'Every document of a SOPS file is a mapping; INI and binary stores are not read.',
    ),
    'secrets/tampered': error(
      'A value that does not decrypt.',
      'The ciphertext, its place or its key entry was changed. Restore the file with git.',
      { about: 'forged' },
    ),
    'secrets/unset-variable': error(
      'A placeholder for a variable that is not set.',
      'Set it in the environment where gantry runs.',
    ),
    'secrets/unused-key': info('A key that nobody uses.', undefined, { settings: true }),
    'secrets/vals': error(
      'A placeholder that vals does not resolve.',
      'Run `vals get` with the placeholder to see why.',
    ),
    'secrets/vals-missing': error(
      'A placeholder that needs the program vals.',
      'Install it, or keep the value in a SOPS store.',
    ),
    'secrets/value': error(
      'A value that cannot be encrypted.',
      'SOPS encrypts texts, numbers, booleans and comments.',
    ),
    'secrets/view': error(
      'A store that cannot be shown for editing.',
      'It is no plain YAML of one document. Use `gantry secrets set` for single values, or `sops edit`.',
    ),
  },
);

/** References, audits and the tree against its lock. */
export const TREE_STATE_CODES = codes(
  { exit: 'findings', settings: false, optOut: false },
  {
    'check/extra': error('A file that no module makes any more.', '`gantry manifests` removes it.'),
    'check/hand-edited': error(
      'A written file that somebody changed.',
      'A person or a formatter edited what Gantry wrote. `gantry manifests` writes it anew; keep formatters away from the tree.',
    ),
    'check/missing': error(
      'A file that its module makes and that is not there.',
      'Run `gantry manifests` and commit what it writes.',
    ),
    'check/needs-key': info(
      'A file that cannot be checked without a key.',
      'The store that it takes values from has no ciphertexts that can be compared. `gantry check --decrypt` compares the values.',
    ),
    'check/not-in-lock': error(
      'A file that the lock file does not name.',
      'Run `gantry manifests`, which takes it over when it is equal.',
    ),
    'check/stale': error(
      'A file that is older than what it is made of.',
      'Its module, a secret or a creation rule changed after the last run. Run `gantry manifests` and commit what it writes.',
    ),
    'check/stale-lock': error(
      'The lock file does not say what a file is.',
      'Run `gantry manifests` and commit the lock file with the tree.',
    ),
    'check/values': error(
      'A file that does not hold the values of its module and stores.',
      '`gantry check --decrypt` opened it and compared. Run `gantry manifests`.',
    ),
    'recipient/new': warning('A recipient that was not there before.', undefined, {
      settings: true,
    }),
    'recipient/wider': warning('A value for few in a file for many.', undefined, {
      settings: true,
      optOut: true,
    }),
    'output/written-anew': warning(
      'A manifest file whose values are all encrypted anew.',
      'Its previous version cannot be opened or trusted, so no ciphertext is kept.',
    ),
    'reference/env': warning(
      'A placeholder of the scheme env.',
      '`ref+env://` is read as `ref+envsubst://`. Write `ref+envsubst://$NAME`, which vals understands too.',
    ),
    'reference/key': error(
      'A placeholder for a key of SOPS or age.',
      'Identity files, and variables whose names begin with SOPS_ or AGE_, are never values. Keep what a manifest needs in a secret store.',
    ),
    'reference/malformed': error(
      'A placeholder that cannot be read.',
      'Placeholders are `ref+sops://FILE#KEY`, `#KEY/SUBKEY` for nested keys, and a final `+` inside longer text.',
    ),
    'reference/outside': error(
      'A placeholder for a file outside of the project.',
      'Move the file into the project, or allow its folder in `settings.references.roots`.',
    ),
    'reference/scheme': error(
      'A placeholder of a scheme that is not resolved in this project.',
      '`sops`, `file`, `envsubst` and `echo` are built in; others that the program vals knows are allowed by `settings.references.schemes`. Commands are never run from manifests.',
    ),
  },
);
