/** What a child may know of the environment it runs in. Everything else stays here. */
const PASSED_ON = [
  /^(PATH|HOME|USER|LOGNAME|SHELL|LANG|TZ|TMPDIR|TERM|SSL_CERT_FILE|SSH_AUTH_SOCK)$/,
  /^LC_/,
  /^XDG_/,
  /^NIX_/,
  /^(https?|no|all)_proxy$/i,
];

/**
 * Never passed on, whatever the list above says: keys of SOPS and age, anything named like a credential, and
 * NIX_PATH, whose entries a restricted evaluation could read.
 */
const WITHHELD = /^(SOPS_|AGE_|NIX_PATH$)|TOKEN|SECRET|PASSWORD|PASSPHRASE|_KEY$/;

/** The environment for a child process: an allow-list, so that a new kind of secret is withheld by default. */
export function scrubbedEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  const passed = Object.entries(environment).filter(
    (entry): entry is [string, string] =>
      entry[1] !== undefined &&
      PASSED_ON.some((pattern) => pattern.test(entry[0])) &&
      !WITHHELD.test(entry[0]),
  );
  return Object.fromEntries(passed);
}
