import { generateKeyPairSync, sign } from 'node:crypto';
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
const NAME = 'latest-linux.yml';
const list = Buffer.from('version: 1.2.3\nfiles: []\n');

describe('the signature of a release', () => {
  it('is taken with the list that it was made for, by our key', () => {
    const signature = signRelease(NAME, list, ours.privateKey);
    expect(signature).toMatch(/^[\w+/]{86}==\n$/u);
    expect(isSignedRelease(NAME, list, signature, ours.publicKey)).toBe(true);
  });

  it('is refused with any other list: of one bit, of one line more', () => {
    const signature = signRelease(NAME, list, ours.privateKey);
    for (let at = 0; at < list.length; at += 1) {
      const changed = Buffer.from(list);
      changed[at]! ^= 1;
      expect(isSignedRelease(NAME, changed, signature, ours.publicKey)).toBe(false);
    }
    expect(isSignedRelease(NAME, Buffer.concat([list, Buffer.from('\n')]), signature, ours.publicKey)).toBe(false);
  });

  it('is refused with the same list under another name: of another system, of another processor', () => {
    const signature = signRelease(NAME, list, ours.privateKey);
    for (const name of ['latest.yml', 'latest-mac.yml', 'latest-linux-arm64.yml', 'SHA256SUMS', 'latest-linux.ym']) {
      expect([name, isSignedRelease(name, list, signature, ours.publicKey)]).toEqual([name, false]);
    }
    // Nor can the name take lines from the list, or give it some.
    const lines = list.toString().split('\n');
    const rest = Buffer.from(lines.slice(1).join('\n'));
    for (const name of ['', `${NAME}\n${lines[0]}`, 'folder/latest.yml', 'latest linux.yml']) {
      expect(() => isSignedRelease(name, rest, signature, ours.publicKey)).toThrow('plain file');
      expect(() => signRelease(name, rest, ours.privateKey)).toThrow('plain file');
    }
  });

  it('is what any tool for Ed25519 makes of the two lines and the list', () => {
    const bytes = Buffer.concat([Buffer.from('daygrove-release-1\nlatest-linux.yml\n'), list]);
    const signature = sign(null, bytes, ours.privateKey).toString('base64');
    expect(isSignedRelease(NAME, list, signature, ours.publicKey)).toBe(true);
    expect(isSignedRelease(NAME, list, sign(null, list, ours.privateKey).toString('base64'), ours.publicKey)).toBe(
      false,
    );
  });

  it('is refused when another key made it', () => {
    expect(isSignedRelease(NAME, list, signRelease(NAME, list, pems('ed25519').privateKey), ours.publicKey)).toBe(
      false,
    );
  });

  it.each(['', '\n', 'no base64', 'AAAA', Buffer.alloc(64).toString('base64'), 'A'.repeat(10_000)])(
    'is refused where it is none: %j',
    (signature) => expect(isSignedRelease(NAME, list, signature, ours.publicKey)).toBe(false),
  );

  it('is made by no other kind of key, and by none that cannot be read', () => {
    expect(() => signRelease(NAME, list, pems('ed448').privateKey)).toThrow('Ed25519');
    expect(() => signRelease(NAME, list, 'no key')).toThrow('unsupported');
  });
});
