import { createPublicKey, diffieHellman, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { expect, onTestFinished, test, vi } from 'vitest';
import {
  encryptX25519,
  newKeyPair,
  x25519Private,
  x25519Public,
  x25519Recipient,
} from '../../src/sops/age-x25519.ts';
import { person } from './fixture.ts';

/** The class of public keys, which Node does not export. */
const PUBLIC_KEY = Object.getPrototypeOf(generateKeyPairSync('x25519').publicKey) as KeyObject;

test('no half of a pair is exported once it is made: Node may block for ever there', async () => {
  const recipient = x25519Recipient((await person()).recipient);
  if (recipient === undefined) throw new Error('not an X25519 recipient');
  const exported = vi.spyOn(PUBLIC_KEY, 'export');
  onTestFinished(() => {
    exported.mockRestore();
  });
  await encryptX25519(Buffer.from('a data key'), recipient);
  expect(exported).not.toHaveBeenCalled();
});

test('the public bytes of a new pair are those of its private key', async () => {
  const { privateKey, share } = await newKeyPair();
  const other = x25519Private(Buffer.alloc(32, 1));
  const shared = diffieHellman({ privateKey, publicKey: createPublicKey(other) });
  expect(diffieHellman({ privateKey: other, publicKey: x25519Public(share) })).toEqual(shared);
});
