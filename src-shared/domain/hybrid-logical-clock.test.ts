import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeHlc, encodeHlc, nextHlc, type HlcTime } from './hybrid-logical-clock.ts';

const device = new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8]);
const times = fc.record({
  millis: fc.integer({ min: 0, max: 2 ** 48 - 2 }),
  counter: fc.integer({ min: 0, max: 0xffff }),
});
const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
const before = (a: HlcTime, b: HlcTime): boolean =>
  a.millis < b.millis || (a.millis === b.millis && a.counter < b.counter);

describe('the hybrid logical clock', () => {
  it('only runs forward, wherever the wall clock goes', () => {
    fc.assert(
      fc.property(times, fc.integer({ min: 0, max: 2 ** 48 - 2 }), (last, wall) => {
        expect(before(last, nextHlc(last, wall))).toBe(true);
      }),
    );
  });

  it('encodes so that bytes compare as times do, and reads back', () => {
    fc.assert(
      fc.property(times, times, (a, b) => {
        expect(hex(encodeHlc(a, device)) < hex(encodeHlc(b, device))).toBe(before(a, b));
        expect(decodeHlc(encodeHlc(a, device))).toEqual({ ...a, device });
      }),
    );
  });
});
