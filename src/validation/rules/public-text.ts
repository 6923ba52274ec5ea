/** Blocks of PEM that are made to be handed out. */
const PUBLIC_BLOCK =
  /^(?:(?:X509 |TRUSTED )?CERTIFICATE|X509 CRL|(?:RSA |EC |DSA )?PUBLIC KEY|PGP PUBLIC KEY BLOCK|SSH2 PUBLIC KEY)$/;

const PEM = /-----BEGIN ([A-Z0-9 ]+)-----[^-]*-----END \1-----/g;

/** A public key of SSH, alone or as a line of known_hosts or authorized_keys. */
const SSH_LINE =
  /^(?:\S+[ \t]+)?(?:ssh-(?:rsa|dss|ed25519)|ecdsa-sha2-nistp\d+|sk-(?:ssh-ed25519|ecdsa-sha2-nistp256)@openssh\.com)[ \t]+AAAA[A-Za-z0-9+/]+=*(?:[ \t].*)?$/;

const AGE_RECIPIENT = /^age1[02-9ac-hj-np-z]{20,}$/;

/**
 * Whether a text is public by nature: certificates, public keys, known hosts, recipients of age, or a registry login that
 * names no registry. Comments and empty lines count for nothing.
 */
export function isPublicText(text: string): boolean {
  if (/^\s*\{\s*(?:"auths"\s*:\s*\{\s*\}\s*)?\}\s*$/.test(text)) return true;
  const blocks = [...text.matchAll(PEM)];
  if (!blocks.every(([, label = '']) => PUBLIC_BLOCK.test(label))) return false;
  const lines = text
    .replaceAll(PEM, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  return (
    (blocks.length > 0 || lines.length > 0) &&
    lines.every((line) => SSH_LINE.test(line) || AGE_RECIPIENT.test(line))
  );
}
