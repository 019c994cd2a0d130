import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { isSignedRelease, signRelease } from './release-signature.ts';

const pems = (type: 'ed25519' | 'ed448') => {
  const { publicKey, privateKey } = type === 'ed25519' ? generateKeyPairSync('ed25519') : generateKeyPairSync('ed448');
  return {
    publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
};
const ours = pems('ed25519');
const list = Buffer.from('version: 1.2.3\nfiles: []\n');

describe('the signature of a release', () => {
  it('is taken with the list that it was made for, by our key', () => {
    const signature = signRelease(list, ours.privateKey);
    expect(signature).toMatch(/^[\w+/]{86}==\n$/u);
    expect(isSignedRelease(list, signature, ours.publicKey)).toBe(true);
  });

  it('is refused with any other list: of one bit, of one line more', () => {
    const signature = signRelease(list, ours.privateKey);
    for (let at = 0; at < list.length; at += 1) {
      const changed = Buffer.from(list);
      changed[at]! ^= 1;
      expect(isSignedRelease(changed, signature, ours.publicKey)).toBe(false);
    }
    expect(isSignedRelease(Buffer.concat([list, Buffer.from('\n')]), signature, ours.publicKey)).toBe(false);
  });

  it('is refused when another key made it', () => {
    expect(isSignedRelease(list, signRelease(list, pems('ed25519').privateKey), ours.publicKey)).toBe(false);
  });

  it.each(['', '\n', 'no base64', 'AAAA', Buffer.alloc(64).toString('base64'), 'A'.repeat(10_000)])(
    'is refused where it is none: %j',
    (signature) => expect(isSignedRelease(list, signature, ours.publicKey)).toBe(false),
  );

  it('is made by no other kind of key, and by none that cannot be read', () => {
    expect(() => signRelease(list, pems('ed448').privateKey)).toThrow('Ed25519');
    expect(() => signRelease(list, 'no key')).toThrow('unsupported');
  });
});
