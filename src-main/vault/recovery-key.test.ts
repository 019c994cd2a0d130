import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatRecoveryKey, newRecoveryKey, parseRecoveryKey } from './recovery-key.ts';

const keys = fc.uint8Array({ minLength: 16, maxLength: 16 });

describe('the recovery key', () => {
  it('reads back as it was written, in any case and spacing, with O, I and L for the digits they look like', () => {
    fc.assert(
      fc.property(keys, (key) => {
        const text = formatRecoveryKey(key);
        expect(text).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/);
        const typed = text.toLowerCase().replaceAll('-', '  ').replaceAll('0', 'o').replaceAll('1', 'l');
        expect(Buffer.from(parseRecoveryKey(typed)!)).toEqual(Buffer.from(key));
      }),
    );
  });

  it('finds nearly every slip of the pen', () => {
    let unnoticed = 0;
    let slips = 0;
    const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
    const text = formatRecoveryKey(newRecoveryKey());
    for (let place = 0; place < text.length; place += 1) {
      if (text[place] === '-') continue;
      for (const other of alphabet) {
        if (other === text[place]) continue;
        slips += 1;
        const typed = text.slice(0, place) + other + text.slice(place + 1);
        if (parseRecoveryKey(typed) !== null) unnoticed += 1;
      }
    }
    // Ten check bits: one slip in 1,024 goes through on average; then the key simply does not open.
    expect(slips).toBe(28 * 31);
    expect(unnoticed).toBeLessThan(10);
  });

  it('takes nothing that is no key', () => {
    for (const text of ['', 'hello', '0'.repeat(27), 'U'.repeat(28), 'Z'.repeat(28), '🙂'.repeat(14)]) {
      expect(parseRecoveryKey(text)).toBeNull();
    }
  });
});
