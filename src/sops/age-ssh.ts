import { Stanza, type Identity, type Recipient } from 'age-encryption';
import { constants, createHash, diffieHellman, privateDecrypt, publicEncrypt } from 'node:crypto';
import {
  derive,
  newKeyPair,
  openSealed,
  sealShort,
  x25519Private,
  x25519Public,
} from './age-x25519.ts';
import { montgomeryPoint } from './montgomery.ts';
import { bare64, sshFingerprint, type SshPrivateKey, type SshPublicKey } from './ssh-key.ts';

/*
 * The `ssh-ed25519` and `ssh-rsa` stanzas of age: no conversion of the key into an age recipient, so that the holder of
 * the SSH key opens files with it as it is.
 */

const ED25519_LABEL = 'age-encryption.org/v1/ssh-ed25519';
const RSA_LABEL = 'age-encryption.org/v1/ssh-rsa';
const NOTHING = Buffer.alloc(0);

/** Wraps file keys for the holder of an SSH key. */
export function sshRecipient(recipient: SshPublicKey): Recipient {
  return {
    wrapFileKey: async (fileKey) => [
      recipient.kind === 'ssh-rsa'
        ? wrapRsa(fileKey, recipient)
        : await wrapEd25519(fileKey, recipient),
    ],
  };
}

/** Unwraps them; stanzas for other keys are passed over. */
export function sshIdentity(identity: SshPrivateKey): Identity {
  const fingerprint = sshFingerprint(identity.public);
  return {
    unwrapFileKey: (stanzas) => {
      for (const { args, body } of stanzas) {
        if (args[0] !== identity.public.kind || args[1] !== fingerprint) continue;
        const [, , share = ''] = args;
        const opened =
          args[0] === 'ssh-rsa'
            ? unwrapRsa(Buffer.from(body), identity)
            : unwrapEd25519(
                { share: Buffer.from(share, 'base64'), body: Buffer.from(body) },
                identity,
              );
        if (opened !== undefined) return opened;
      }
      return null;
    },
  };
}

function wrapRsa(fileKey: Uint8Array, recipient: SshPublicKey): Stanza {
  if (recipient.key === undefined) throw new Error('not an RSA key');
  const body = publicEncrypt({ key: recipient.key, ...OAEP }, fileKey);
  return new Stanza([recipient.kind, sshFingerprint(recipient)], body);
}

function unwrapRsa(body: Buffer, { key }: SshPrivateKey): Buffer | undefined {
  try {
    return key && privateDecrypt({ key, ...OAEP }, body);
  } catch {
    return undefined;
  }
}

const OAEP = {
  padding: constants.RSA_PKCS1_OAEP_PADDING,
  oaepHash: 'sha256',
  oaepLabel: Buffer.from(RSA_LABEL),
};

async function wrapEd25519(fileKey: Uint8Array, recipient: SshPublicKey): Promise<Stanza> {
  const point = pointOf(recipient);
  const { privateKey, share } = await newKeyPair();
  const shared = diffieHellman({ privateKey, publicKey: x25519Public(point) });
  const key = wrappingKey(shared, share, recipient);
  const args = [recipient.kind, sshFingerprint(recipient), bare64(share)];
  return new Stanza(args, sealShort(key, fileKey));
}

function unwrapEd25519(
  { share, body }: { share: Buffer; body: Buffer },
  { seed, public: publicKey }: SshPrivateKey,
): Buffer | undefined {
  if (seed === undefined || share.length !== 32) return undefined;
  const scalar = createHash('sha512').update(seed).digest().subarray(0, 32);
  try {
    const shared = diffieHellman({
      privateKey: x25519Private(scalar),
      publicKey: x25519Public(share),
    });
    return openSealed(wrappingKey(shared, share, publicKey), body);
  } catch {
    // A share of low order: the platform refuses the exchange.
    return undefined;
  }
}

/** The shared secret is tweaked with the SSH key itself, so that it is no age identity by accident. */
function wrappingKey(shared: Buffer, share: Buffer, recipient: SshPublicKey): Buffer {
  const tweak = derive(NOTHING, recipient.wire, ED25519_LABEL);
  const tweaked = diffieHellman({
    privateKey: x25519Private(tweak),
    publicKey: x25519Public(shared),
  });
  return derive(tweaked, Buffer.concat([share, pointOf(recipient)]), ED25519_LABEL);
}

function pointOf({ point }: SshPublicKey): Buffer {
  if (point === undefined) throw new Error('not an ed25519 key');
  return montgomeryPoint(point);
}
