import { describe, expect, it } from 'vitest';
import { deriveKeys, derivedId } from './keys.ts';
import { idToText } from './record-id.ts';

const vaultKey = new Uint8Array(32).fill(7);
const vaultId = new Uint8Array(16).fill(9);

describe('subkeys', () => {
  it('are the same for the same vault, and differ by purpose and vault', () => {
    const keys = deriveKeys(vaultKey, vaultId);
    expect(deriveKeys(vaultKey, vaultId)).toEqual(keys);
    const all = [
      keys.fileKey,
      ...[keys.recordKey, keys.backupKey, keys.idKey].map((key) => Buffer.from(key).toString('hex')),
    ];
    expect(new Set(all).size).toBe(4);
    expect(deriveKeys(vaultKey, new Uint8Array(16)).fileKey).not.toBe(keys.fileKey);
  });

  it('are what they were when the format was fixed', () => {
    // A vault of today must open in twenty years: if this fails, the derivation changed, and every existing vault is lost to the app.
    expect(deriveKeys(vaultKey, vaultId).fileKey).toMatchInlineSnapshot(
      `"946e7237e367148bb4afc690718358aa695f1b32b3fa8af79df541bb548af48b"`,
    );
    expect(
      idToText(derivedId(deriveKeys(vaultKey, vaultId).idKey, 'check-in', 'a', '2026-11-22')),
    ).toMatchInlineSnapshot(`"8debfbd6-f76b-887f-bd7c-03f0b62b4859"`);
  });
});

describe('derivedId', () => {
  it('tells parts apart that read the same when joined', () => {
    const key = new Uint8Array(32);
    expect(derivedId(key, 'ab', 'c')).not.toEqual(derivedId(key, 'a', 'bc'));
    expect(derivedId(key, 'a')).not.toEqual(derivedId(key, 'a', ''));
  });
});
