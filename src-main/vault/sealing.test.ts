import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seal, SealBroken, unseal, type Place } from './sealing.ts';

const key = randomBytes(32);
const place: Place = { vaultId: randomBytes(16), id: randomBytes(16), hlc: randomBytes(16) };

describe('sealed records', () => {
  it('open to what was sealed, of any length', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 5000 }), (plaintext) => {
        expect(Buffer.from(unseal(key, place, seal(key, place, plaintext)))).toEqual(Buffer.from(plaintext));
      }),
    );
  });

  it('never give two boxes that are the same', () => {
    const plaintext = Buffer.from('the same words');
    expect(Buffer.from(seal(key, place, plaintext)).equals(seal(key, place, plaintext))).toBe(false);
  });

  it('hide the length among its neighbours', () => {
    const lengths = [1000, 1005, 1010].map((length) => seal(key, place, new Uint8Array(length)).byteLength);
    expect(new Set(lengths).size).toBe(1);
  });

  it('do not open with any bit changed', () => {
    const box = seal(key, place, Buffer.from('First frost on the allotment.'));
    for (let bit = 0; bit < box.byteLength * 8; bit += 1) {
      const changed = box.slice();
      changed[bit >> 3]! ^= 1 << (bit & 7);
      expect(() => unseal(key, place, changed)).toThrow(SealBroken);
    }
  });

  it('do not open shortened', () => {
    const box = seal(key, place, Buffer.from('First frost on the allotment.'));
    for (let length = 0; length < box.byteLength; length += 1) {
      expect(() => unseal(key, place, box.subarray(0, length))).toThrow(SealBroken);
    }
  });

  it.each(['vaultId', 'id', 'hlc'] as const)('do not open at another %s', (part) => {
    const box = seal(key, place, Buffer.from('words'));
    expect(() => unseal(key, { ...place, [part]: randomBytes(16) }, box)).toThrow(SealBroken);
  });

  it('do not open under another key', () => {
    expect(() => unseal(randomBytes(32), place, seal(key, place, Buffer.from('words')))).toThrow(SealBroken);
  });
});
